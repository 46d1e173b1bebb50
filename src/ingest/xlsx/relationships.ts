import { posix } from 'node:path'
import { WORKBOOK_ITEMS, WORKBOOK_PART_BYTES } from '../../limits.ts'
import type { Archive } from './archive.ts'
import { readXml } from './read-xml.ts'
import { brokenPart } from './refusals.ts'

/** What a part refers to. */
export interface Relationship {
  readonly id: string
  /** The last word of the type's address, which the transitional and the strict form share. */
  readonly type: string
  /** The part's name in the archive. */
  readonly target: string
}

const TYPES =
  /^http:\/\/(?:schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml|schemas\.microsoft\.com)\/.*\/([A-Za-z]+)$/

/**
 * The internal relationships of a part (`''` for the archive itself); none where it has no such list.
 * @throws SYNTAX, LIMIT, FORMAT
 */
export async function readRelationships(archive: Archive, of: string): Promise<Relationship[]> {
  const folder = posix.dirname(of)
  const part = posix.join(folder, '_rels', `${posix.basename(of)}.rels`)
  if (!archive.has(part)) return []
  const place = { path: archive.path, part }
  const found: Relationship[] = []
  await readXml(await archive.open(part, { bytes: WORKBOOK_PART_BYTES }), place, {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      const type = TYPES.exec(Type)?.[1]
      if (name !== 'Relationship' || TargetMode === 'External' || type === undefined) return
      if (found.length === WORKBOOK_ITEMS) throw brokenPart(place)
      found.push({ id: Id, type, target: posix.join('/', folder, withinPart(Target, folder)).slice(1) })
    },
  })
  return found
}

/** A target that begins with a slash counts from the archive's root. */
function withinPart(target: string, folder: string): string {
  return target.startsWith('/') ? posix.relative(posix.join('/', folder), target) : target
}
