import { arch, cpus, release, totalmem, type } from 'node:os'
import type { Contestant } from './contestants.ts'
import type { TimedRun } from './timed-run.ts'

/** All runs of one contestant. Throughput is of the export's bytes, whatever the package's size; `verify` counts package bytes. */
export interface Result {
  readonly id: string
  readonly label: string
  readonly way: Contestant['way']
  readonly seconds: readonly number[]
  readonly median: number
  readonly best: number
  readonly megabytesPerSecond: number | null
  /** Median time of `zstd -3 | age` (or back) over this one's: above 1 is faster. */
  readonly timesAge: number | null
  /** The same against DuckDB. */
  readonly timesDuckdb: number | null
  readonly packageBytes: number | null
  /** Package size over that of `zstd -3 | age`: below 1 is smaller. */
  readonly sizeToAge: number | null
  readonly peakBytes: number | null
}

export interface Measured {
  readonly contestant: Contestant
  readonly runs: readonly TimedRun[]
  /** Of the package it wrote, or, for one that only looks at a package, of that one. */
  readonly packageBytes: number | null
}

const BASES = { pack: ['zstd-age', 'duckdb-parquet'], unpack: ['age-zstd', 'parquet-duckdb'] } as const

export function compareRuns(measured: readonly Measured[], csvBytes: number): Result[] {
  const medians = new Map(measured.map(({ contestant, runs }) => [contestant.id, median(runs)]))
  const ageBytes = measured.find(({ contestant }) => contestant.id === 'zstd-age')?.packageBytes ?? null
  return measured.map(({ contestant: { id, label, way, csvBytes: own }, runs, packageBytes }) => {
    const taken = median(runs)
    const bytes = way === 'other' ? packageBytes : (own ?? csvBytes)
    const [age, duckdb] = way === 'other' ? [] : BASES[way]
    const times = (base: string | undefined): number | null => {
      const other = base === undefined ? undefined : medians.get(base)
      return other === undefined ? null : other / taken
    }
    const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? [])
    return {
      id,
      label,
      way,
      seconds: runs.map(({ seconds }) => seconds),
      median: taken,
      best: Math.min(...runs.map(({ seconds }) => seconds)),
      megabytesPerSecond: bytes === null ? null : bytes / 1e6 / taken,
      timesAge: times(age),
      timesDuckdb: times(duckdb),
      packageBytes: way === 'pack' ? packageBytes : null,
      sizeToAge:
        way === 'pack' && packageBytes !== null && ageBytes !== null ? packageBytes / ageBytes : null,
      peakBytes: peaks.length === 0 ? null : Math.max(...peaks),
    }
  })
}

export function describeHost(): Readonly<Record<string, string | number>> {
  const cores = cpus()
  return {
    system: `${type()} ${release()} ${arch()}`,
    processor: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryBytes: totalmem(),
    node: process.versions.node,
    zstdInNode: process.versions.zstd ?? 'unknown',
  }
}

const HEADINGS = ['', 'median s', 'best s', 'MB/s', 'x age', 'x DuckDB', 'size MB', 'size/age', 'peak MiB']

/** The results as lines of aligned text. */
export function renderResults(results: readonly Result[]): string {
  const rows = results.map((result) => [
    result.label,
    result.median.toFixed(2),
    result.best.toFixed(2),
    figure(result.megabytesPerSecond, 0),
    figure(result.timesAge, 2),
    figure(result.timesDuckdb, 2),
    figure(result.packageBytes === null ? null : result.packageBytes / 1e6, 1),
    figure(result.sizeToAge, 3),
    figure(result.peakBytes === null ? null : result.peakBytes / 2 ** 20, 0),
  ])
  const lines = [HEADINGS, ...rows]
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const align = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return lines.map((line) => line.map(align).join('  ').trimEnd()).join('\n')
}

function figure(value: number | null, decimals: number): string {
  return value === null ? '-' : value.toFixed(decimals)
}

function median(runs: readonly TimedRun[]): number {
  const sorted = runs.map(({ seconds }) => seconds).sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
