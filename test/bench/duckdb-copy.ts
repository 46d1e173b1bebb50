/** `node duckdb-copy.ts to-parquet FROM TO` and `to-csv FROM TO`, in a process of its own so that its memory can be told. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface DuckDb {
  readonly DuckDBInstance: {
    create(
      path: string,
      settings: Record<string, string>,
    ): Promise<{ connect(): Promise<{ run(sql: string): Promise<unknown> }> }>
  }
}

const [direction = '', from = '', to = '', threads = '2'] = process.argv.slice(2)
// By its place, because only the benchmark installs it: type checks and tests run without.
const library = join(import.meta.dirname, 'node_modules', '@duckdb', 'node-api', 'lib', 'index.js')
const { DuckDBInstance } = (await import(pathToFileURL(library).href)) as DuckDb
const instance = await DuckDBInstance.create(':memory:', { threads })
const connection = await instance.connect()

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`
// As text: an ID, a mobile number and 0.00 must come back as they were.
const statements: Readonly<Record<string, string>> = {
  'to-parquet': `COPY (SELECT * FROM read_csv(${quoted(from)}, header = true, all_varchar = true)) TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd)`,
  'to-csv': `COPY (SELECT * FROM read_parquet(${quoted(from)})) TO ${quoted(to)} (FORMAT csv, HEADER true)`,
}
const statement = statements[direction]
if (statement === undefined) throw new Error('to-parquet or to-csv')
await connection.run(statement)
