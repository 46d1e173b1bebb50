import { DatadeedError } from '../errors.ts'
import { isWorkbookName, type SheetNumber, type WorkbookOptions } from '../ingest/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { ExportSource } from './sources.ts'
import { findNamed } from './table-names.ts'
import type { Values } from './values.ts'

const FLAGS = ['sheet', 'header-row', 'footer-rows'] as const

/**
 * What a command line says of the sheets of its workbooks, by path; each value may begin with FILE= for one of several.
 * @throws DatadeedError USAGE where there is no workbook that it could concern
 */
export function readWorkbookOptions(
  values: Values,
  sources: readonly ExportSource[],
): Map<string, WorkbookOptions> {
  const paths = sources.flatMap(({ path, joined }) =>
    joined === undefined && isWorkbookName(path) ? [path] : [],
  )
  const flag = FLAGS.find((each) => values.on(each))
  if (flag !== undefined && paths.length === 0) {
    throw new DatadeedError('USAGE', say().xlsx.onlyForWorkbooks({ flag }))
  }
  const sheets = allot(values.list('sheet'), paths)
  const headerRows = allot(values.list('header-row'), paths)
  const footerRows = allot(values.list('footer-rows'), paths)
  return new Map(
    paths.map((path) => [
      path,
      {
        ...(values.on('sheet') ? { sheets: sheets.get(path) ?? [] } : {}),
        headerRows: (headerRows.get(path) ?? []).map((text) => readNumber('header-row', text)),
        footerRows: (footerRows.get(path) ?? []).map((text) => readNumber('footer-rows', text)),
      },
    ]),
  )
}

/** Values by the path that they are for; one without FILE= is for every workbook. */
function allot(given: readonly string[], paths: readonly string[]): Map<string, string[]> {
  const allotted = new Map<string, string[]>(paths.map((path) => [path, []]))
  for (const text of given) {
    const match = findNamed(text, paths)
    for (const path of match === undefined ? paths : [match.path]) {
      allotted.get(path)?.push(match?.name ?? text)
    }
  }
  return allotted
}

function readNumber(flag: string, text: string): SheetNumber {
  const [, sheet, digits] = /^(?:(.+)=)?([1-9]\d{0,6})$/s.exec(text) ?? []
  if (digits !== undefined) return { sheet, number: Number(digits) }
  throw new DatadeedError('USAGE', say().xlsx.notARow({ flag, got: printable(text, 60) }))
}
