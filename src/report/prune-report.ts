import type { PrunePaper } from '../backup/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** Numbers of a series that a line of a report names. */
const NUMBERS_SHOWN = 30

/** A prune mark by itself. */
export function renderPrunePaper(
  { series, sequence, removed, issuer, created }: PrunePaper,
  file: string,
): string {
  const words = say()
  const signed = { signer: printable(issuer.name), created }
  const lines = [
    words.prune.prunePaper({ file: printable(file), sequence, count: removed.length, ...signed }),
    `  ${words.backup.seriesId({ id: series })}`,
    `  ${words.prune.paperRemoved({ numbers: listNumbers(removed.map((deed) => deed.sequence)) })}`,
    `  ${words.backup.paperAlone}`,
  ]
  return `${lines.join('\n')}\n`
}

function listNumbers(numbers: readonly number[]): string {
  const shown = numbers.slice(0, NUMBERS_SHOWN).join(', ')
  return numbers.length > NUMBERS_SHOWN ? `${shown}, …` : shown
}
