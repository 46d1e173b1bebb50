import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { nameForeignFormat } from '../foreign-format.ts'
import type { JsonForm } from './read-rows.ts'
import { skipSpace } from './tokens.ts'

const UTF8_BOM = [0xef, 0xbb, 0xbf]
/** A byte order mark of UTF-16 or UTF-32, or a bracket with zero bytes beside it. */
const WIDE = /^(?:\xff\xfe|\xfe\xff|\0|[\s[{]\0)/

/**
 * Requires that a file begins as JSON lines or a JSON array do.
 * @returns whether it has a byte order mark
 * @throws DatadeedError ENCODING, FORMAT
 */
export function assertJsonBegins(head: Uint8Array, form: JsonForm, path: string): { readonly bom: boolean } {
  const words = say().json
  const where = { path: printable(path) }
  if (WIDE.test(Buffer.from(head.subarray(0, 2)).toString('latin1'))) {
    throw new DatadeedError('ENCODING', words.wide(where), { hints: [words.hintWide] })
  }
  const bom = UTF8_BOM.every((byte, at) => head[at] === byte)
  const first = head[skipSpace(head, bom ? 3 : 0, head.length)]
  const [lines, array] = [first === 0x7b, first === 0x5b]
  if (first === undefined || (form === 'jsonl' ? lines : array)) return { bom }
  if (form === 'jsonl' && array) {
    throw new DatadeedError('FORMAT', words.arrayInLines(where), { hints: [words.hintNameJson] })
  }
  const foreign = nameForeignFormat(head, path)
  if (foreign !== undefined) {
    throw new DatadeedError('FORMAT', words.foreign({ ...where, what: foreign }), {
      hints: [words.hintForeign],
    })
  }
  if (form === 'jsonl') return { bom }
  throw new DatadeedError('FORMAT', words.noArray(where), {
    hints: lines ? [words.hintNameJsonl, words.hintInnerArray] : [words.hintForeign],
  })
}
