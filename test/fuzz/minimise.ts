import { Broken, judge, type Target } from './target.ts'

const MOST_TRIES = 4000

/** A shorter input on which the target breaks in the same way: pieces are left out, large ones first. */
export async function minimise(target: Target, input: Uint8Array, kind: string): Promise<Uint8Array> {
  let least = Buffer.from(input)
  let tries = 0
  const stillBreaks = async (bytes: Uint8Array): Promise<boolean> => {
    tries += 1
    try {
      await judge(target, bytes)
      return false
    } catch (error) {
      return error instanceof Broken && error.kind === kind
    }
  }
  for (let size = Math.ceil(least.length / 2); size >= 1 && tries < MOST_TRIES; size = Math.floor(size / 2)) {
    for (let at = 0; at < least.length && tries < MOST_TRIES; ) {
      const shorter = Buffer.concat([least.subarray(0, at), least.subarray(at + size)])
      if (await stillBreaks(shorter)) least = shorter
      else at += size
    }
  }
  return least
}
