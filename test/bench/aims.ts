import type { Result } from './results.ts'

const MIB = 1024 * 1024

/** What the project asks of itself, measured in one run: how to tell it from the results, and the bound. */
interface Aim {
  readonly says: string
  readonly of: (result: (id: string) => Result) => number
  readonly least?: number
  readonly most?: number
}

const seconds = (result: Result): number => result.median
/** By how much more time one takes than the other, in percent. */
const added = (one: Result, other: Result): number => 100 * (seconds(one) / seconds(other) - 1)

const AIMS: readonly Aim[] = [
  { says: 'seal, times zstd -3 | age', of: (of) => of('seal').timesAge ?? 0, least: 1 },
  { says: 'restore, times DuckDB', of: (of) => of('restore').timesDuckdb ?? 0, least: 1 },
  { says: 'restore, times age -d | zstd -d', of: (of) => of('restore').timesAge ?? 0 },
  { says: 'package, times the size of zstd -3 | age', of: (of) => of('seal').sizeToAge ?? 9, most: 0.82 },
  { says: 'reading back adds, in %', of: (of) => added(of('seal-readback'), of('seal')), most: 35 },
  { says: 'classification adds, in %', of: (of) => added(of('seal-classify'), of('seal-names')), most: 20 },
  { says: 'comparing with the review adds, in %', of: (of) => added(of('seal'), of('seal-names')), most: 20 },
  {
    says: 'a run of a backup adds to sealing and copying, in %',
    of: (of) => added(of('backup-run'), of('seal-copied')),
    most: 10,
  },
  {
    says: 'the same export in GB18030, times the speed of UTF-8',
    of: (of) => seconds(of('seal')) / seconds(of('seal-gb18030')),
    least: 0.7,
  },
  {
    says: 'a reader of one compartment of five, times as fast',
    of: (of) => seconds(of('restore')) / seconds(of('restore-one')),
    least: 2.5,
  },
  {
    says: 'compare, times as fast as restore',
    of: (of) => seconds(of('restore')) / seconds(of('compare')),
    least: 0.5,
  },
  {
    says: 'compare cell by cell, times as fast as restore',
    of: (of) => seconds(of('restore')) / seconds(of('compare-cells')),
    least: 0.5,
  },
  {
    says: 'into PostgreSQL, times as fast as psql \\copy',
    of: (of) => seconds(of('psql-copy')) / seconds(of('into-postgres')),
    least: 0.9,
  },
  {
    says: 'into SQLite, times as fast as sqlite3 .import',
    of: (of) => seconds(of('sqlite-import')) / seconds(of('into-sqlite')),
    least: 0.5,
  },
  {
    says: 'verify without a key, MB of package a second',
    of: (of) => of('verify').megabytesPerSecond ?? 0,
    least: 800,
  },
  { says: '--help, in ms', of: (of) => 1000 * seconds(of('help')), most: 150 },
  ...[
    'seal',
    'seal-readback',
    'seal-classify',
    'seal-locked',
    'backup-run',
    'restore',
    'restore-locked',
    'compare',
    'compare-cells',
    'into-postgres',
    'into-sqlite',
  ].map((id) => ({
    says: `peak of ${id}, in MiB`,
    of: (of: (id: string) => Result) => (of(id).peakBytes ?? 0) / MIB,
    most: 400,
  })),
]

/** A line for each aim whose contestants were there, with a mark where it is missed. */
export function renderAims(results: readonly Result[]): string {
  return AIMS.flatMap(({ says, of, least, most }) => {
    const figure = findFigure(results, of)
    if (figure === undefined) return []
    const missed = (least !== undefined && figure < least) || (most !== undefined && figure > most)
    const bound =
      least !== undefined ? `at least ${least}` : most !== undefined ? `at most ${most}` : 'far aim 1'
    return [`${missed ? 'missed' : '      '}  ${figure.toFixed(2).padStart(8)}  ${says} (${bound})`]
  }).join('\n')
}

function findFigure(results: readonly Result[], of: Aim['of']): number | undefined {
  let complete = true
  const figure = of((id) => {
    const found = results.find((result) => result.id === id)
    if (found === undefined) complete = false
    return found ?? (results[0] as Result)
  })
  return complete ? figure : undefined
}
