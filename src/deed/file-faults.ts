import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** A system's failure to read: IO_READ. */
export function readFault(path: string, cause: unknown): DatadeedError {
  if (cause instanceof DatadeedError) return cause
  const place = { path: printable(path), reason: reasonOf(cause) }
  return new DatadeedError('IO_READ', say().deed.unreadable(place), { cause })
}

/** A system's failure to write: NOSPACE, EXISTS or IO_WRITE. */
export function writeFault(path: string, cause: unknown): DatadeedError {
  if (cause instanceof DatadeedError) return cause
  const reason = reasonOf(cause)
  if (reason === 'EEXIST') return existsFault(path, cause)
  if (NO_SPACE.has(reason)) {
    const hints = [say().deed.noSpaceHint]
    return new DatadeedError('NOSPACE', say().deed.noSpace({ path: printable(path) }), { hints, cause })
  }
  return new DatadeedError('IO_WRITE', say().deed.unwritable({ path: printable(path), reason }), { cause })
}

export function existsFault(path: string, cause?: unknown): DatadeedError {
  const hints = [say().deed.existsHint]
  return new DatadeedError('EXISTS', say().deed.exists({ path: printable(path) }), { hints, cause })
}

/** The system's short name of a failure, such as ENOENT. */
export function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : 'unknown'
}
