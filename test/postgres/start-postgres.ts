import { execFileSync } from 'node:child_process'
import { chmodSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProgram, itWith, type NamedTest } from '../interop/needs.ts'

/** A PostgreSQL of the test's own: on a Unix socket alone, with a new cluster, as fast as it does not have to last. */
export interface TestServer extends Disposable {
  /** The folder of the socket. */
  readonly host: string
  readonly port: number
  /** PG… that lead there, and nowhere else. */
  readonly env: Readonly<Record<string, string>>
  /** What `psql` prints, bare. */
  psql(sql: string, database?: string): Buffer
  /** Writes a file of the cluster, as its owner; `restart` makes the server read it. */
  write(name: string, text: string): void
  restart(settings?: readonly string[]): void
}

const PORT = 5499
const OWNER = 'shopkeeper'

/** The newest installed release's programs, whichever lies where; Debian keeps them off the PATH. */
function findServerPrograms(): string | undefined {
  const releases = globSync('/usr/lib/postgresql/*/bin').sort(
    (a, b) => Number(b.split('/')[4]) - Number(a.split('/')[4]),
  )
  const initdb = findProgram('initdb')
  const folders = [...releases, ...(initdb === undefined ? [] : [dirname(initdb)])]
  return folders.find((folder) => globSync(join(folder, '{initdb,pg_ctl,psql}')).length === 3)
}

/** Its server does not run as root, who lends it to the user that the package made. */
const asRoot = process.getuid?.() === 0
const programs = process.platform === 'win32' ? undefined : findServerPrograms()
const runner = asRoot ? findProgram('runuser') : 'none'

/** `it` for tests that need a PostgreSQL server: skipped, with the package's name, where there is none. */
export const itServed: NamedTest = itWith(
  programs === undefined || runner === undefined ? undefined : programs,
  'initdb and postgres are missing: apt install postgresql',
)

/** Starts a server; undefined where there is none, and `itServed` skips. A port is used for TCP only if it is given. */
export function startPostgres(tcpPort?: number): TestServer | undefined {
  if (programs === undefined || runner === undefined) return undefined
  // A socket's path may have 107 bytes.
  const folder = mkdtempSync('/tmp/datadeed-pg-')
  const data = join(folder, 'data')
  const run = (program: string, ...words: string[]): void => {
    const command = [join(programs, program), ...words]
    const [first = '', ...rest] = asRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command
    execFileSync(first, rest, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
    })
  }
  mkdirSync(data)
  if (asRoot) execFileSync('chown', ['-R', 'postgres', folder])
  else chmodSync(folder, 0o700)
  if (asRoot) chmodSync(folder, 0o755)
  run('initdb', '-D', data, '-U', OWNER, '-A', 'trust', '--no-locale', '-E', 'UTF8', '--no-sync')
  const port = tcpPort ?? PORT
  const usual = [
    `listen_addresses=${tcpPort === undefined ? '' : '127.0.0.1'}`,
    `unix_socket_directories=${folder}`,
    `port=${port}`,
    'fsync=off',
  ]
  const control = (action: string, settings: readonly string[] = []): void => {
    const options = [...usual, ...settings].flatMap((setting) => ['-c', `'${setting}'`]).join(' ')
    const words = ['-D', data, '-w', '-s', '-m', 'immediate', '-o', options, '-l', join(folder, 'log')]
    run('pg_ctl', action, ...words)
  }
  control('start')
  const env = { PGHOST: folder, PGPORT: String(port), PGUSER: OWNER, PGDATABASE: 'postgres', HOME: folder }
  return {
    host: folder,
    port,
    env,
    write(name, text) {
      const path = join(data, name)
      writeFileSync(path, text, { mode: 0o600 })
      if (asRoot) execFileSync('chown', ['postgres', path])
    },
    psql: (sql, database = 'postgres') =>
      execFileSync(
        join(programs, 'psql'),
        ['-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', database],
        {
          input: sql,
          // A test that waits for a lock would wait for ever.
          env: { ...env, PATH: process.env.PATH, PGCLIENTENCODING: 'UTF8', PGOPTIONS: '-c lock_timeout=5s' },
          timeout: 60_000,
          maxBuffer: 1 << 28,
        },
      ),
    restart: (settings = []) => control('restart', settings),
    [Symbol.dispose]() {
      control('stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
