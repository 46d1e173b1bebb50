import { findEncoded } from '../encoding/encode.ts'
import type { CsvDialect } from './dialect.ts'
import type { FieldMap } from './find-fields.ts'
import { sameBytes } from './same-bytes.ts'
import { sourceFields } from './source-fields.ts'

/** Fields, by number, that keep their own bytes in the export's encoding; ascending. */
export type OwnBytes = readonly { readonly field: number; readonly bytes: Uint8Array }[]

/** Finds the fields that hold a second byte form of a character (threats M4). `text` is the source, decoded. */
export function findOwnBytes(
  source: Uint8Array,
  text: Uint8Array,
  map: FieldMap,
  dialect: CsvDialect,
): OwnBytes {
  const own: { field: number; bytes: Uint8Array }[] = []
  const { rowStarts, ends, columns } = map
  let field = 0
  for (const [from, to] of sourceFields(source, dialect)) {
    const start = field % columns === 0 ? rowStarts[field / columns]! : ends[field - 1]! + 1
    const encoded = findEncoded(text.subarray(start, ends[field]), dialect.encoding)
    const bytes = source.slice(from, to)
    if (encoded === undefined || !sameBytes(encoded, bytes)) own.push({ field, bytes })
    field++
  }
  return own
}
