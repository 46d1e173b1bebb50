import { WORKBOOK_ITEMS, WORKBOOK_PART_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Archive } from './archive.ts'
import { readXml } from './read-xml.ts'
import { brokenPart, refuse } from './refusals.ts'
import { type Relationship, readRelationships } from './relationships.ts'

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** `worksheet` has cells; a `chartsheet` and others have none. */
  readonly type: string
  /** The part's name in the archive. */
  readonly part: string
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly dateSystem: '1900' | '1904'
  readonly styles: string | undefined
  readonly sharedStrings: string | undefined
  /** Whether programs are stored with it. */
  readonly macros: boolean
}

/**
 * What a workbook's archive holds (ECMA-376-1, 18.2).
 * @throws FORMAT if it is none that we read, SYNTAX, LIMIT
 */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const main = (await readRelationships(archive, '')).find(({ type }) => type === 'officeDocument')
  if (main === undefined || !archive.has(main.target)) {
    throw refuse('FORMAT', say().xlsx.noWorkbook({ path: printable(archive.path) }), ['hintSaveAsXlsx'])
  }
  if (main.target.toLowerCase().endsWith('.bin')) {
    throw refuse('FORMAT', say().xlsx.binaryWorkbook({ path: printable(archive.path) }), ['hintSaveAsXlsx'])
  }
  const related = await readRelationships(archive, main.target)
  const { sheets, dateSystem } = await readSheets(archive, main.target, related)
  const targetOf = (wanted: string): string | undefined => related.find(({ type }) => type === wanted)?.target
  return {
    sheets,
    dateSystem,
    styles: targetOf('styles'),
    sharedStrings: targetOf('sharedStrings'),
    macros: related.some(({ type }) => type === 'vbaProject'),
  }
}

async function readSheets(
  archive: Archive,
  part: string,
  related: readonly Relationship[],
): Promise<Pick<Workbook, 'sheets' | 'dateSystem'>> {
  const place = { path: archive.path, part }
  const byId = new Map(related.map((each) => [each.id, each]))
  const sheets: Sheet[] = []
  let dateSystem: Workbook['dateSystem'] = '1900'
  let root = ''
  await readXml(await archive.open(part, { bytes: WORKBOOK_PART_BYTES }), place, {
    open(name, attributes, depth, namespaces) {
      if (depth === 1) root = name
      if (depth === 2 && name === 'workbookPr') dateSystem = isOn(attributes.date1904) ? '1904' : '1900'
      if (depth !== 3 || name !== 'sheet') return
      const target = byId.get(namespaces.relationshipId(attributes) ?? '')
      if (target === undefined || attributes.name === undefined) throw brokenPart(place)
      if (sheets.length === WORKBOOK_ITEMS) throw brokenPart(place)
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      sheets.push({ name: attributes.name, hidden, type: target.type, part: target.target })
    },
  })
  if (root !== 'workbook') {
    throw refuse('FORMAT', say().xlsx.noWorkbook({ path: printable(archive.path) }), ['hintSaveAsXlsx'])
  }
  const names = new Set(sheets.map(({ name }) => name.toLowerCase()))
  const parts = new Set(sheets.map(({ part: target }) => target.toLowerCase()))
  if (names.size < sheets.length || parts.size < sheets.length) throw brokenPart(place)
  return { sheets, dateSystem }
}

/** xsd:boolean. */
export function isOn(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}
