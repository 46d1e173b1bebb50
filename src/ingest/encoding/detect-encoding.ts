import { isUtf8 } from 'node:buffer'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { preambleParts } from '../csv/preamble.ts'
import { countLines } from '../lines-before.ts'
import type { SourceFile } from '../source-file.ts'
import { findBadByte, StreamCheck, wholeUtf8 } from './decode.ts'
import { CANDIDATES, type Encoding, findByteOrderMark } from './encodings.ts'
import { countHeaderWords } from './header-words.ts'
import { openDecoder } from './open-decoder.ts'

/** How the encoding was found; the manifest records it. */
export type EncodingBy = 'flag' | 'bom' | 'utf-8' | 'header-words' | 'asked'

export interface EncodingCandidate {
  readonly encoding: Encoding
  /** The header line as this encoding reads it, fit for a terminal. */
  readonly headerLine: string
}

/** Asks a person which header line reads right; undefined if nobody can tell. */
export type AskEncoding = (candidates: readonly EncodingCandidate[]) => Promise<Encoding | undefined>

export interface FoundEncoding {
  readonly encoding: Encoding
  readonly by: EncodingBy
  /** Bytes of the byte order mark, 0 if there is none. */
  readonly bomBytes: number
}

export interface EncodingChoice {
  readonly encoding?: Encoding | undefined
  readonly ask?: AskEncoding | undefined
  readonly readBytes: number
}

/** Finds the encoding, never by guess: flag, BOM, UTF-8 throughout, known header words, a person. @throws ENCODING */
export async function detectEncoding(
  file: SourceFile,
  head: Uint8Array,
  choice: EncodingChoice,
): Promise<FoundEncoding> {
  assertNoUtf32(file, head)
  const mark = findByteOrderMark(head)
  if (choice.encoding !== undefined) {
    if (mark !== undefined && mark.encoding !== choice.encoding) {
      const { ingest } = say()
      const names = { path: printable(file.path), bom: mark.encoding, flag: choice.encoding }
      throw new DatadeedError('ENCODING', ingest.bomContradictsFlag(names), {
        hints: [ingest.hintEncoding({ encoding: mark.encoding })],
      })
    }
    return { encoding: choice.encoding, by: 'flag', bomBytes: mark?.length ?? 0 }
  }
  if (mark !== undefined) return { encoding: mark.encoding, by: 'bom', bomBytes: mark.length }
  assertNoBareUtf16(file, head)
  if (tells(head) && isUtf8(head.subarray(0, wholeUtf8(head)))) {
    return { encoding: 'utf-8', by: 'utf-8', bomBytes: 0 }
  }
  const looked = file.rereadable ? file : wholeLinesOf(file, head)
  const badOffset = await findBadUtf8(looked, choice.readBytes)
  if (badOffset === undefined) return { encoding: 'utf-8', by: 'utf-8', bomBytes: 0 }
  return { ...(await decideCandidates(looked, head, choice, badOffset)), bomBytes: 0 }
}

/** Of what can be read only once, the head alone can be looked at; a byte behind it that does not fit is refused there. */
function wholeLinesOf(file: SourceFile, head: Uint8Array): SourceFile {
  const size = head.length < file.size ? head.lastIndexOf(0x0a) + 1 : head.length
  return {
    path: file.path,
    size,
    rereadable: true,
    reach: async () => undefined,
    readInto: async (into, offset) => into.set(head.subarray(offset, offset + into.length)),
    assertUnchanged: async () => undefined,
    [Symbol.asyncDispose]: async () => undefined,
  }
}

async function decideCandidates(
  file: SourceFile,
  head: Uint8Array,
  choice: EncodingChoice,
  badOffset: number,
): Promise<{ readonly encoding: Encoding; readonly by: EncodingBy }> {
  let candidates = CANDIDATES.map((encoding) => ({ encoding, headerLine: headerLine(head, encoding) }))
  const early = findClearWinner(candidates)
  if (early !== undefined && (await decodesEarly(file, head, early, choice.readBytes))) {
    return { encoding: early, by: 'header-words' }
  }
  const encodings = candidates.map((candidate) => candidate.encoding).filter((encoding) => encoding !== early)
  const whole = await decodesWhole(file, encodings, choice.readBytes)
  candidates = candidates.filter((candidate) => whole.includes(candidate.encoding))
  const winner = findClearWinner(candidates)
  if (winner !== undefined) return { encoding: winner, by: 'header-words' }
  if (candidates.length === 0) throw await noEncoding(file, badOffset)
  const shown = candidates.map((each) => ({ ...each, headerLine: printable(each.headerLine) }))
  const asked = await choice.ask?.(shown)
  if (asked !== undefined) return { encoding: asked, by: 'asked' }
  throw new DatadeedError(
    'ENCODING',
    say().ingest.ambiguousEncoding({
      path: printable(file.path),
      offset: badOffset,
      line: 1 + (await countLines(file, badOffset)),
      candidates: candidates.map((candidate) => candidate.encoding),
    }),
    {
      hints: [
        ...candidates.map(({ encoding }) => say().ingest.hintEncoding({ encoding })),
        say().ingest.hintWestern,
      ],
    },
  )
}

