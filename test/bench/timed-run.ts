import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** What one run of a program, or of a pipe of programs, took. */
export interface TimedRun {
  readonly seconds: number
  /** Peak resident memory of all its processes together, in bytes; null where /proc does not tell. */
  readonly peakBytes: number | null
  readonly stdout: string
}

const SAMPLE_MS = 20
const LAST_WORDS = 2000

/** Runs a command line of the shell, or one program with its words, to its end. A failure throws what it said last. */
export async function timedRun(
  command: string | readonly [program: string, ...words: string[]],
  env: NodeJS.ProcessEnv = process.env,
): Promise<TimedRun> {
  const [program, ...words] = typeof command === 'string' ? shellWords(command) : command
  const started = performance.now()
  // A process group of its own: its members, grandchildren too, are found by the group's number.
  const child = spawn(program, words, { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const peaks = new Map<string, number>()
  const sampler = setInterval(() => samplePeaks(child.pid ?? -1, peaks), SAMPLE_MS)
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.stderr = (said.stderr + text).slice(-LAST_WORDS)
  })
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', resolve)
    })
    const seconds = (performance.now() - started) / 1000
    if (code !== 0) throw new Error(`${[program, ...words].join(' ')} ended with ${code}: ${said.stderr}`)
    const peakBytes = peaks.size === 0 ? null : [...peaks.values()].reduce((sum, peak) => sum + peak, 0)
    return { seconds, peakBytes, stdout: said.stdout }
  } finally {
    clearInterval(sampler)
  }
}

/** A pipe fails when any of its programs does, which needs a shell that knows pipefail. */
function shellWords(line: string): [string, ...string[]] {
  return ['bash', '-c', `set -o pipefail; ${line}`]
}

/** Notes VmHWM, the kernel's own high-water mark, of every process in the group, so that no peak falls between samples. */
function samplePeaks(group: number, peaks: Map<string, number>): void {
  for (const pid of processes()) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (Number(fields[2]) !== group) continue
      const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
      if (kib !== undefined) peaks.set(pid, Number(kib) * 1024)
    } catch {
      // The process ended between the listing and the reading.
    }
  }
}

function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}
