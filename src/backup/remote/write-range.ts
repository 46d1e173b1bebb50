import { open } from 'node:fs/promises'
import { writeFault } from '../../files/index.ts'

/** Writes pieces behind one another into a file that is there, from an offset on; says how many bytes they were. */
export async function writeAt(path: string, offset: number, pieces: AsyncIterable<Buffer>): Promise<number> {
  let at = offset
  await using file = await open(path, 'r+').catch((cause: unknown) => {
    throw writeFault(path, cause)
  })
  for await (const piece of pieces) {
    for (let done = 0; done < piece.length; ) {
      const { bytesWritten } = await file
        .write(piece, done, piece.length - done, at + done)
        .catch((cause: unknown) => {
          throw writeFault(path, cause)
        })
      done += bytesWritten
    }
    at += piece.length
  }
  return at - offset
}

/** What goes beyond so many bytes is read and thrown away: a storage may send more than it was asked for. */
export async function* atMost(pieces: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let left = most
  for await (const piece of pieces) {
    if (left > 0) yield piece.subarray(0, left)
    left -= Math.min(left, piece.length)
  }
}
