import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { CellKind } from '../../table.ts'
import { GENERAL, type NumberFormat } from './number-format.ts'
import { isCutScientific, judgeLongInteger, plainNumber } from './plain-number.ts'
import { cellName } from './refusals.ts'
import type { SharedStrings } from './shared-strings.ts'
import { isoDate, sheetDate } from './sheet-dates.ts'
import type { RawCell } from './sheet-rows.ts'
import type { CellFormats } from './styles.ts'

/** What is to be said of cells of a column, in the order in which it is said; FORMAT.md section 5.2. */
export const REMARKS = [
  'digits-cut',
  'not-a-date',
  'date-rounded',
  'shown-otherwise',
  'shown-rounded',
  'formula-values',
  'error-values',
] as const
export type CellRemark = (typeof REMARKS)[number]

export interface DecodedCell {
  readonly kind: CellKind
  readonly text: string
  readonly remark?: CellRemark | undefined
}

/** The types of cells (ECMA-376-1, 18.18.11); no sentence shows another, which could be anything. */
const KNOWN_TYPES: ReadonlySet<string> = new Set(['b', 'd', 'e', 'inlineStr', 'n', 's', 'str'])

/** What the cells of a workbook share. */
export interface CellContext {
  /** The file and sheet, for sentences. */
  readonly path: string
  readonly strings: SharedStrings | undefined
  readonly formats: CellFormats
  readonly dateSystem: '1900' | '1904'
}

/**
 * What a cell holds. The stored value decides, never what a format shows of it.
 * @param cell - one with a value
 * @throws VALUE, SYNTAX
 */
export function decodeCell(cell: RawCell, row: number, context: CellContext): DecodedCell {
  const { type, value = '' } = cell
  switch (type) {
    case 's':
      return decodeText(textAt(value, cell, row, context))
    case 'str':
    case 'inlineStr':
      return decodeText(value)
    case 'n':
      return decodeNumber(value, cell, row, context)
    case 'b':
      if (value !== '0' && value !== '1') throw unreadable(cell, row, context)
      return { kind: 'boolean', text: value === '1' ? 'true' : 'false' }
    case 'e':
      return { kind: 'error', text: value, remark: 'error-values' }
    case 'd': {
      const text = isoDate(value)
      if (text === undefined) throw unreadable(cell, row, context)
      return { kind: 'date', text }
    }
    default:
      throw unreadable(cell, row, context)
  }
}

function textAt(value: string, cell: RawCell, row: number, context: CellContext): string {
  const text = /^\d{1,9}$/.test(value) ? context.strings?.at(Number(value)) : undefined
  if (text === undefined) throw unreadable(cell, row, context)
  return text
}

function decodeText(text: string): DecodedCell {
  return { kind: 'text', text, remark: isCutScientific(text) ? 'digits-cut' : undefined }
}

function decodeNumber(stored: string, cell: RawCell, row: number, context: CellContext): DecodedCell {
  const trimmed = stored.trim()
  const text = plainNumber(trimmed)
  if (text === undefined) throw unreadable(cell, row, context)
  const format = context.formats[cell.style] ?? GENERAL
  if (format.kind === 'date' || format.kind === 'time') {
    const date = sheetDate(trimmed, context.dateSystem, { kind: format.kind, clock: format.clock })
    if (date === undefined) return { kind: 'number', text, remark: 'not-a-date' }
    return { kind: 'date', text: date.text, remark: date.exact ? undefined : 'date-rounded' }
  }
  return { kind: 'number', text, remark: remarkOf(text, format) }
}

function remarkOf(text: string, format: NumberFormat): CellRemark | undefined {
  const long = text.length > 15 ? judgeLongInteger(text) : 'short'
  if (long === 'cut') return 'digits-cut'
  if (long === 'whole' || format.dressed) return 'shown-otherwise'
  if (format === GENERAL) return undefined
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.')
  if (whole.length < format.leadingDigits && format.leadingDigits > 1) return 'shown-otherwise'
  return format.decimals !== undefined && fraction.length > format.decimals ? 'shown-rounded' : undefined
}

function unreadable({ column, type }: RawCell, row: number, { path }: CellContext): DatadeedError {
  const where = {
    path: printable(path),
    cell: cellName(column, row),
    type: KNOWN_TYPES.has(type) ? type : '?',
  }
  return new DatadeedError('VALUE', say().xlsx.unreadableCell(where), { hints: [say().xlsx.hintSaveAgain] })
}
