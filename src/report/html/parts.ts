import { type Html, html } from './markup.ts'

/** A flag that no line may break in; paths and names may. */
const FLAG = /^--[a-z\d-]{1,30}$/

/** A command line in a box of its own, to be copied as it stands. */
export function renderCommand(line: string): Html {
  const words = line.split(' ').map((word, at) => {
    const space = at === 0 ? '' : ' '
    return FLAG.test(word) ? html`${space}<span>${word}</span>` : space + word
  })
  return html`<code class="command">${words}</code>`
}
