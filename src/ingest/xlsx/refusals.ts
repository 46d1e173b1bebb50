import { DatadeedError, type ErrorCode } from '../../errors.ts'
import { type Messages, say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'

type Hint = {
  [Key in keyof Messages['xlsx']]: Messages['xlsx'][Key] extends string ? Key : never
}[keyof Messages['xlsx']]

/** A refusal with what to do; the sentence holds places and numbers, no cell. */
export function refuse(code: ErrorCode, sentence: string, hints: readonly Hint[], cause?: unknown) {
  return new DatadeedError(code, sentence, {
    hints: hints.map((hint) => say().xlsx[hint]),
    ...(cause === undefined ? {} : { cause }),
  })
}

/** The archive itself is not as it should be. */
export function damagedArchive(path: string, cause?: unknown): DatadeedError {
  return refuse('FORMAT', say().xlsx.damagedArchive({ path: printable(path) }), ['hintSaveAgain'], cause)
}

/** A part of a workbook, for sentences. */
export interface PartPlace {
  readonly path: string
  readonly part: string
}

export function shownPart({ path, part }: PartPlace): PartPlace {
  return { path: printable(path), part: printable(part, 80) }
}

/** A part is no XML, or other XML than its place asks for. */
export function brokenPart(place: PartPlace, cause?: unknown): DatadeedError {
  return refuse('SYNTAX', say().xlsx.brokenPart(shownPart(place)), ['hintSaveAgain'], cause)
}

/** A1, AB12: a cell as a person finds it. */
export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row}`
}

/** The letters of a column of a sheet, from 0. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}
