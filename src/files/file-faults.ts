import { DatadeedError, type ErrorCode } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

const CODES: Readonly<Record<string, ErrorCode>> = {
  EEXIST: 'EXISTS',
  // Renaming a folder over one that holds something fails in these words.
  ENOTEMPTY: 'EXISTS',
  ENOSPC: 'NOSPACE',
  EDQUOT: 'NOSPACE',
  EFBIG: 'NOSPACE',
}

/** What linking fails with on file systems without hard links: FAT, some network shares, some containers. */
export const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EMLINK',
])

/** A system's failure to read: IO_READ. */
export function readFault(path: string, cause: unknown): DatadeedError {
  if (cause instanceof DatadeedError) return cause
  const place = { path: printable(path), reason: reasonOf(cause) }
  return new DatadeedError('IO_READ', say().files.unreadable(place), { cause })
}

/** A system's failure to write: NOSPACE, EXISTS or IO_WRITE. */
export function writeFault(path: string, cause: unknown): DatadeedError {
  if (cause instanceof DatadeedError) return cause
  const reason = reasonOf(cause)
  const code = CODES[reason] ?? 'IO_WRITE'
  if (code === 'EXISTS') return existsFault(path, cause)
  if (code === 'NOSPACE') {
    const hints = [say().files.noSpaceHint]
    return new DatadeedError(code, say().files.noSpace({ path: printable(path) }), { hints, cause })
  }
  return new DatadeedError(code, say().files.unwritable({ path: printable(path), reason }), { cause })
}

export function existsFault(path: string, cause?: unknown): DatadeedError {
  const hints = [say().files.existsHint]
  return new DatadeedError('EXISTS', say().files.exists({ path: printable(path) }), { hints, cause })
}

/** What a failed run made and could not take away again: the one sentence that names it. */
export class LeftBehind extends DatadeedError {
  readonly paths: readonly string[]

  constructor(paths: readonly string[], cause: unknown) {
    super('IO_WRITE', say().files.leftBehind({ paths: paths.map((path) => printable(path)) }), { cause })
    this.name = 'LeftBehind'
    this.paths = paths
  }
}

/** The system's short name of a failure, such as ENOENT. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : 'unknown'
}
