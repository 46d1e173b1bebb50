import { spawn } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRecorder } from '../../src/ledger/index.ts'
import { PROGRAM } from '../built-program.ts'
import { COMPILED, Desk } from '../cli/run-cli.ts'
import { layOutKeys, type Words } from '../hostile/command-line.ts'
import { CANARY, listAll, seal } from '../hostile/make-deed.ts'
import { LONG } from './outcome.ts'

const NOBODY = 65534

let desk: Desk
let words: Words
beforeEach(async () => {
  desk = new Desk()
  words = await layOutKeys(desk)
})
afterEach(() => desk[Symbol.dispose]())

/** Runs a command line behind a line of the shell, such as a limit. */
function runBehind(
  shell: string,
  line: readonly string[],
  { node = [], user }: { node?: readonly string[]; user?: number } = {},
): Promise<{ exit: number | null; shown: string }> {
  const script = `${shell}; exec "$0" "$@"`
  const child = spawn('/bin/sh', ['-c', script, process.execPath, ...node, PROGRAM, ...line], {
    cwd: desk.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
    env: { PATH: process.env.PATH, DATADEED_HOME: desk.path('home'), LANG: 'C.UTF-8', ...COMPILED },
  })
  let shown = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (shown += piece))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => resolve({ exit, shown }))
  })
}

/** Rows that do not compress. */
function writeLarge(path: string, megabytes: number): void {
  const file = openSync(path, 'wx')
  writeSync(file, 'id,mobile,note\n')
  for (let part = 0; part < megabytes * 4; part += 1) {
    const rows = Array.from(
      { length: 4096 },
      (_, at) => `${part * 4096 + at},1${3_800_000_000 + at},${Math.random().toString(36).padEnd(40, 'x')}\n`,
    )
    writeSync(file, rows.join(''))
  }
  closeSync(file)
}

describe.skipIf(process.platform === 'win32')('a system that sets limits', () => {
  it('on the length of files leaves no stub, and exit 11 (C02)', async () => {
    writeLarge(desk.path('t.csv'), 1)
    await seal(desk.path('whole.deed'), [{ path: desk.path('t.csv') }])
    const before = desk.allFiles()
    for (const line of [
      words.seal([desk.path('t.csv')], desk.path('a.deed')),
      words.restore(desk.path('whole.deed'), desk.path('out')),
    ]) {
      const { exit, shown } = await runBehind('ulimit -f 128', line)
      expect([exit, shown]).toEqual([11, shown])
      expect(desk.allFiles()).toEqual(before)
    }
  })

  it('on the length of the ledger leaves no deed that the ledger does not tell of, and exit 11 (H11)', async () => {
    writeFileSync(desk.path('t.csv'), `id\n${CANARY}\n`)
    const home = desk.path('home')
    // The deed itself would have room.
    const size = () => statSync(join(home, 'ledger.jsonl'), { throwIfNoEntry: false })?.size ?? 0
    for (let free = 40 * 1024; free > 450; free = 40 * 1024 - size()) {
      const recorder = openRecorder({ home, command: 'seal', records: 'effects', warn: () => undefined })
      await recorder.intent({ file: 'x'.repeat(Math.max(1, Math.min(1000, free - 850))) })
    }
    const before = desk.allFiles()
    const line = words.seal([desk.path('t.csv')], desk.path('a.deed'))
    const { exit, shown } = await runBehind('ulimit -f 80', line)
    expect([exit, shown]).toEqual([11, expect.stringContaining('ledger.jsonl')])
    expect(desk.allFiles()).toEqual(before)
  })

  it('on the number of open files leaves nothing, and exit 10 (C04)', async () => {
    writeFileSync(desk.path('t.csv'), `id,name\n1,${CANARY}\n`)
    await seal(desk.path('whole.deed'), [{ path: desk.path('t.csv') }])
    const before = desk.allFiles()
    // Below some twenty the runtime itself does not start, which is no code of ours to answer for.
    for (const most of LONG ? Array.from({ length: 30 }, (_, at) => 16 + at) : [16, 26]) {
      for (const line of [
        words.seal([desk.path('t.csv')], desk.path('a.deed')),
        words.restore(desk.path('whole.deed'), desk.path('out')),
      ]) {
        const { exit, shown } = await runBehind(`ulimit -n ${most}`, line)
        expect(shown).not.toContain(CANARY)
        if (most > 21 && exit !== 0) expect([most, line[0], exit, shown]).toEqual([most, line[0], 10, shown])
        if (exit !== 0) expect(desk.allFiles()).toEqual(before)
        rmSync(desk.path('a.deed'), { force: true })
        rmSync(desk.path('out'), { recursive: true, force: true })
      }
    }
  })

  it('on who may write into a folder leaves it alone, and exit 10 (C25)', async ({ skip }) => {
    if (process.getuid?.() !== 0) skip('only root can run as somebody else')
    writeFileSync(desk.path('t.csv'), `id,name\n1,${CANARY}\n`)
    await seal(desk.path('whole.deed'), [{ path: desk.path('t.csv') }])
    for (const name of ['closed', 'home']) mkdirSync(desk.path(name))
    // Somebody else may read all of it, and the keys are theirs.
    for (const path of [desk.folder, ...listAll(desk.folder)]) chmodSync(path, 0o755)
    const before = desk.allFiles()
    for (const [line, code] of [
      [words.seal([desk.path('t.csv')], desk.path('closed/a.deed')), 10],
      [words.restore(desk.path('whole.deed'), desk.path('closed')), 10],
      [words.restore(desk.path('whole.deed'), desk.path('closed/new')), 10],
      [['keygen', 'x', '--no-passphrase', '-o', desk.path('closed')], 10],
    ] as const) {
      const { exit, shown } = await runBehind(':', line, { user: NOBODY })
      expect([line[0], exit, shown]).toEqual([line[0], code, shown])
      expect(desk.allFiles()).toEqual(before)
    }
  })

  it('on the heap seals and restores what is much larger (C28)', { timeout: 3_600_000 }, async () => {
    writeLarge(desk.path('t.csv'), LONG ? 1000 : 20)
    const node = ['--max-old-space-size=128']
    const sealed = await runBehind(':', words.seal([desk.path('t.csv')], desk.path('a.deed')), { node })
    expect([sealed.exit, sealed.shown]).toEqual([0, sealed.shown])
    const restored = await runBehind(':', words.restore(desk.path('a.deed'), desk.path('out')), { node })
    expect([restored.exit, restored.shown]).toEqual([0, restored.shown])
    expect(
      (await runBehind(`cmp '${desk.path('t.csv')}' '${desk.path('out/t.csv')}' || exit 9`, ['--version']))
        .exit,
    ).toBe(0)
  })
})
