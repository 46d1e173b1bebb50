import { joinColumns } from '../../ingest/cut-and-join.ts'
import type { KernelMemory } from '../../kernel/kernel.ts'
import type { Slice } from '../../table.ts'

const [LF, QUOTE, BACKSLASH, DOT] = [0x0a, 0x22, 0x5c, 0x2e]
const END_MARK = Buffer.from('\\.\n')
const QUOTED_MARK = Buffer.from('"\\."\n')

/**
 * Some columns of a slice as COPY … FROM STDIN (FORMAT csv) reads them: an empty field is NULL, `""` the empty text. Of a
 * table of one column, a field that is `\.` alone gets quotes: before PostgreSQL 18 that line ends the data in silence.
 * @throws DatadeedError DAMAGED if a segment is not of the strict form
 */
export function joinForCopy(
  slice: Slice,
  columns: readonly number[],
  {
    rowNumberFrom,
    memory,
  }: { readonly rowNumberFrom?: number | undefined; readonly memory?: KernelMemory | undefined } = {},
): Uint8Array {
  const layout = { delimiter: ',', lineEnd: '\n', encoding: 'utf-8' } as const
  const numbered = rowNumberFrom === undefined ? {} : { rowNumberFrom }
  const bytes = joinColumns(slice, columns, { ...layout, ...numbered }, memory)
  return columns.length === 1 && rowNumberFrom === undefined ? quoteEndMarks(bytes) : bytes
}

/** The bytes hold nothing but strict fields, each ended by LF. */
function quoteEndMarks(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!whole.includes(END_MARK)) return bytes
  const pieces: Uint8Array[] = []
  let from = 0
  for (let at = 0; at < whole.length; ) {
    const end = fieldEnd(whole, at)
    if (end === at + 2 && whole[at] === BACKSLASH && whole[at + 1] === DOT) {
      pieces.push(whole.subarray(from, at), QUOTED_MARK)
      from = end + 1
    }
    at = end + 1
  }
  return pieces.length === 0 ? bytes : new Uint8Array(Buffer.concat([...pieces, whole.subarray(from)]))
}

/** Where the LF behind a field stands. */
function fieldEnd(bytes: Buffer, start: number): number {
  let at = start
  if (bytes[at] === QUOTE) {
    do at = bytes.indexOf(QUOTE, at + 1) + 1
    while (bytes[at] === QUOTE)
  }
  return bytes.indexOf(LF, at)
}
