import { globSync } from 'node:fs'
import type { Card } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { assertNoPassword } from '../postgres/index.ts'
import { askForDigits, hearDigits } from './cards.ts'
import { makeKey } from './keys.ts'
import { ATTEMPTS } from './prompts.ts'
import { assertNoPrivateKey } from './secrets.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** Collects the words that a person's answers add to the command line; nothing is asked that stands there already. */
export class Questions {
  readonly #values: Values
  readonly #session: Session
  readonly added: string[] = []

  constructor(values: Values, session: Session) {
    this.#values = values
    this.#session = session
  }

  /** Asks for the operands, where there are none; the answer is split at spaces outside of quotes. */
  async operands(question: string): Promise<readonly string[]> {
    const given = this.#values.operands
    const words = given.length > 0 ? given : splitWords(await this.#ask(question)).map(asOperand)
    // Before the command is shown to be run again unasked.
    for (const word of words) assertNoPassword(word)
    if (given.length === 0) this.added.push(...words)
    return words
  }

  /** Asks for one operand whose answer is a single name, spaces included; `at` is its place. */
  async operand(question: string, at = 0): Promise<string | undefined> {
    const given = this.#values.operands[at]
    if (given !== undefined) return given
    const answer = asOperand(unquote(await this.#ask(question)))
    if (answer !== '') this.added.push(answer)
    return answer
  }

  async flag(flag: string, question: string, suggestion?: string): Promise<void> {
    if (this.#values.on(flag)) return
    const answer = unquote(await this.#ask(question, suggestion))
    if (answer !== '') this.added.push(`--${flag}`, answer)
  }

  /** One of several flags: the name of a switch, or a value of the one that takes several, between commas. */
  async oneOf(flag: string, switches: readonly string[], question: string): Promise<void> {
    if ([flag, ...switches].some((each) => this.#values.on(each))) return
    const answer = unquote(await this.#ask(question))
    if (switches.includes(answer)) this.added.push(`--${answer}`)
    else if (answer !== '') this.added.push(`--${flag}`, answer)
  }

  /** A key file that is there already, because a deed is sealed to it: a new one could never open that deed. */
  async key(): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS && !this.#values.on('key'); attempt++) {
      const answer = unquote(await this.#ask(say().cli.askKey, onlyKey()))
      if (answer === '') continue
      this.added.push('--key', answer)
      return
    }
  }

  /** The key file to sign with; an empty answer makes a new one. */
  async keyOrNew(): Promise<void> {
    if (this.#values.on('key')) return
    const suggestion = onlyKey()
    const question = suggestion === undefined ? say().cli.askKeyNew : say().cli.askKey
    const answer = unquote(await this.#ask(question, suggestion))
    if (answer !== '') {
      this.added.push('--key', answer)
      return
    }
    const name = await this.#ask(say().cli.askParty)
    const { home, warn } = this.#session
    const { cardsAs, openRecorder } = await import('../ledger/index.ts')
    // A run of its own: what it is asked for may come to nothing, and the key is there all the same.
    const recorder = openRecorder({ home, warn, command: 'keygen', records: 'effects' })
    const made = await makeKey({ name, role: 'both', folder: '.', unprotected: false }, this.#session, {
      before: (card) => recorder.outcome({ cards: cardsAs('own', [card]) }),
    })
    recorder.done()
    this.#session.note(say().cli.nextKeygen({ card: this.#session.word(made.cardPath) }))
    this.added.push('--key', made.keyPath)
  }

  /** The digits of a card that is to be trusted. */
  async digits(card: Card): Promise<void> {
    const { person } = this.#session
    if (person !== undefined) this.added.push('--fingerprint', await hearDigits(card, person))
  }

  /** Cards by a flag that may stand several times, then the digits of those not confirmed. */
  async cards(flag: string, question: string): Promise<void> {
    const given = this.#values.list(flag)
    const words =
      given.length > 0 ? given : [unquote(await this.#ask(question))].filter((word) => word !== '')
    if (given.length === 0) this.added.push(...words.flatMap((word) => [`--${flag}`, word]))
    const heard = await askForDigits(words, this.#values.list('confirm'), this.#session)
    this.added.push(...heard.flatMap((digits) => ['--confirm', digits]))
  }

  async #ask(question: string, suggestion?: string): Promise<string> {
    const answer = (await this.#session.person?.ask(question, suggestion)) ?? ''
    assertNoPrivateKey(answer, say().cli.theAnswer)
    return answer
  }
}

/** The only key file in the folder. */
function onlyKey(): string | undefined {
  const [only, ...more] = globSync('*.key')
  return more.length === 0 ? only : undefined
}

function splitWords(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  )
}

/** A file name that begins like a flag is written so that it is none. */
function asOperand(word: string): string {
  return word.startsWith('-') ? `./${word}` : word
}

/** Terminals quote a file that is dropped on them. */
function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text
}
