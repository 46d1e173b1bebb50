import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { DatadeedError } from '../../errors.ts'
import { WORKBOOK_RATIO } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import type { PartLimits } from './archive.ts'
import { damagedArchive, type PartPlace, refuse, shownPart } from './refusals.ts'

const PIECE_BYTES = 64 * 1024
/** Below this, a part may be as repetitive as it likes: a short honest one of blanks can be. */
const FREE_BYTES = 1024 * 1024

/**
 * A part's bytes, inflated as they are asked for; nothing beyond a limit is produced.
 * @throws LIMIT over the part's bytes or the ratio, FORMAT for what does not inflate or goes on behind its end
 */
export async function* inflatePart(
  packed: AsyncIterable<Uint8Array>,
  of: {
    readonly deflated: boolean
    /** Packed bytes, as the directory says. */
    readonly packed: number
    readonly place: PartPlace
    readonly limits: PartLimits
  },
): AsyncGenerator<Uint8Array> {
  const { deflated, place, limits } = of
  const most = Math.min(limits.bytes, Math.max(FREE_BYTES, of.packed * WORKBOOK_RATIO))
  let length = 0
  for await (const piece of deflated ? inflate(packed, of) : packed) {
    length += piece.length
    if (length > most) {
      const sentence =
        most === limits.bytes
          ? say().xlsx.partTooLong({ ...shownPart(place), most })
          : say().xlsx.partTooDense({ ...shownPart(place), most: WORKBOOK_RATIO })
      throw refuse('LIMIT', sentence, ['hintSaveAgain'])
    }
    yield piece
  }
}

async function* inflate(
  packed: AsyncIterable<Uint8Array>,
  { place, packed: expected }: { readonly place: PartPlace; readonly packed: number },
): AsyncGenerator<Uint8Array> {
  const inflater = createInflateRaw({ chunkSize: PIECE_BYTES })
  const stopped = new AbortController()
  const fed = pipeline(packed, inflater, { signal: stopped.signal })
  // Told below, where it is awaited; until then it must not end the process.
  fed.catch(() => undefined)
  try {
    yield* inflater
    await fed
    if (inflater.bytesWritten !== expected) throw damagedArchive(place.path)
  } catch (cause) {
    throw cause instanceof DatadeedError ? cause : damagedArchive(place.path, cause)
  } finally {
    stopped.abort()
  }
}
