import type { DrillReport, DrillReports } from '../backup/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { formatAge } from './age.ts'
import { buildUnbelieved, describeUnbelieved } from './drill-report.ts'
import { renderTextTable } from './text-table.ts'
import { formatBytes, formatCount, formatDuration } from './units.ts'

/** The drills of one series. */
export interface DrillHistory extends DrillReports {
  readonly series: { readonly id: string; readonly name: string; readonly folder: string }
}

/** A longer history than this is no picture any more; the document has all of it. */
export const MOST_SHOWN = 400

/** What of a history is shown, and the figures of all that is known of it. */
export function summarise({ drills, older }: DrillHistory) {
  const passed = drills.filter(({ verdict }) => verdict === 'passed')
  const times = passed.flatMap(({ recoverySeconds: time }) => (time === null ? [] : [time]))
  const sorted = times.toSorted((a, b) => a - b)
  return {
    shown: drills.slice(-MOST_SHOWN),
    older: older + Math.max(0, drills.length - MOST_SHOWN),
    counts: {
      drills: formatCount(drills.length),
      passed: formatCount(passed.length),
      failed: formatCount(drills.length - passed.length),
    },
    newestPassed: passed.at(-1),
    newest: drills.at(-1),
    median: sorted[Math.floor((sorted.length - 1) / 2)],
    longest: sorted.at(-1),
  }
}

/** As lines, newest last. */
export function renderDrillHistory(history: DrillHistory): string {
  const words = say().drillHistory
  const { shown, older, counts, median, longest } = summarise(history)
  const rows = shown.map(describeRow)
  const lines = [
    words.title({ series: printable(history.series.name) }),
    ...(rows.length === 0
      ? [`  ${words.none}`]
      : renderTextTable(words.headings, rows, [2, 4, 5, 6, 7, 8]).map((line) => `  ${line}`)),
    '',
    ...(rows.length === 0 ? [] : [words.summary(counts)]),
    ...(median === undefined || longest === undefined
      ? []
      : [words.recovery({ median: formatDuration(median), longest: formatDuration(longest) })]),
    ...(older === 0 ? [] : [words.older({ count: formatCount(older) })]),
    ...describeUnbelieved(history.unbelieved),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** As a program reads it. */
export function buildHistoryFacts({ series, drills, unbelieved, older }: DrillHistory) {
  return { series, drills, unbelieved: unbelieved.map(buildUnbelieved), older }
}

/** Under the headings. */
export function describeRow(report: DrillReport): string[] {
  const { created, sequence, target, counts, milliseconds, recoverySeconds, ageSeconds, issuer } = report
  const { drill } = say()
  const orDash = <Value>(value: Value | null, format: (value: Value) => string): string =>
    value === null ? drill.notReached : format(value)
  return [
    created.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ''),
    describeVerdict(report),
    orDash(sequence, String),
    drill.targets[target],
    orDash(recoverySeconds, formatDuration),
    orDash(milliseconds.compare, (time) => formatDuration(time / 1000)),
    orDash(counts, ({ rows }) => formatCount(rows)),
    orDash(counts, ({ bytes }) => formatBytes(bytes)),
    orDash(ageSeconds, formatAge),
    printable(issuer.name, 40),
  ]
}

export function describeVerdict({ failure }: DrillReport): string {
  const { drill, drillHistory } = say()
  return failure === null
    ? drillHistory.passed
    : drillHistory.failed({ step: drill.steps[failure.step], code: failure.code })
}
