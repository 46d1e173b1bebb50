import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { basename, join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Program } from './program.ts'
import { freshFolder } from './program.ts'
import { type TimedRun, timedRun } from './timed-run.ts'

const duckdbCopy = fileURLToPath(new URL('./duckdb-copy.ts', import.meta.url))

/** One row of the benchmark: a way to pack the export, to unpack it again, or to look at a package. */
export interface Contestant {
  readonly id: string
  readonly label: string
  /** Ratios are told within a way; `other` has none. */
  readonly way: 'pack' | 'unpack' | 'other'
  /** What the run writes; removed before each run. */
  readonly output?: string
  /** The contestant whose output this one reads. */
  readonly reads?: string
  /** Programs that must be there, each with its Debian package. */
  readonly needs?: Readonly<Record<string, string>>
  /** The unpacked file, where it must be the export byte for byte. */
  readonly exact?: string
  /** Of the export, where it is not the one of all others. */
  readonly csvBytes?: number
  run(): Promise<TimedRun>
}

export interface Field {
  readonly csv: string
  /** The same export in GB18030, and its size. */
  readonly gb18030: { readonly path: string; readonly bytes: number }
  /** For everything the contestants write. */
  readonly scratch: string
  readonly program: Program
  readonly threads: number
}

export function datadeedContestants({ csv, gb18030, scratch, program }: Field): Contestant[] {
  const { start, env, sellerKey, sellerCard, readerKey, readerCard, policy, namesPolicy, partnerPolicy } =
    program
  const at = (name: string): string => join(scratch, name)
  const run = (...words: string[]): Promise<TimedRun> => timedRun([...start, ...words, '--quiet'], env)
  const seal = (output: string, ...more: string[]): Promise<TimedRun> =>
    run('seal', csv, '--key', sellerKey, '--to', readerCard, '-o', output, ...more)
  const { key, card, passphraseFile } = program.locked
  const withKey = ['--key', key, '--passphrase-file', passphraseFile]
  const sealing = (id: string, label: string, ...more: string[]): Contestant => {
    const output = at(`${id}.deed`)
    return { id, label, way: 'pack', output, run: () => seal(output, ...more) }
  }
  const restored = at('restored')
  const restore = (deed: string, key: string): Promise<TimedRun> =>
    run('restore', deed, '--from', sellerCard, '--key', key, '-o', restored)
  // Not one of those that are timed: it only has to be there.
  const partnerDeed = lazily(async () => {
    const output = at('partner.deed')
    await seal(output, '--policy', partnerPolicy, '--no-readback')
    return output
  })
  // A folder as a restore leaves it.
  const compared = lazily(async () => {
    const output = at('compared')
    await run('restore', at('seal.deed'), '--from', sellerCard, '--key', readerKey, '-o', output)
    return output
  })
  const compare = (target: string, ...more: string[]): Promise<TimedRun> =>
    run('compare', at('seal.deed'), target, '--from', sellerCard, '--key', readerKey, ...more)
  return [
    sealing('seal', 'datadeed seal, reviewed policy', '--policy', policy, '--no-readback'),
    sealing('seal-readback', 'datadeed seal, policy, read back', '--policy', policy),
    sealing('seal-names', 'datadeed seal, policy, names only', '--policy', namesPolicy, '--no-readback'),
    sealing('seal-classify', 'datadeed seal, classified', '--no-readback'),
    {
      id: 'seal-gb18030',
      label: 'datadeed seal, policy, GB18030',
      way: 'pack',
      output: at('gb18030.deed'),
      csvBytes: gb18030.bytes,
      run: () =>
        run(
          ...['seal', gb18030.path, '--key', sellerKey, '--to', readerCard, '-o', at('gb18030.deed')],
          ...['--policy', policy, '--no-readback'],
        ),
    },
    {
      id: 'seal-locked',
      label: 'datadeed seal, policy, locked key',
      way: 'pack',
      output: at('locked.deed'),
      run: () =>
        run(
          ...['seal', csv, ...withKey, '--to', card, '-o', at('locked.deed')],
          '--policy',
          policy,
          '--no-readback',
        ),
    },
    {
      id: 'restore',
      label: 'datadeed restore',
      way: 'unpack',
      reads: 'seal',
      output: restored,
      exact: join(restored, basename(csv)),
      run: () => restore(at('seal.deed'), readerKey),
    },
    {
      id: 'restore-locked',
      label: 'datadeed restore, locked key',
      way: 'other',
      reads: 'seal-locked',
      output: restored,
      run: () => run('restore', at('locked.deed'), '--from', card, ...withKey, '-o', restored),
    },
    {
      id: 'restore-one',
      label: 'datadeed restore, one compartment of five',
      way: 'other',
      output: restored,
      run: async () => restore(await partnerDeed(), program.partnerKey),
    },
    {
      id: 'compare',
      label: 'datadeed compare, the restored folder',
      way: 'other',
      reads: 'seal',
      run: async () => compare(await compared()),
    },
    {
      id: 'compare-cells',
      label: 'datadeed compare, cell by cell (GB18030)',
      way: 'other',
      reads: 'seal',
      run: () =>
        compare(
          gb18030.path,
          ...['--table', `${tableOf(csv)}=${basename(gb18030.path)}`, '--encoding', 'gb18030'],
        ),
    },
    {
      id: 'verify',
      label: 'datadeed verify, no key',
      way: 'other',
      reads: 'seal',
      run: () => run('verify', at('seal.deed'), '--from', sellerCard),
    },
    { id: 'help', label: 'datadeed --help', way: 'other', run: () => run('--help') },
  ]
}

