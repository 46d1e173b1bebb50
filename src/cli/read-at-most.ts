import { open } from 'node:fs/promises'

/** One byte over a limit is enough to be refused for it. */
export async function readAtMost(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(Math.min(most, (await file.stat()).size + 1))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
