import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { PROGRAM } from '../built-program.ts'

/** Where child processes find the sources compiled already. */
export const COMPILED: Readonly<Record<string, string>> =
  process.env.NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE }

export interface Transcript {
  readonly stdout: string
  readonly stderr: string
  readonly exit: number | null
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly interruptWhen?: () => boolean
}

/** Runs one command line as a child process without a terminal, on the desk in that folder. */
export function runProgram(
  folder: string,
  words: readonly string[],
  { env, input = '', interruptWhen }: RunOptions = {},
): Promise<Transcript> {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      DATADEED_HOME: join(folder, 'home'),
      LANG: 'C.UTF-8',
      ...COMPILED,
      ...env,
    },
  })
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (piece) => stdout.push(piece))
  child.stderr.on('data', (piece) => stderr.push(piece))
  const watching = setInterval(() => {
    if (interruptWhen?.() && child.kill('SIGINT')) clearInterval(watching)
  }, 5)
  child.on('close', () => clearInterval(watching))
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) =>
      resolve({ stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString(), exit }),
    )
  })
}

/** A folder of its own with an installation of its own; gone when the test is over. */
export class Desk implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'datadeed-cli-'))

  run(words: readonly string[], options: RunOptions = {}): Promise<Transcript> {
    return runProgram(this.folder, words, options)
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  /** Names of everything that lies in the folder, but not below `home`. */
  files(): string[] {
    return readdirSync(this.folder)
      .filter((name) => name !== 'home')
      .sort()
  }

  /** Everything that lies in the folder, at any depth, but for the installation, whose ledger grows with every run. */
  allFiles(): string[] {
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name !== 'home' && !name.startsWith(`home${sep}`))
      .map((name) => join(this.folder, name))
      .sort()
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The parts of a transcript that differ from run to run, as marks. */
export function normalise(text: string): string {
  return text
    .replace(/\b[0-9a-f]{64}\b/g, '<sha256>')
    .replace(/\b[0-9a-f]{32}\b/g, '<id>')
    .replace(/\b[0-9a-f]{16}…/g, '<short>')
    .replace(/\b\d{5}(?: \d{5}){5}\b/g, '<digits>')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, '<time>')
    .replace(/\b\d+(?:\.\d)? s\b/g, '<seconds>')
    .replace(/\b\d+\.\d (?:KiB|MiB)\b/g, '<size>')
}
