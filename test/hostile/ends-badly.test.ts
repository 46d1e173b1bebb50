import { spawn, spawnSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyDeed } from '../../src/verify/index.ts'
import { PROGRAM } from '../built-program.ts'
import { COMPILED, Desk } from '../cli/run-cli.ts'
import { findPrograms, itNeeds } from '../interop/needs.ts'
import { layOutKeys, type Words } from './command-line.ts'
import { CANARY, exists, listAll, NOW, party, restore, seal } from './make-deed.ts'

/** More disks and more moments with DATADEED_TEST_LONG. */
const LONG = process.env.DATADEED_TEST_LONG !== undefined
/** What cannot be compressed away. */
const LARGE = `id,mobile,note\n${CANARY},13800138000,${randomFillSync(Buffer.alloc(900_000))
  .toString('hex')
  .replace(/(.{60})/g, '$1\nx,y,')}\n`

const partials = (folder: string): string[] => listAll(folder).filter((path) => path.includes('.partial'))

let desk: Desk
let words: Words
beforeEach(async () => {
  desk = new Desk()
  words = await layOutKeys(desk)
  writeFileSync(desk.path('t.csv'), LARGE)
})
afterEach(() => desk[Symbol.dispose]())

const MOUNT = 'mount -t tmpfs -o size="$1" tmpfs "$2"'

/** Whether a file system of our own can be mounted here; containers often forbid it. */
function canMount(): boolean {
  const [unshare] = findPrograms('unshare')
  if (unshare === undefined) return true
  const { status } = spawnSync(unshare, ['-Urm', 'sh', '-c', MOUNT, 'sh', '4k', tmpdir()])
  if (status !== 0) process.stderr.write('skipped: unshare may not mount a small file system here\n')
  return status === 0
}

/** Runs a command line with a file system of some KiB at `small`; tells what lies there afterwards, and the exit code. */
function runOnSmallDisk(unshare: string, size: string, line: readonly string[]): Promise<string> {
  const small = desk.path('small')
  mkdirSync(small)
  const script = `${MOUNT} || exit; shift 2; "$@"; code=$?; ls -A "$0"; echo "exit $code"`
  const words = ['-Urm', 'sh', '-c', script, small, size, small, process.execPath, PROGRAM, ...line]
  const child = spawn(unshare, words, {
    cwd: desk.folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { PATH: process.env.PATH, DATADEED_HOME: desk.path('home'), LANG: 'C.UTF-8', ...COMPILED },
  })
  const shown: Buffer[] = []
  child.stdout.on('data', (piece) => shown.push(piece))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve(Buffer.concat(shown).toString().trim()))
  })
}

describe.skipIf(!canMount())('a disk that is full', () => {
  const itMounts = itNeeds('unshare', 'util-linux')

  for (const size of LONG ? ['4k', '8k', '24k', '80k', '400k', '800k'] : ['4k', '400k']) {
    itMounts(`leaves nothing of a deed, and exit 11 (C01, ${size})`, async (unshare) => {
      const line = words.seal([desk.path('t.csv')], desk.path('small/a.deed'))
      expect(await runOnSmallDisk(unshare, size, line)).toBe('exit 11')
      expect(readFileSync(desk.path('t.csv'), 'utf8')).toBe(LARGE)
    })
  }

  // The folder, the first bytes, the middle and the last of what is restored.
  for (const size of LONG ? ['4k', '8k', '400k', '1200k', '1900k'] : ['4k', '1900k']) {
    itMounts(`leaves nothing of a restored export, and exit 11 (G01, ${size})`, async (unshare) => {
      await seal(desk.path('a.deed'), [{ path: desk.path('t.csv') }])
      const line = words.restore(desk.path('a.deed'), desk.path('small/out'))
      expect(await runOnSmallDisk(unshare, size, line)).toBe('exit 11')
    })
  }
})

