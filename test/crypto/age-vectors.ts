import { inflateSync } from 'node:zlib'
import * as cctv from 'cctv-age'

/** One of the public vectors of age (C2SP CCTV): a file, what opens it, and what must come of it. */
export interface AgeVector {
  readonly name: string
  readonly expect: string
  /** SHA-256 of what may be released. */
  readonly payload: string | undefined
  readonly identities: readonly string[]
  readonly passphrases: readonly string[]
  readonly armored: boolean
  readonly file: Buffer
}

function parseVector(name: string, bytes: Uint8Array): AgeVector {
  const buffer = Buffer.from(bytes)
  const split = buffer.indexOf('\n\n')
  const lines = buffer.toString('utf8', 0, split).split('\n')
  const values = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2))
  const body = buffer.subarray(split + 2)
  return {
    name,
    expect: values('expect')[0] ?? '',
    payload: values('payload')[0],
    identities: values('identity'),
    passphrases: values('passphrase'),
    armored: values('armored')[0] === 'yes',
    file: values('compressed')[0] === 'zlib' ? inflateSync(body) : body,
  }
}

const all: Record<string, Uint8Array> = { ...cctv }

export const AGE_VECTORS: readonly AgeVector[] = Object.entries(all)
  .filter(([, bytes]) => bytes instanceof Uint8Array)
  .map(([name, bytes]) => parseVector(name, bytes))