/** The name of the table that a file is sealed as. */
function tableOf(path: string): string {
  return parse(path).name
}

export function ageContestants({ csv, scratch }: Field): Contestant[] {
  const needs = { zstd: 'zstd', age: 'age' }
  const key = join(scratch, 'age.key')
  const packed = join(scratch, 'members.csv.zst.age')
  const unpacked = join(scratch, 'age.csv')
  const recipient = lazily(() => {
    const make = `age-keygen -o ${shell(key)} 2> ${shell(join(scratch, 'age.txt'))} && age-keygen -y ${shell(key)}`
    return execFileSync('bash', ['-c', make], { encoding: 'utf8' }).trim()
  })
  return [
    {
      id: 'zstd-age',
      label: 'zstd -3 | age -r',
      way: 'pack',
      output: packed,
      needs,
      run: () => timedRun(`zstd -q -3 -c ${shell(csv)} | age -r ${recipient()} -o ${shell(packed)}`),
    },
    {
      id: 'age-zstd',
      label: 'age -d | zstd -d',
      way: 'unpack',
      reads: 'zstd-age',
      output: unpacked,
      exact: unpacked,
      needs,
      run: () => timedRun(`age -d -i ${shell(key)} ${shell(packed)} | zstd -q -d -o ${shell(unpacked)}`),
    },
  ]
}

export function duckdbContestants({ csv, scratch, threads }: Field): Contestant[] {
  const parquet = join(scratch, 'members.parquet')
  const back = join(scratch, 'duckdb.csv')
  const copy = (direction: string, from: string, to: string): Promise<TimedRun> =>
    timedRun([process.execPath, duckdbCopy, direction, from, to, String(threads)])
  return [
    {
      id: 'duckdb-parquet',
      label: 'DuckDB CSV -> zstd Parquet',
      way: 'pack',
      output: parquet,
      run: () => copy('to-parquet', csv, parquet),
    },
    {
      id: 'parquet-duckdb',
      label: 'DuckDB Parquet -> CSV',
      way: 'unpack',
      reads: 'duckdb-parquet',
      output: back,
      run: () => copy('to-csv', parquet, back),
    },
  ]
}

export function gpgContestants({ csv, scratch }: Field): Contestant[] {
  const needs = { gzip: 'gzip', gpg: 'gnupg' }
  const packed = join(scratch, 'members.csv.gz.gpg')
  const unpacked = join(scratch, 'gpg.csv')
  const gpg = lazily(() => {
    const passphrase = join(scratch, 'gpg-passphrase')
    writeFileSync(passphrase, 'a benchmark has no secrets\n', { mode: 0o600 })
    const home = freshFolder(join(scratch, 'gpg'))
    return `gpg --homedir ${shell(home)} --batch -q --pinentry-mode loopback --passphrase-file ${shell(passphrase)}`
  })
  return [
    {
      id: 'gzip-gpg',
      label: 'gzip | gpg --symmetric',
      way: 'pack',
      output: packed,
      needs,
      // Without gpg's own compression, which would compress what gzip made once more.
      run: () =>
        timedRun(
          `gzip -c ${shell(csv)} | ${gpg()} --symmetric --cipher-algo AES256 --compress-algo none -o ${shell(packed)}`,
        ),
    },
    {
      id: 'gpg-gzip',
      label: 'gpg -d | gzip -d',
      way: 'unpack',
      reads: 'gzip-gpg',
      output: unpacked,
      exact: unpacked,
      needs,
      run: () => timedRun(`${gpg()} -d ${shell(packed)} | gzip -d -c > ${shell(unpacked)}`),
    },
  ]
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function shell(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
