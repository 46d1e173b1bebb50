import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { SmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { encodeCard, fingerprintDigits, writeKeyFile } from '../../src/identity/index.ts'
import type { Desk } from '../cli/run-cli.ts'
import { CELLS } from './buyers-way.ts'

const MIB = 1024 * 1024
/** Beyond these no refusal may go: threats of this group are meant to cost time and memory. */
const MOST_BYTES = 512 * MIB
const MOST_SECONDS = 10

/** Runs in the child before the program: tells at its end the memory and processor time of all its threads. */
const WATCH = `import { isMainThread } from 'node:worker_threads'
import { readFileSync, writeFileSync } from 'node:fs'
if (isMainThread) process.on('exit', () => {
  const usage = process.resourceUsage()
  // Not the figure of the process, which keeps the peak of the one that started it.
  if (process.platform === 'linux')
    usage.maxRSS = Number(/^VmHWM:\\s+(\\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))[1])
  writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage))
})`

/** The program as a child process on a desk: its exit code, or what else was wrong with its end. */
export async function runMeasured(desk: Desk, words: readonly string[]): Promise<number | string> {
  const usageFile = desk.path('usage')
  const before = desk.files()
  const { exit, stderr, stdout } = await desk.run(words, {
    env: {
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(WATCH)}`,
      USAGE_FILE: usageFile,
    },
  })
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(usageFile, 'utf8'))
  const [peak, seconds] = [1024 * maxRSS, (userCPUTime + systemCPUTime) / 1e6]
  const left = desk.files().filter((name) => name !== basename(usageFile) && !before.includes(name))
  const shown = stdout + stderr
  const wrong = [
    ...(!(peak > 0 && peak < MOST_BYTES) ? [`${Math.round(peak / MIB)} MiB`] : []),
    ...(seconds > MOST_SECONDS ? [`${seconds} s`] : []),
    ...(left.length > 0 ? [`left ${left.join()}`] : []),
    ...(CELLS.some((cell) => shown.includes(cell)) ? ['a cell was shown'] : []),
    ...(/\n {4}at /.test(stderr) ? ['a stack was shown'] : []),
    ...(exit !== 0 && !/^(error|错误)/m.test(stderr) && !stdout.includes(' no ')
      ? [`no error: ${stderr}`]
      : []),
  ]
  return wrong.length > 0 ? wrong.join() : (exit ?? 'killed')
}

/** Lays a deed's seller's card and its buyer's key on the desk; gives the words that verify and restore with them. */
export async function layParties(desk: Desk, { seller, buyer }: SmallDeed) {
  mkdirSync(desk.path('home'), { recursive: true })
  const [card, key] = [desk.path('seller.card'), desk.path('buyer.key')]
  if (!existsSync(card)) writeFileSync(card, encodeCard(seller.card))
  if (!existsSync(key)) await writeKeyFile(key, buyer)
  const who = ['--from', card, '--confirm', fingerprintDigits(seller.card.fingerprint), '--key', key]
  return {
    verify: (deed: string) => ['verify', deed, ...who],
    restore: (deed: string) => ['restore', deed, ...who, '-o', desk.path('out')],
  }
}
