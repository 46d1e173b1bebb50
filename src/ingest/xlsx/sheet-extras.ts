import { WORKBOOK_PART_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Archive } from './archive.ts'
import { readXml } from './read-xml.ts'
import { readRelationships } from './relationships.ts'
import { openSheet } from './sheet-rows.ts'
import type { Sheet, Workbook } from './workbook.ts'

const PICTURES = /^\/?xl\/media\//i

/** What lies in a workbook and is no cell: said, since it is not sealed. */
export async function describeExtras(
  archive: Archive,
  { macros }: Workbook,
  sheets: readonly Sheet[],
): Promise<string[]> {
  const { xlsx } = say()
  const notes: string[] = []
  const pictures = archive.names.filter((name) => PICTURES.test(name)).length
  if (pictures > 0) notes.push(xlsx.pictures({ path: printable(archive.path), pictures }))
  if (macros) notes.push(xlsx.macros({ path: printable(archive.path) }))
  for (const sheet of sheets) {
    const comments = await countComments(archive, sheet)
    if (comments > 0) notes.push(xlsx.comments({ sheet: printable(sheet.name), comments }))
  }
  return notes
}

async function countComments(archive: Archive, { part }: Sheet): Promise<number> {
  const related = await readRelationships(archive, part)
  let comments = 0
  for (const { type, target } of related) {
    if (type !== 'comments') continue
    await readXml(
      await archive.open(target, { bytes: WORKBOOK_PART_BYTES }),
      { path: archive.path, part: target },
      {
        open: (name) => {
          if (name === 'comment') comments += 1
        },
      },
    )
  }
  return comments
}

/** Whether a sheet holds a cell; its first rows tell. */
export async function holdsCells(archive: Archive, { type, part }: Sheet): Promise<boolean> {
  if (type !== 'worksheet') return false
  const { rows } = await openSheet(archive, part)
  for await (const batch of rows) if (batch.length > 0) return true
  return false
}
