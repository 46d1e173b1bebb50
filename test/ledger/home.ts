import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { openRecorder, type RunRecorder } from '../../src/ledger/index.ts'
import { keyOfFirstLine, type LedgerLine, parseLine } from '../../src/ledger/line.ts'

export const NOW = new Date('2026-03-04T05:06:07.089Z')

/** An installation of its own, with a ledger that can be looked at and tampered with. */
export class Home implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'datadeed-ledger-'))
  readonly warnings: string[] = []
  readonly now = NOW

  at(name: string): string {
    return join(this.path, name)
  }

  recorder(command = 'seal', records: 'effects' | 'reads' = 'effects'): RunRecorder {
    const warn = (sentence: string): void => void this.warnings.push(sentence)
    return openRecorder({ home: this.path, command, records, warn, now: () => NOW })
  }

  /** What stands in the file, LF included. */
  get text(): string {
    return readFileSync(this.at('ledger.jsonl'), 'utf8')
  }

  set text(text: string) {
    writeFileSync(this.at('ledger.jsonl'), text)
  }

  get lines(): string[] {
    return this.text.split('\n').slice(0, -1)
  }

  set lines(lines: readonly string[]) {
    this.text = lines.map((line) => `${line}\n`).join('')
  }

  read(name = ''): string {
    return readFileSync(this.at(name), 'utf8')
  }

  /** Each line as it is read, its signature checked. */
  readLines(): LedgerLine[] {
    const lines = this.lines.map((line) => Buffer.from(line))
    const key = keyOfFirstLine(lines[0] ?? Buffer.of(), 'line 1')
    return lines.map((line, at) => parseLine(line, key, `line ${at + 1}`))
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

export function useHome(): () => Home {
  let home: Home | undefined
  beforeEach(() => {
    home = new Home()
  })
  afterEach(() => {
    home?.[Symbol.dispose]()
  })
  return () => {
    if (home === undefined) throw new Error('no installation outside of a test')
    return home
  }
}
