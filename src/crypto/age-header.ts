import { DatadeedError } from '../errors.ts'
import { AGE_FILE_BYTES, AGE_STANZAS } from '../limits.ts'
import { say } from '../messages/index.ts'

const VERSION_LINE = Buffer.from('age-encryption.org/v1\n', 'latin1')
const STANZA_MARK = Buffer.from('-> ', 'latin1')
const END_MARK = Buffer.from('---', 'latin1')
const LINE_FEED = 0x0a

/**
 * Looks over an age header without decoding it, before the age library allocates for it: the size, the number of
 * stanzas, and the type of each. Whether the header is well formed in all else, the library decides.
 * @throws DatadeedError LIMIT, DAMAGED
 */
export function scanAgeHeader(file: Uint8Array): string[] {
  assertAgeFileSize(file)
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (!startsWith(bytes, VERSION_LINE, 0)) throw new DatadeedError('DAMAGED', say().crypto.ageNotBinary)
  const types: string[] = []
  for (let at = VERSION_LINE.length; ; ) {
    const end = bytes.indexOf(LINE_FEED, at)
    if (end < 0) throw new DatadeedError('DAMAGED', say().crypto.ageHeader)
    if (startsWith(bytes, END_MARK, at)) return types
    if (startsWith(bytes, STANZA_MARK, at)) {
      if (types.length === AGE_STANZAS) {
        throw new DatadeedError('LIMIT', say().crypto.ageTooManyStanzas({ most: AGE_STANZAS }))
      }
      types.push(bytes.toString('latin1', at + STANZA_MARK.length, end).split(' ', 1)[0] ?? '')
    }
    at = end + 1
  }
}

/** @throws DatadeedError LIMIT */
export function assertAgeFileSize(file: Uint8Array): void {
  if (file.length <= AGE_FILE_BYTES) return
  throw new DatadeedError('LIMIT', say().crypto.ageTooLarge({ got: file.length, most: AGE_FILE_BYTES }))
}

function startsWith(bytes: Buffer, mark: Buffer, at: number): boolean {
  return bytes.subarray(at, at + mark.length).equals(mark)
}
