import { CELL_KINDS, type Segment } from '../../table.ts'
import { SourceReader } from '../csv/source-reader.ts'
import { SourceWriter } from '../csv/source-writer.ts'

const ABSENT = CELL_KINDS.indexOf('absent') + 1
const NOTHING = new Uint8Array(0)

/** Of a `tags` segment the cells that are absent, for a column whose other cells have become texts; none: no segment. */
export function absentTags(segment: Segment, rows: number): Segment[] {
  const kept = new SourceWriter()
  const tags = new SourceReader(segment.bytes, rows, () => 0)
  for (; tags.position < rows; tags.advance()) {
    if (tags.number === ABSENT) kept.add(tags.position, ABSENT, NOTHING)
  }
  const bytes = kept.finish()
  return bytes.length === 0 ? [] : [{ ...segment, bytes }]
}
