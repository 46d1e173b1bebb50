import { WORKBOOK_ITEMS, WORKBOOK_PART_BYTES } from '../../limits.ts'
import type { Archive } from './archive.ts'
import { builtInFormat, GENERAL, type NumberFormat, parseNumberFormat } from './number-format.ts'
import { readXml } from './read-xml.ts'
import { brokenPart } from './refusals.ts'

/** The number format of each cell style, by the number that a cell has in `s`. */
export type CellFormats = readonly NumberFormat[]

/**
 * Of a workbook's styles, what decides whether a number is a date (18.8.10 `cellXfs`, 18.8.30 `numFmt`).
 * @throws SYNTAX, LIMIT, FORMAT
 */
export async function readCellFormats(archive: Archive, part: string | undefined): Promise<CellFormats> {
  if (part === undefined) return []
  const place = { path: archive.path, part }
  const codes = new Map<number, string>()
  const used: number[] = []
  let parent = ''
  await readXml(await archive.open(part, { bytes: WORKBOOK_PART_BYTES }), place, {
    open(name, { numFmtId = '0', formatCode = '' }, depth) {
      if (depth === 2) parent = name
      if (depth !== 3) return
      if (codes.size + used.length > 2 * WORKBOOK_ITEMS) throw brokenPart(place)
      if (parent === 'numFmts' && name === 'numFmt') codes.set(Number(numFmtId), formatCode)
      if (parent === 'cellXfs' && name === 'xf') used.push(Number(numFmtId))
    },
  })
  const parsed = new Map<number, NumberFormat>([[0, GENERAL]])
  return used.map((id) => {
    const known = parsed.get(id)
    if (known !== undefined) return known
    const code = codes.get(id)
    const format = code === undefined ? builtInFormat(id) : parseNumberFormat(code)
    parsed.set(id, format)
    return format
  })
}
