import { type CellFacts, type DetectorCount, type DistinctBand, RARE_IDENTIFIERS } from './column.ts'
import { countMatches } from './detectors/index.ts'
import { isText } from './protect.ts'
import type { ColumnType } from './types.ts'
import type { ExaminedColumn } from './verdict.ts'
import type { ColumnView } from './view.ts'

/** `all`: every detector that matched a cell, for people who want to know. `telling`: those that speak, counted anyway. */
export type EvidenceWanted = 'all' | 'telling'

/** Different values up to which a column is one of few: a status, a level, a shop. */
const FEW = 20
/** From this share of different values on, all count as different: keys have a double now and then. */
const ALL = 0.95

interface Decided {
  readonly type: ColumnType
  readonly sensitive: boolean
  readonly wanted: EvidenceWanted
}

export function describeCells(column: ExaminedColumn, { type, sensitive, wanted }: Decided): CellFacts {
  const { view } = column
  // What stands in texts speaks only where it made the column what it is; elsewhere it need not be searched for.
  const searched = wanted === 'all' || type === 'free-text-pii'
  const counts = [
    ...countDetectors(column, wanted),
    ...(searched ? [...countInside(column, type), ...countScan(view, type)] : []),
  ]
  const distinct = bandOf(view)
  const openText = !sensitive && isText(type) && (distinct === 'many' || distinct === 'all')
  return {
    filled: fillRate(view),
    distinct,
    examined: {
      rows: view.rows,
      sampled: view.cells,
      inPart: view.inPart,
      undecodable: view.undecodable,
      scanned: view.scan === undefined ? 0 : view.scan.cells - view.scan.passed,
      passed: view.scan?.passed ?? 0,
      unseen: openText ? Math.max(0, view.rows - view.cells) : 0,
    },
    evidence: counts.toSorted((a, b) => Number(b.speaks) - Number(a.speaks) || share(b) - share(a)),
  }
}

function share({ tested, matched }: DetectorCount): number {
  return matched / tested
}

function fillRate({ filled, cells, scan }: ColumnView): number {
  if (filled.length > 0 || scan === undefined || scan.filled === 0)
    return cells === 0 ? 0 : filled.length / cells
  return scan.cells > cells ? scan.filled / scan.cells : 0
}

function bandOf({ distinct, filled }: ColumnView): DistinctBand {
  if (distinct.length <= 1) return distinct.length === 0 ? 'none' : 'one'
  if (distinct.length >= ALL * filled.length) return 'all'
  return distinct.length <= FEW ? 'few' : 'many'
}

function countDetectors({ view, evidence }: ExaminedColumn, wanted: EvidenceWanted): DetectorCount[] {
  const tested = view.filled.length
  if (wanted === 'telling') {
    return evidence.map(({ name: detector, type, by, share: matching }) => {
      return { detector, type, by, tested, matched: Math.round(matching * tested), speaks: true }
    })
  }
  const speaking = new Set(evidence.map(({ name }) => name))
  return countMatches(view).map(({ detector: { name, type, by }, matched }) => {
    return { detector: name, type, by, tested, matched, speaks: speaking.has(name) }
  })
}

/** What stands among other words in the cells of a text. */
function countInside({ view, embedded }: ExaminedColumn, type: ColumnType): DetectorCount[] {
  if (!isText(type)) return []
  const tested = view.filled.length
  const speaks = type === 'free-text-pii'
  const words: readonly (readonly [ColumnType, number])[] = [
    ['person-name', Math.round(embedded.names * tested)],
    ['health-data', Math.round(embedded.health * tested)],
  ]
  return [...embedded.found, ...words].flatMap(([detector, matched]) =>
    matched === 0 ? [] : [{ detector, type: detector, by: 'inside', tested, matched, speaks }],
  )
}

function countScan({ scan }: ColumnView, type: ColumnType): DetectorCount[] {
  if (scan === undefined) return []
  const tested = scan.cells - scan.passed
  return RARE_IDENTIFIERS.flatMap((detector) => {
    const matched = scan.hits[detector]
    if (matched === 0) return []
    return [{ detector, type: detector, by: 'scan', tested, matched, speaks: type === 'free-text-pii' }]
  })
}