/**
 * Whether there is enough beyond ASCII in the head that it reads by chance in no second encoding: then the rest of the
 * file is not read for this question. A byte there that does not fit is refused with its place when its slice is cut.
 */
function tells(head: Uint8Array): boolean {
  let count = 0
  for (let at = 0; at < head.length && count < TELLING_BYTES; at++) if (head[at]! >= 0x80) count++
  return count === TELLING_BYTES
}

/** Bytes beyond ASCII, at least 64 characters. */
const TELLING_BYTES = 256

async function decodesEarly(
  file: SourceFile,
  head: Uint8Array,
  encoding: Encoding,
  readBytes: number,
): Promise<boolean> {
  if (tells(head)) return new StreamCheck(encoding).add(head, head.length < file.size)
  return (await decodesWhole(file, [encoding], readBytes)).length === 1
}

/** The one whose header line holds known words while the others hold none, or clearly more than any other. */
function findClearWinner(candidates: readonly EncodingCandidate[]): Encoding | undefined {
  const counted = candidates
    .map(({ encoding, headerLine }) => ({ encoding, words: countHeaderWords(headerLine) }))
    .sort((a, b) => b.words - a.words)
  const [best, next] = counted
  if (best === undefined || best.words === 0) return undefined
  const others = next?.words ?? 0
  return others === 0 || best.words >= 3 * others ? best.encoding : undefined
}

/** Which of the encodings decode the file from its first byte to its last. */
async function decodesWhole(
  file: SourceFile,
  encodings: readonly Encoding[],
  readBytes: number,
): Promise<readonly Encoding[]> {
  let checks = encodings.map((encoding) => new StreamCheck(encoding))
  const buffer = new Uint8Array(readBytes)
  for (let offset = 0; offset < file.size && checks.length > 0; offset += readBytes) {
    const piece = buffer.subarray(0, Math.min(readBytes, file.size - offset))
    await file.readInto(piece, offset)
    checks = checks.filter((check) => check.add(piece, offset + piece.length < file.size))
  }
  return checks.map((check) => check.encoding)
}

/** Offset of the first byte that is no UTF-8, if any. */
async function findBadUtf8(file: SourceFile, readBytes: number): Promise<number | undefined> {
  const buffer = new Uint8Array(readBytes + 4)
  let kept = 0
  for (let offset = 0; offset < file.size; ) {
    const length = Math.min(readBytes, file.size - offset)
    await file.readInto(buffer.subarray(kept, kept + length), offset)
    offset += length
    const piece = buffer.subarray(0, kept + length)
    const whole = offset === file.size ? piece.length : wholeUtf8(piece)
    if (!isUtf8(piece.subarray(0, whole))) return offset - piece.length + findBadByte(piece, 'utf-8')
    kept = piece.length - whole
    buffer.copyWithin(0, whole, piece.length)
  }
  return undefined
}

function headerLine(head: Uint8Array, encoding: Encoding): string {
  const { header } = preambleParts(head, { encoding })
  return openDecoder(encoding, false).decode(head.subarray(header.start, header.end))
}

/**
 * UTF-32 begins like UTF-16, if it has a byte order mark. Only there every four bytes are a character, some of them
 * ASCII: in any other encoding that takes NULs, which are refused in any case.
 */
function assertNoUtf32(file: SourceFile, head: Uint8Array): void {
  const start = new DataView(head.buffer, head.byteOffset, Math.min(head.length, 4096) & ~3)
  const places = Array.from({ length: start.byteLength / 4 }, (_, at) => 4 * at)
  const isUtf32 = [true, false].some((little) => {
    const points = places.map((at) => start.getUint32(at, little))
    return points.every((point) => point > 0 && point <= 0x10ffff) && points.some((point) => point < 0x80)
  })
  if (!isUtf32) return
  const { ingest } = say()
  throw new DatadeedError('ENCODING', ingest.utf32({ path: printable(file.path) }), {
    hints: [ingest.hintUtf32],
  })
}

/** UTF-16 without BOM is valid UTF-8 full of NULs; which half comes first would be a guess. */
function assertNoBareUtf16(file: SourceFile, head: Uint8Array): void {
  const zeros = [0, 0]
  const looked = Math.min(head.length, 4096)
  for (let at = 0; at < looked; at++) if (head[at] === 0) zeros[at & 1] = zeros[at & 1]! + 1
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) * 8 < looked || Math.max(even, odd) < 4 * Math.min(even, odd)) return
  const { ingest } = say()
  throw new DatadeedError('ENCODING', ingest.utf16WithoutBom({ path: printable(file.path) }), {
    hints: [ingest.hintEncoding({ encoding: odd > even ? 'utf-16le' : 'utf-16be' })],
  })
}

async function noEncoding(file: SourceFile, offset: number): Promise<DatadeedError> {
  const line = 1 + (await countLines(file, offset))
  return new DatadeedError(
    'ENCODING',
    say().ingest.noEncoding({ path: printable(file.path), offset, line, tried: CANDIDATES }),
    { hints: [say().ingest.hintReExport, say().ingest.hintWestern] },
  )
}
