import { basename, dirname } from 'node:path'
import { PartialOutput, realFileSystem, sweepPartials, syncFolder } from '../files/index.ts'
import type { ResealRequest } from './request.ts'
import { RESEAL, type ResealContent, readReseal, signReseal } from './reseal-paper.ts'

/** A signed paper on the disk that does not have its name yet, since what it speaks of does not either. */
export interface PendingPaper extends AsyncDisposable {
  readonly sha256: string
  /** @throws DatadeedError EXISTS, IO_WRITE */
  publish(): Promise<void>
}

/**
 * Signs the paper, reads it as others will, and writes it: after that, giving it its name needs no more room.
 * @throws DatadeedError LIMIT, NOSPACE, IO_WRITE
 */
export async function preparePaper(content: ResealContent, request: ResealRequest): Promise<PendingPaper> {
  const { paper: path, signer, files = realFileSystem } = request
  const bytes = signReseal(content, request)
  const { sha256 } = readReseal(bytes, { from: signer.card, name: RESEAL.predicateType })
  await sweepPartials(files, { folder: dirname(path), names: [basename(path)] })
  await using opening = new AsyncDisposableStack()
  const output = opening.use(new PartialOutput(path, 'file', files))
  const file = await output.createFile('shared')
  await file.append(bytes)
  await file.sync()
  await file.close()
  const stack = opening.move()
  return {
    sha256,
    async publish() {
      await output.publish()
      await syncFolder(files, dirname(path), path)
      output.keep()
    },
    [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose](),
  }
}
