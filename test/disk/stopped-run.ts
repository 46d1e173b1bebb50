import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM } from '../built-program.ts'
import { COMPILED, type Desk } from '../cli/run-cli.ts'

const AT_CALL = join(import.meta.dirname, 'at-call.cjs')

/** At which call of the file system something happens to the process, and what: see at-call.cjs. */
export interface Step {
  readonly at: number
  readonly does: string
}

export interface StoppedRun {
  readonly exit: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line, to which the plan happens, or which is killed after some milliseconds. */
export function runTo(
  desk: Desk,
  line: readonly string[],
  {
    plan = [],
    after,
    env = {},
  }: { plan?: readonly Step[]; after?: number; env?: Record<string, string> } = {},
): Promise<StoppedRun> {
  const child = spawn(process.execPath, ['--require', AT_CALL, PROGRAM, ...line], {
    cwd: desk.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      DATADEED_HOME: desk.path('home'),
      LANG: 'C.UTF-8',
      AT_CALL: JSON.stringify(plan),
      ...COMPILED,
      ...env,
    },
  })
  const shown = { stdout: '', stderr: '' }
  child.stdout.on('data', (piece: Buffer) => (shown.stdout += piece.toString()))
  child.stderr.on('data', (piece: Buffer) => (shown.stderr += piece.toString()))
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit, signal) => {
      clearTimeout(timer)
      resolve({ exit, signal, ...shown })
    })
  })
}

export interface Measured {
  readonly calls: number
  /** The call from which on the output has its name, or a part of it. */
  readonly publishes: number
  /** Milliseconds. */
  readonly takes: number
}

/** What a run does that nothing happens to. */
export async function measure(desk: Desk, line: readonly string[]): Promise<Measured> {
  const counted = desk.path('calls')
  const started = performance.now()
  const { exit, stderr } = await runTo(desk, line, { env: { AT_CALL_COUNT: counted } })
  if (exit !== 0) throw new Error(`a run that nothing happened to ended with ${exit}: ${stderr}`)
  const calls: string[] = JSON.parse(readFileSync(counted, 'utf8'))
  rmSync(counted)
  return { calls: calls.length, publishes: calls.indexOf('link') + 1, takes: performance.now() - started }
}
