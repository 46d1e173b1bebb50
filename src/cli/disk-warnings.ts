import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Session } from './session.ts'

/** What a run found out about the disk that it wrote to, though it succeeded. */
interface Written {
  readonly lasting: boolean
  readonly leftovers: readonly string[]
}

export function warnOfDisk({ lasting, leftovers }: Written, session: Session): void {
  if (!lasting) session.warn(say().cli.notLasting, [say().cli.hintNotLasting])
  if (leftovers.length === 0) return
  const paths = leftovers.map((path) => printable(path))
  session.warn(say().cli.leftovers({ paths }), [say().cli.hintLeftovers])
}
