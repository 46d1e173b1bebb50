import type { DrillPaper, DrillReports, DrillStep, SeriesStatus } from '../backup/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { formatAge } from './age.ts'
import { formatBytes, formatCount, formatDuration } from './units.ts'

/** A report by itself. */
export function renderDrillPaper(paper: DrillPaper, file: string): string {
  const { verdict, issuer, created } = paper
  const signed = { signer: printable(issuer.name), created }
  const words = say()
  const lines = [
    words.drill.paper({ file: printable(file), passed: verdict === 'passed', ...signed }),
    `  ${words.backup.seriesId({ id: paper.series })}`,
    ...describeDrill(paper).map((line) => `  ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

/** A drill that has just ended, and where its report is. */
export function renderDrilled(paper: DrillPaper, series: string, places: readonly string[]): string {
  const words = say().drill
  const named = { series: printable(series), sequence: paper.sequence ?? 0 }
  const lines = [
    paper.verdict === 'passed' ? words.passed(named) : words.failed(named),
    ...describeDrill(paper).map((line) => `  ${line}`),
    ...places.map((place) => `  ${words.filed({ place: printable(place) })}`),
  ]
  return `${lines.join('\n')}\n`
}

/** What a report says of its drill. */
export function describeDrill(paper: DrillPaper): string[] {
  const words = say().drill
  const { sequence, deedId, failure, target, counts, sealed, current, closed, currentAgeSeconds } = paper
  const lines = [
    sequence === null ? words.noDeed : words.ofDeed({ sequence, deedId }),
    ...(failure === null ? [] : [words.failure({ step: words.steps[failure.step], code: failure.code })]),
    words.target({ target: words.targets[target], end: endOf(failure?.step) }),
  ]
  if (counts !== null) {
    const { tables, rows, cells, bytes } = counts
    lines.push(
      words.counts({
        tables: formatCount(tables),
        rows: formatCount(rows),
        cells: formatCount(cells),
        bytes: formatBytes(bytes),
      }),
    )
  }
  if (closed.length > 0) lines.push(words.closed({ names: closed.map((name) => printable(name)).join(', ') }))
  if (paper.recoverySeconds !== null) lines.push(describeTimes(paper))
  if (sealed !== null) lines.push(words.age({ age: formatKnownAge(paper.ageSeconds), sealed }))
  if (current !== null && current !== sealed)
    lines.push(words.ageCurrent({ age: formatKnownAge(currentAgeSeconds), current }))
  return lines
}

/** Of a status: the newest drill that passed, and the newest that did not, where that is newer. */
export function describeNewestDrill({ newestDrill, failedDrill }: SeriesStatus): string[] {
  const words = say().drill
  const lines = [
    newestDrill === null
      ? words.nonePassed
      : words.newestPassed({
          created: newestDrill.created,
          age: formatAge(newestDrill.ageSeconds),
          sequence: newestDrill.sequence,
          recovery: formatDuration(newestDrill.recoverySeconds),
        }),
  ]
  if (failedDrill !== null) {
    const { created, ageSeconds, step, code } = failedDrill
    lines.push(words.newestFailed({ created, age: formatAge(ageSeconds), step: words.steps[step], code }))
  }
  return lines
}

/** Reports that nobody can vouch for, in lines of their own. */
export function describeUnbelieved(unbelieved: DrillReports['unbelieved']): string[] {
  return unbelieved.map(({ name, error }) => say().drill.unbelieved({ name, why: error.message }))
}

/** As a program reads it. */
export function buildUnbelieved({ name, error }: DrillReports['unbelieved'][number]) {
  return { name, code: error.code, message: error.message }
}

/** What became of the target. */
function endOf(failed: DrillStep | undefined): 'deleted' | 'not-made' | 'left' {
  if (failed === 'find' || failed === 'fetch' || failed === 'prepare') return 'not-made'
  return failed === 'delete' ? 'left' : 'deleted'
}

function describeTimes(paper: DrillPaper): string {
  const { fetch, restore, compare } = paper.milliseconds
  const { recoverySeconds: recovery } = paper
  return say().drill.recovery({
    recovery: recovery === null ? say().drill.notReached : formatDuration(recovery),
    fetch: formatMilliseconds(fetch),
    restore: formatMilliseconds(restore),
    compare: formatMilliseconds(compare),
  })
}

function formatMilliseconds(time: number | null): string {
  return time === null ? say().drill.notReached : formatDuration(time / 1000)
}

function formatKnownAge(seconds: number | null): string {
  return seconds === null ? say().drill.notReached : formatAge(seconds)
}
