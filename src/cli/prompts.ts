import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'

/** How often a question is put in all, when an answer cannot be used. */
export const ATTEMPTS = 3

/** Somebody at a terminal. Questions go to stderr, so that stdout holds results only. */
export interface Person {
  ask(question: string, suggestion?: string): Promise<string>
  askHidden(question: string): Promise<string>
  /** Says something between questions. */
  tell(text: string): void
}

export function openPerson(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  signal: AbortSignal,
): Person {
  const terminal = new Terminal(input, output, signal)
  return {
    tell: (text) => void output.write(`${text}\n`),
    ask: async (question, suggestion) => {
      const shown = suggestion === undefined ? `${question} ` : `${question} [${suggestion}] `
      const answer = (await terminal.readLine(shown, 'shown')).trim()
      return answer === '' && suggestion !== undefined ? suggestion : answer
    },
    askHidden: (question) => terminal.readLine(`${question} `, 'hidden'),
  }
}

/** Reads lines one question at a time, so that ^C means what it always means while nothing is asked. */
class Terminal {
  readonly #input: NodeJS.ReadStream
  readonly #output: NodeJS.WriteStream
  readonly #signal: AbortSignal
  /** Lines that were pasted or typed ahead of their question. */
  readonly #ahead: string[] = []

  constructor(input: NodeJS.ReadStream, output: NodeJS.WriteStream, signal: AbortSignal) {
    this.#input = input
    this.#output = output
    this.#signal = signal
  }

  async readLine(question: string, answer: 'shown' | 'hidden'): Promise<string> {
    const ahead = this.#ahead.shift()
    if (ahead !== undefined) {
      this.#output.write(`${question}\n`)
      return ahead
    }
    if (answer === 'shown') return this.#ask(question, this.#output)
    this.#output.write(question)
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    try {
      return await this.#ask('', nowhere)
    } finally {
      this.#output.write('\n')
    }
  }

  async #ask(question: string, output: NodeJS.WritableStream): Promise<string> {
    const signal = this.#signal
    const line = createInterface({ input: this.#input, output, terminal: true, historySize: 0 })
    // In raw mode the terminal hands us ^C as a key.
    line.on('SIGINT', () => process.kill(process.pid, 'SIGINT'))
    const closed = new Promise<never>((_, reject) => {
      line.once('close', () => {
        reject(signal.aborted ? signal.reason : new DatadeedError('USAGE', say().cli.noAnswer))
      })
    })
    try {
      const answer = line.question(question, { signal })
      line.on('line', (text) => this.#ahead.push(text))
      return await Promise.race([answer, closed])
    } finally {
      line.close()
      closed.catch(() => {})
    }
  }
}
