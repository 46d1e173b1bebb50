import type { RotatedDeed, SeriesRotation } from '../backup/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { buildListedFault } from './backup-report.ts'
import { renderTextTable } from './text-table.ts'
import { formatCount, shortHex } from './units.ts'

/** Who reads each deed of a series now, which were refused and why, and what no change of readers can do. */
export function renderRotation({ series, deeds, faults }: SeriesRotation, dryRun: boolean): string {
  const words = say().rotate
  const told = { name: printable(series.paper.name) }
  const rows = deeds.map((deed) => [
    String(deed.sequence),
    deed.name,
    words.states[deed.state],
    deed.serial === null ? '' : String(deed.serial),
    describeReaders(deed),
  ])
  const count = (...states: readonly RotatedDeed['state'][]): string =>
    formatCount(deeds.filter(({ state }) => states.includes(state)).length)
  const lines = [
    dryRun ? words.wouldTitle(told) : words.title(told),
    ...(rows.length === 0 ? [`  ${words.empty}`] : renderTextTable(words.headings, rows, [0, 3])).map(
      (line) => `  ${line}`,
    ),
    '',
    words.counts({
      changed: count('rotated', 'finished'),
      same: count('unchanged', 'pruned'),
      refused: count('refused'),
    }),
    ...faults.map(({ error }) => words.refusal({ sentence: error.message })),
    ...(deeds.some(({ state }) => state === 'rotated')
      ? ['', words.limitsTitle, ...words.limits.map((limit) => `  - ${limit}`)]
      : []),
  ]
  return `${lines.join('\n')}\n`
}

/** Once where all compartments have the same. */
function describeReaders({ compartments }: RotatedDeed): string {
  const each = compartments.map(({ name, readers }) => ({
    name,
    readers: readers
      .map((reader) => `${printable(reader.name)} (${shortHex(reader.fingerprint)})`)
      .join(', '),
  }))
  const [first] = each
  if (first === undefined) return ''
  if (each.every(({ readers }) => readers === first.readers)) return first.readers
  return each.map(({ name, readers }) => `${name}: ${readers}`).join('; ')
}

/** As a program reads it. */
export function buildRotationFacts({ series, deeds, faults }: SeriesRotation, dryRun: boolean) {
  const { series: id, name } = series.paper
  return { dryRun, series: { id, name, folder: series.place }, deeds, faults: faults.map(buildListedFault) }
}
