import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseHead, verifyLedger } from '../../src/ledger/index.ts'
import { COMPILED } from '../cli/run-cli.ts'
import { useHome } from './home.ts'

const WRITERS = join(import.meta.dirname, 'writers.ts')

/** What a process of writers has printed when it is over: the heads that it was told. */
function write(
  home: string,
  { runs, name, killAfter, behind = '' }: { runs: number; name: string; killAfter?: number; behind?: string },
): Promise<{ heads: string[]; exit: number | null }> {
  const words = [process.execPath, WRITERS, home, String(runs), name]
  const child = spawn('/bin/sh', ['-c', `${behind} exec "$0" "$@"`, ...words], {
    env: { PATH: process.env.PATH, ...COMPILED },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let shown = ''
  child.stdout.on('data', (piece: Buffer) => {
    shown += piece
    if (killAfter !== undefined && shown.split('\n').length > killAfter) child.kill('SIGKILL')
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => resolve({ heads: shown.split('\n').slice(0, -1), exit }))
  })
}

describe('many who write at once', () => {
  const home = useHome()

  it('write one chain: 16 runs of this process and 4 processes (H10)', { timeout: 30_000 }, async () => {
    const own = Array.from({ length: 16 }, async (_, run) => {
      const recorder = home().recorder()
      await recorder.intent({ file: `own-${run}.deed` })
      await recorder.outcome()
      return recorder.head ?? ''
    })
    const others = Array.from({ length: 4 }, (_, at) => write(home().path, { runs: 1, name: `p${at}` }))
    const heads = [...(await Promise.all(own)), ...(await Promise.all(others)).flatMap((done) => done.heads)]
    expect(heads).toHaveLength(20)
    const anchors = heads.flatMap((text) => parseHead(text) ?? []).map((head) => ({ source: 'x', head }))
    const verified = await verifyLedger(home().path, anchors)
    expect(verified.failures).toEqual([])
    expect(verified.lines).toBe(1 + 2 * 20)
    expect(new Set(verified.anchors.map(({ answer }) => answer))).toEqual(new Set(['agrees']))
    expect(verified.unfinished).toEqual([])
    expect(readdirSync(home().path).sort()).toEqual(['ledger.jsonl', 'ledger.key'])
  })

  it('lose no line that was promised when one is killed, and are not held up by its lock', {
    timeout: 30_000,
  }, async () => {
    const killed = await Promise.all(
      [7].map((killAfter) => write(home().path, { runs: 100_000, name: `k${killAfter}`, killAfter })),
    )
    expect(killed.map(({ exit }) => exit)).toEqual([null])
    await home().recorder().intent()
    const heads = killed.flatMap((each) => each.heads)
    const anchors = heads.flatMap((text) => parseHead(text) ?? []).map((head) => ({ source: 'x', head }))
    const verified = await verifyLedger(home().path, anchors)
    expect(verified.failures).toEqual([])
    expect(new Set(verified.anchors.map(({ answer }) => answer))).toEqual(new Set(['agrees']))
  })
})

describe('a ledger that may not grow', () => {
  const home = useHome()

  it('refuses with no half line left behind (H11)', async () => {
    const { exit, heads } = await write(home().path, { runs: 100, name: 'full', behind: 'ulimit -f 16;' })
    expect(exit).toBe(1)
    expect(heads.length).toBeGreaterThan(2)
    const verified = await verifyLedger(home().path)
    expect([verified.failures, verified.torn]).toEqual([[], 0])
  })
})
