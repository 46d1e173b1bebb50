import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres, type TestServer } from '../postgres/start-postgres.ts'
import type { Contestant, Field } from './contestants.ts'
import { type TimedRun, timedRun } from './timed-run.ts'

/** A server that is started by the first contestant that needs one. */
export class BenchServer implements Disposable {
  #server: TestServer | undefined
  #made = 0

  /** A new database, which nothing was ever written to. */
  make(): { readonly name: string; readonly env: NodeJS.ProcessEnv } {
    this.#server ??= startPostgres()
    if (this.#server === undefined) throw new Error('psql is there, but no server: apt install postgresql')
    if (this.#made > 0) this.#server.psql(`DROP DATABASE made${this.#made}`)
    this.#made += 1
    const name = `made${this.#made}`
    this.#server.psql(`CREATE DATABASE ${name}`)
    const { HOME: _, ...env } = this.#server.env
    return { name, env: { ...env, PGDATABASE: name } }
  }

  psql(sql: string, database: string): void {
    this.#server?.psql(sql, database)
  }

  [Symbol.dispose](): void {
    this.#server?.[Symbol.dispose]()
  }
}

/** Restoring into a database, beside the way that each database has itself to load the same CSV. */
export function databaseContestants({ csv, scratch, program }: Field, server: BenchServer): Contestant[] {
  const { start, env, sellerCard, readerKey } = program
  const deed = join(scratch, 'seal.deed')
  const restored = join(scratch, 'restored.db')
  const imported = join(scratch, 'imported.db')
  const into = async (target: string, more: NodeJS.ProcessEnv = {}): Promise<Parts> => {
    const words = ['restore', deed, '--from', sellerCard, '--key', readerKey, '--into', target, '--json']
    return splitReadBack(await timedRun([...start, ...words, '--quiet'], { ...env, ...more }))
  }
  const [postgres, sqlite] = [{ readBack: NOTHING }, { readBack: NOTHING }]
  const needs = { psql: 'postgresql' }
  return [
    {
      ...{ id: 'psql-copy', label: 'psql \\copy', way: 'other', needs },
      async run() {
        const { name, env: there } = server.make()
        server.psql(
          `CREATE TABLE members (${headerOf(csv)
            .map((column) => `"${column}" text`)
            .join(', ')})`,
          name,
        )
        const copy = `\\copy members from '${csv}' with (format csv, header true)`
        return timedRun(['psql', '-X', '-q', '-c', copy], { ...process.env, ...there })
      },
    },
    {
      ...{
        id: 'into-postgres',
        label: 'datadeed restore --into postgres:',
        way: 'other',
        needs,
        reads: 'seal',
      },
      async run() {
        const { loading, readBack } = await into('postgres:', server.make().env)
        postgres.readBack = readBack
        return loading
      },
    },
    {
      ...{ id: 'into-postgres-back', label: '  and reading it back, cell by cell', way: 'other', needs },
      reads: 'into-postgres',
      run: async () => postgres.readBack,
    },
    {
      ...{ id: 'sqlite-import', label: 'sqlite3 .import', way: 'other', output: imported },
      needs: { sqlite3: 'sqlite3' },
      run: () => timedRun(['sqlite3', imported, '.mode csv', `.import '${csv}' members`]),
    },
    {
      ...{ id: 'into-sqlite', label: 'datadeed restore --into sqlite:', way: 'other', output: restored },
      reads: 'seal',
      async run() {
        const { loading, readBack } = await into(`sqlite:${restored}`)
        sqlite.readBack = readBack
        return loading
      },
    },
    {
      ...{ id: 'into-sqlite-back', label: '  and reading it back, cell by cell', way: 'other' },
      reads: 'into-sqlite',
      run: async () => sqlite.readBack,
    },
  ]
}

interface Parts {
  readonly loading: TimedRun
  readonly readBack: TimedRun
}

const NOTHING: TimedRun = { seconds: 0, peakBytes: null, stdout: '' }

/** The run's own word for how much of it was reading back. */
function splitReadBack(run: TimedRun): Parts {
  const { readBackSeconds } = JSON.parse(run.stdout)
  return {
    loading: { ...run, seconds: run.seconds - readBackSeconds },
    readBack: { ...NOTHING, seconds: readBackSeconds },
  }
}

function headerOf(csv: string): string[] {
  const file = openSync(csv, 'r')
  try {
    const start = Buffer.alloc(4096)
    const text = start.toString('utf8', 0, readSync(file, start, 0, start.length, 0))
    return text.slice(0, text.search(/[\r\n]/)).split(',')
  } finally {
    closeSync(file)
  }
}
