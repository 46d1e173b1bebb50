import { Readable } from 'node:stream'
import { constants, createGunzip, createZstdDecompress, type Gunzip } from 'node:zlib'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { SourceFile } from '../source-file.ts'
import { type FramePlace, findFrames } from './zstd-frames.ts'

const READ_BYTES = 256 * 1024
/** log2 of the window that a packed export may ask for: 128 MiB, as the zstd program itself allows. */
const WINDOW_LOG = 27

export type Compression = 'gzip' | 'zstd'

/**
 * What a packed file unpacks to, piece by piece.
 * @throws FORMAT if it is not what its name says, is cut or damaged, or anything stands behind it
 */
export async function* unpack(file: SourceFile, compression: Compression): AsyncGenerator<Uint8Array> {
  try {
    yield* compression === 'gzip' ? gunzip(file) : unzstd(file)
  } catch (cause) {
    if (cause instanceof DatadeedError || !(cause instanceof Error) || !('errno' in cause)) throw cause
    throw broken(file, compression)
  }
}

async function* gunzip(file: SourceFile): AsyncGenerator<Uint8Array> {
  const engine = createGunzip({ chunkSize: READ_BYTES })
  yield* through(file, { start: 0, end: file.size }, engine)
  // Node leaves what is no further member, however long, without a word.
  if (engine.bytesWritten !== file.size) throw broken(file, 'gzip')
}

async function* unzstd(file: SourceFile): AsyncGenerator<Uint8Array> {
  const frames = await findFrames(file)
  if (frames === undefined || frames.length === 0) throw broken(file, 'zstd')
  for (const frame of frames) {
    const params = { [constants.ZSTD_d_windowLogMax]: WINDOW_LOG }
    yield* through(file, frame, createZstdDecompress({ chunkSize: READ_BYTES, params }) as unknown as Gunzip)
  }
}

/** Feeds a part of the file to an engine, and gives what comes out of it. */
async function* through(file: SourceFile, part: FramePlace, engine: Gunzip): AsyncGenerator<Uint8Array> {
  const source = Readable.from(pieces(file, part))
  source.on('error', (cause) => engine.destroy(cause))
  source.pipe(engine)
  try {
    for await (const piece of engine) yield piece
  } finally {
    source.destroy()
    engine.destroy()
  }
}

async function* pieces(file: SourceFile, { start, end }: FramePlace): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; at += READ_BYTES) {
    const piece = new Uint8Array(Math.min(READ_BYTES, end - at))
    await file.readInto(piece, at)
    yield piece
  }
}

function broken(file: SourceFile, what: Compression): DatadeedError {
  const { ingest } = say()
  return new DatadeedError('FORMAT', ingest.packedBroken({ path: printable(file.path), what }), {
    hints: [ingest.hintPackedBroken],
  })
}
