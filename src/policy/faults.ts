import { DatadeedError, type ErrorCode } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** One thing wrong with a policy, or with what it says about these exports. */
export interface Fault {
  /** Of the policy file, from 1; absent where no line is to blame. */
  readonly line?: number
  readonly what: string
  readonly hint?: string
  /** More than one, where there is a choice. */
  readonly hints?: readonly string[]
}

/** Sentences of one error; a policy with a thousand faults is told its first fifty. */
const FAULTS_SHOWN = 50

/** Throws one error that names all the faults, in the order of their lines; returns if there are none. */
export function throwFaults(
  path: string | undefined,
  faults: readonly [Fault, ...Fault[]],
  code?: ErrorCode,
): never
export function throwFaults(path: string | undefined, faults: readonly Fault[], code?: ErrorCode): void
export function throwFaults(
  path: string | undefined,
  faults: readonly Fault[],
  code: ErrorCode = 'POLICY',
): void {
  if (faults.length === 0) return
  const words = say().policy
  const ordered = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  const lines = ordered
    .slice(0, FAULTS_SHOWN)
    .map(({ line, what }) => (line === undefined ? what : words.atLine({ line, what })))
  if (ordered.length > FAULTS_SHOWN) lines.push(words.moreFaults({ count: ordered.length - FAULTS_SHOWN }))
  const hints = [...new Set(ordered.flatMap(({ hint, hints = [] }) => hint ?? hints))].slice(0, FAULTS_SHOWN)
  throw new DatadeedError(
    code,
    path === undefined
      ? words.planFaults({ list: lines.join('\n  ') })
      : (code === 'RULE' ? words.drifted : words.faults)({
          path: printable(path),
          count: ordered.length,
          list: lines.join('\n  '),
        }),
    { hints },
  )
}
