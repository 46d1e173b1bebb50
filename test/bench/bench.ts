/**
 * npm run bench -- [--rows 5000000] [--rounds 3] [--only seal,restore,zstd-age,…]
 *
 * Measures datadeed beside other ways to pack, encrypt and unpack one made-up export of members, in turns, whole
 * processes by the clock. Prints a table; leaves all figures in bench-results/.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { renderAims } from './aims.ts'
import { backupContestants } from './backup-contestants.ts'
import {
  ageContestants,
  type Contestant,
  datadeedContestants,
  duckdbContestants,
  type Field,
  gpgContestants,
} from './contestants.ts'
import { BenchServer, databaseContestants } from './database-contestants.ts'
import { prepareExport } from './member-export.ts'
import { stageProgram } from './program.ts'
import { compareRuns, describeHost, renderResults } from './results.ts'
import type { TimedRun } from './timed-run.ts'

const { values } = parseArgs({
  options: { rows: { type: 'string' }, rounds: { type: 'string' }, only: { type: 'string' } },
})
const rows = readCount('rows', values.rows, 5_000_000)
const rounds = readCount('rounds', values.rounds, 3)
const threads = availableParallelism()

const cache = join(tmpdir(), 'datadeed-bench')
mkdirSync(cache, { recursive: true, mode: 0o700 })
using server = new BenchServer()
const scratch = mkdtempSync(join(cache, 'run-'))
try {
  const csv = await prepareExport(cache, rows)
  const gb18030 = await prepareExport(cache, rows, 'gb18030')
  tell(`${rows} rows, ${(csv.bytes / 1e6).toFixed(1)} MB of CSV; ${rounds} rounds; ${threads} cores`)
  const load = loadavg()[0] ?? 0
  if (load > threads / 4) tell(`the machine is busy (load ${load.toFixed(1)}): figures will be poor`)
  const program = stageProgram(scratch)
  const { taking, missing } = chooseContestants({ csv: csv.path, gb18030, scratch, program, threads })
  for (const line of missing) tell(line)
  const runs = await takeTurns(taking, csv.path)
  const results = compareRuns(
    taking.map((contestant) => ({
      contestant,
      runs: runs.get(contestant.id) ?? [],
      packageBytes: packageSize(contestant),
    })),
    csv.bytes,
  )
  process.stdout.write(`${renderResults(results)}\n\n${renderAims(results)}\n`)
  const document = {
    schemaVersion: 1,
    rows,
    csvBytes: csv.bytes,
    rounds,
    host: describeHost(),
    missing,
    results,
  }
  tell(`all figures: ${writeDocument(document)}`)
} finally {
  if (existsSync(join(scratch, 'gpg')))
    ignoreFailure('gpgconf', '--homedir', join(scratch, 'gpg'), '--kill', 'all')
  rmSync(scratch, { recursive: true, force: true })
}

/** Those asked for whose programs are there; for the others a line that says what to install. */
function chooseContestants(field: Field): { taking: Contestant[]; missing: string[] } {
  const all = [
    ...datadeedContestants(field),
    ...backupContestants(field),
    ...ageContestants(field),
    ...duckdbContestants(field),
    ...gpgContestants(field),
    ...databaseContestants(field, server),
  ]
  const only = values.only?.split(',')
  const unknown = only?.filter((id) => !all.some((contestant) => contestant.id === id)) ?? []
  if (unknown.length > 0) {
    throw new Error(`--only knows ${all.map(({ id }) => id).join(', ')}; not ${unknown.join(', ')}`)
  }
  const asked = all.filter(({ id }) => only === undefined || only.includes(id))
  if (asked.some(({ id }) => id.includes('duckdb'))) installDuckdb()
  const missing = new Set<string>()
  const taking = asked.filter(({ needs = {}, label }) => {
    const absent = Object.entries(needs).filter(([name]) => !isInstalled(name))
    for (const [name, debian] of absent)
      missing.add(`left out: ${label}; ${name} is missing: apt install ${debian}`)
    return absent.length === 0
  })
  return { taking, missing: [...missing] }
}

/** Every round runs everybody once, so that a slow minute of the machine meets all alike. */
async function takeTurns(taking: readonly Contestant[], csv: string): Promise<Map<string, TimedRun[]>> {
  const runs = new Map<string, TimedRun[]>()
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of taking) {
      const { id, output, reads, exact } = contestant
      const source = reads === undefined ? undefined : taking.find((other) => other.id === reads)
      if (reads !== undefined && source === undefined)
        throw new Error(`--only ${id} needs ${reads} beside it`)
      if (output !== undefined) rmSync(output, { recursive: true, force: true })
      // What earlier runs left to be written would otherwise be written in this one's time.
      ignoreFailure('sync')
      const run = await contestant.run()
      runs.set(id, [...(runs.get(id) ?? []), run])
      tell(`round ${round}  ${run.seconds.toFixed(2).padStart(7)} s  ${contestant.label}`)
      if (round === 1 && exact !== undefined && (await digestOf(exact)) !== (await digestOf(csv))) {
        throw new Error(`${contestant.label} did not give the export back`)
      }
      if (contestant.way !== 'pack' && output !== undefined) rmSync(output, { recursive: true, force: true })
    }
  }
  return runs
}

function packageSize({ way, id, output }: Contestant): number | null {
  if (way === 'pack' && output !== undefined) return statSync(output).size
  const deed = join(scratch, 'seal.deed')
  return id === 'verify' && existsSync(deed) ? statSync(deed).size : null
}

function installDuckdb(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules', '@duckdb', 'node-api'))) return
  tell('installing DuckDB into test/bench/node_modules')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function isInstalled(program: string): boolean {
  return ignoreFailure('bash', '-c', `command -v ${program}`)
}

function ignoreFailure(program: string, ...words: string[]): boolean {
  try {
    execFileSync(program, words, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256')
  await pipeline(createReadStream(path), digest)
  return digest.digest('hex')
}

function writeDocument(document: object): string {
  const folder = join(import.meta.dirname, '..', '..', 'bench-results')
  mkdirSync(folder, { recursive: true })
  const when = new Date()
  const path = join(folder, `${when.toISOString().replaceAll(':', '-').slice(0, 19)}-${rows}.json`)
  writeFileSync(path, `${JSON.stringify({ when: when.toISOString(), ...document }, null, 2)}\n`)
  return path
}

function readCount(flag: string, text: string | undefined, otherwise: number): number {
  const count = text === undefined ? otherwise : Number(text.replaceAll(/[_,]/g, ''))
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${flag} takes a number of at least 1`)
  return count
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`)
}