describe('a process that is killed (C17, G02)', () => {
  /** Ends with SIGKILL after some milliseconds, or by itself. */
  function runFor(line: readonly string[], milliseconds: number): Promise<number | null> {
    const child = spawn(process.execPath, [PROGRAM, ...line], {
      cwd: desk.folder,
      stdio: 'ignore',
      env: { PATH: process.env.PATH, DATADEED_HOME: desk.path('home'), ...COMPILED },
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    return new Promise((resolve) => {
      child.on('close', (code) => {
        clearTimeout(timer)
        resolve(code)
      })
    })
  }

  it('leaves no deed or a whole one, and does not stand in the way of the next run', async () => {
    const started = performance.now()
    expect(await runFor(words.seal([desk.path('t.csv')], desk.path('first.deed')), 60_000)).toBe(0)
    const whole = performance.now() - started
    for (const part of LONG ? Array.from({ length: 40 }, (_, at) => 0.3 + at / 50) : [0.6, 0.9]) {
      const deed = desk.path(`${part}.deed`)
      await runFor(words.seal([desk.path('t.csv')], deed), whole * part)
      if (!exists(deed)) continue
      const report = await verifyDeed({ deed, from: (await party('seller')).card, now: NOW })
      expect(report.exit).toBe(0)
    }
    for (const path of partials(desk.folder)) {
      expect(statSync(path).mode & 0o077).toBe(0)
      expect(readFileSync(path).includes(CANARY)).toBe(false)
    }
    await seal(desk.path('last.deed'), [{ path: desk.path('t.csv') }])
    await restore(desk.path('last.deed'), desk.path('out'))
    expect(readFileSync(desk.path('out/t.csv'), 'utf8')).toBe(LARGE)
  })

  it('leaves of a restored export what only its owner can read, under no name of its own', async () => {
    await seal(desk.path('a.deed'), [{ path: desk.path('t.csv') }])
    const started = performance.now()
    expect(await runFor(words.restore(desk.path('a.deed'), desk.path('first')), 60_000)).toBe(0)
    const whole = performance.now() - started
    for (const part of LONG ? Array.from({ length: 20 }, (_, at) => 0.4 + at / 30) : [0.8]) {
      const output = desk.path(`out ${part}`)
      await runFor(words.restore(desk.path('a.deed'), output), whole * part)
      if (exists(`${output}/t.csv`)) {
        expect(readFileSync(`${output}/t.csv`, 'utf8')).toBe(LARGE)
        continue
      }
      for (const path of exists(output) ? partials(output) : [])
        expect(statSync(path).mode & 0o777).toBe(0o600)
      await restore(desk.path('a.deed'), output)
      expect(readFileSync(`${output}/t.csv`, 'utf8')).toBe(LARGE)
    }
  })
})

describe('a worker thread that dies (C29)', () => {
  it.each(LONG ? ['process.exit(0)', 'process.exit(7)'] : ['process.exit(0)'])(
    'ends the run and leaves nothing: %s',
    async (death) => {
      await seal(desk.path('a.deed'), [{ path: desk.path('t.csv') }])
      const script = `const { isMainThread, parentPort } = require('node:worker_threads')
      if (!isMainThread && parentPort !== null) parentPort.once('message', () => { ${death} })`
      writeFileSync(desk.path('dies.cjs'), script)
      const before = desk.allFiles()
      const env = { NODE_OPTIONS: `--require ${desk.path('dies.cjs')}` }
      for (const line of [
        words.seal([desk.path('t.csv')], desk.path('b.deed')),
        words.restore(desk.path('a.deed'), desk.path('out')),
        words.verify(desk.path('a.deed')),
      ]) {
        const { stdout, stderr, exit } = await desk.run(line, { env })
        expect([line[0], exit, stdout + stderr]).toEqual([line[0], 1, stdout + stderr])
        expect(stdout + stderr).not.toContain(CANARY)
      }
      expect(desk.allFiles()).toEqual(before)
    },
  )
})
