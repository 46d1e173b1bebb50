import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'

/** What a person decides about a sheet by a flag or in a copy, so that all sheets of a workbook are told at once. */
const GATHERED: ReadonlySet<string> = new Set(['SHAPE', 'VALUE'])
/** Sheets of one error; a workbook with hundreds is told its first ones. */
const SHOWN = 20

/** The faults of a workbook's sheets. */
export class SheetFaults {
  readonly #faults: DatadeedError[] = []

  /** Keeps a fault of a sheet for later. @throws what is no such fault */
  keep(cause: unknown): 'faulty' {
    if (!(cause instanceof DatadeedError) || !GATHERED.has(cause.code)) throw cause
    this.#faults.push(cause)
    return 'faulty'
  }

  /** @throws the one fault, or one error that names all of them, with the code of the first */
  throwAny(path: string): void {
    const [first, ...more] = this.#faults
    if (first === undefined) return
    if (more.length === 0) throw first
    const lines = this.#faults.slice(0, SHOWN).map(({ message }) => message)
    if (this.#faults.length > SHOWN) lines.push('…')
    const told = { path: printable(path), sheets: this.#faults.length, list: lines.join('\n  ') }
    const hints = [...new Set(this.#faults.flatMap((fault) => fault.hints))]
    throw new DatadeedError(first.code, say().xlsx.sheetFaults(told), { hints })
  }
}

/** A sheet's number as a flag takes it: with the sheet's name where the workbook has several to read. */
export function flagNumber(number: number, sheet: string | undefined): string {
  if (sheet === undefined) return String(number)
  const word = `${printable(sheet)}=${number}`
  return /^[\p{L}\p{N}_.=-]+$/u.test(word) ? word : `"${word}"`
}
