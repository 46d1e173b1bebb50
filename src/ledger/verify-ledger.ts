import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { LedgerHead } from './head.ts'
import type { LedgerLine } from './line.ts'
import { type LedgerReading, readLedger } from './read-ledger.ts'

/** A head that stands somewhere else, where whoever changes this ledger cannot change it too. */
export interface Anchor {
  /** Where it was read, for people. */
  readonly source: string
  readonly head: LedgerHead
}

export interface CheckedAnchor extends Anchor {
  /**
   * `cut`: the ledger ends before it; `rewritten`: it has another line there; `foreign`: of another installation;
   * `unreached`: it lies behind the first bad line.
   */
  readonly answer: 'agrees' | 'cut' | 'rewritten' | 'foreign' | 'unreached'
}

export interface LedgerVerification extends LedgerReading {
  readonly anchors: readonly CheckedAnchor[]
  /** Runs that said what they would do and never how it ended: killed, or still going. */
  readonly unfinished: readonly LedgerLine[]
  /** Of half lines that were found and kept. */
  readonly mended: readonly LedgerLine[]
  /** Every reason why this ledger is not to be relied on. */
  readonly failures: readonly DatadeedError[]
}

/** Checks every line of a ledger, and that it still leads to every head that was quoted of it elsewhere. */
export async function verifyLedger(
  home: string,
  anchors: readonly Anchor[] = [],
): Promise<LedgerVerification> {
  const hashes = new Map(anchors.map(({ head }) => [head.sequence, '']))
  const open = new Map<string, LedgerLine>()
  const mended: LedgerLine[] = []
  const reading = await readLedger(home, (line) => {
    if (hashes.has(line.sequence)) hashes.set(line.sequence, line.hash)
    if (line.event === 'intent') open.set(line.run, line)
    else if (line.event === 'mended') mended.push(line)
    else open.delete(line.run)
  })
  const checked = anchors.map((anchor) => ({ ...anchor, answer: answerOf(anchor, reading, hashes) }))
  const failures = [...readingFaults(reading), ...anchorFaults(checked)]
  return { ...reading, anchors: checked, unfinished: [...open.values()], mended, failures }
}

function answerOf(
  { head }: Anchor,
  { key, lines, fault }: LedgerReading,
  hashes: ReadonlyMap<number, string>,
): CheckedAnchor['answer'] {
  if (head.key !== key) return 'foreign'
  if (head.sequence > lines) return fault === null ? 'cut' : 'unreached'
  return hashes.get(head.sequence) === head.hash ? 'agrees' : 'rewritten'
}

function readingFaults({ fault, torn, path }: LedgerReading): DatadeedError[] {
  const faults = fault === null ? [] : [fault.error]
  if (torn === 0) return faults
  const sentence = say().ledger.torn({ path: printable(path), bytes: torn })
  return [...faults, new DatadeedError('DAMAGED', sentence, { hints: [say().ledger.tornHint] })]
}

/**
 * A ledger that was begun anew under another key agrees with nothing that was ever quoted: heads of other installations
 * are no fault only beside one of this.
 */
function anchorFaults(anchors: readonly CheckedAnchor[]): DatadeedError[] {
  const { anchorCut, anchorRewritten, anchorForeign, anchorHint, anchorForeignHint } = say().ledger
  const faults = anchors.flatMap(({ answer, source, head }) => {
    if (answer !== 'cut' && answer !== 'rewritten') return []
    const place = { source: printable(source), sequence: head.sequence }
    const sentence = (answer === 'cut' ? anchorCut : anchorRewritten)(place)
    return [new DatadeedError('DIFFERENT', sentence, { hints: [anchorHint] })]
  })
  if (anchors.length === 0 || anchors.some(({ answer }) => answer !== 'foreign')) return faults
  return [new DatadeedError('DIFFERENT', anchorForeign, { hints: [anchorForeignHint] })]
}
