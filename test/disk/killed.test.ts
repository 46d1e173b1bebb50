import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyDeed } from '../../src/verify/index.ts'
import { Desk } from '../cli/run-cli.ts'
import { layOutKeys, type Words } from '../hostile/command-line.ts'
import { CANARY, listAll, NOW, party, restore, seal } from '../hostile/make-deed.ts'
import { LONG } from './outcome.ts'
import { type Measured, measure, runTo, type Step } from './stopped-run.ts'

const ROWS = `id,name\n${Array.from({ length: 400 }, (_, at) => `${at},${CANARY} ${at}\n`).join('')}`
const COLUMN = '{type: free-text-pii, compartment: contact}'
const TIMEOUT = { timeout: 7_200_000 }

let desk: Desk
let words: Words
let kills = 0
beforeEach(async () => {
  desk = new Desk()
  words = await layOutKeys(desk)
  writeFileSync(desk.path('t.csv'), ROWS)
  writeFileSync(
    desk.path('datadeed.yaml'),
    `version: 1\ndrift: names\ncolumns: {t: {id: ${COLUMN}, name: ${COLUMN}}}\nepochs: {rows: 50}\n`,
  )
})
afterEach(() => desk[Symbol.dispose]())
afterAll(() => {
  if (LONG) process.stderr.write(`${kills} kills\n`)
})

const sealing = (deed: string): string[] => [
  ...words.seal([desk.path('t.csv')], deed),
  '--policy',
  desk.path('datadeed.yaml'),
]
/** What sealing takes, measured once. */
let once: Measured | undefined
async function measured(deed: string): Promise<Measured> {
  once ??= await measure(desk, sealing(deed))
  rmSync(deed, { force: true })
  return once
}

const partials = (): string[] => listAll(desk.folder).filter((path) => path.includes('.partial-'))

/** Before and behind calls of the file system, and after some time: all and a hundred times, or a few. */
function points({ calls, publishes, takes }: Measured): { plan?: Step[]; after?: number }[] {
  const all = Array.from({ length: 2 * calls }, (_, at) => 1 + at / 2)
  const chosen = LONG
    ? all
    : all.filter((_, at) => at % Math.ceil(all.length / 4) === 3).concat(publishes + 0.5)
  const times = Array.from({ length: LONG ? 100 : 1 }, () => takes * (0.2 + Math.random()))
  return [
    ...chosen.map((at) => ({ plan: [{ at, does: 'SIGKILL' }] })),
    ...times.map((after) => ({ after: Math.round(after) })),
  ]
}

describe('a run that is killed (C17)', () => {
  it('leaves no deed or a whole one, and the next run sweeps up behind it', TIMEOUT, async () => {
    const deed = desk.path('a.deed')
    const sealed = await measured(deed)
    const before = desk.files()
    const request = { deed, from: (await party('seller')).card, key: (await party('buyer')).key, now: NOW }
    for (const point of points(sealed)) {
      const { signal, exit } = await runTo(desk, sealing(deed), point)
      if ('plan' in point) expect([point, signal]).toEqual([point, 'SIGKILL'])
      kills += exit === null ? 1 : 0
      for (const path of partials()) {
        expect(statSync(path).mode & 0o077).toBe(0)
        expect(readFileSync(path).includes(CANARY)).toBe(false)
      }
      expect(readFileSync(desk.path('t.csv'), 'utf8')).toBe(ROWS)
      const left = partials()
      if (existsSync(deed)) expect((await verifyDeed(request)).exit).toBe(0)
      else await seal(deed, [{ path: desk.path('t.csv') }])
      // A deed that has its name already is refused before anything is swept.
      if (process.platform === 'linux' && !partials().some((path) => left.includes(path))) {
        rmSync(deed)
        expect(desk.files()).toEqual(before)
      }
      for (const path of [deed, ...partials()]) rmSync(path, { force: true })
    }
  })

  it(
    'leaves whole restored files or unreadable beginnings, which the next run sweeps up',
    TIMEOUT,
    async () => {
      const deed = desk.path('a.deed')
      const output = desk.path('out')
      expect((await runTo(desk, sealing(deed))).exit).toBe(0)
      const restored = await measure(desk, words.restore(deed, output))
      rmSync(output, { recursive: true })
      for (const point of points(restored)) {
        const { signal, exit } = await runTo(desk, words.restore(deed, output), point)
        if ('plan' in point) expect([point, signal]).toEqual([point, 'SIGKILL'])
        kills += exit === null ? 1 : 0
        for (const path of partials()) expect(statSync(path).mode & 0o777).toBe(0o600)
        if (existsSync(`${output}/t.csv`)) expect(readFileSync(`${output}/t.csv`, 'utf8')).toBe(ROWS)
        else {
          await restore(deed, output)
          expect(readFileSync(`${output}/t.csv`, 'utf8')).toBe(ROWS)
          if (process.platform === 'linux') expect(partials()).toEqual([])
        }
        rmSync(output, { recursive: true, force: true })
      }
    },
  )

  it('while it clears up behind a full disk leaves nothing under its name (C19)', TIMEOUT, async () => {
    const deed = desk.path('a.deed')
    const { calls } = await measured(deed)
    for (const at of LONG ? Array.from({ length: calls }, (_, call) => call + 1) : [Math.round(calls / 2)]) {
      for (const later of LONG ? [1, 1.5, 2, 2.5, 3] : [2]) {
        const plan = [
          { at, does: 'ENOSPC' },
          { at: at + later, does: 'SIGKILL' },
        ]
        const { exit } = await runTo(desk, sealing(deed), { plan })
        kills += exit === null ? 1 : 0
        expect(readFileSync(desk.path('t.csv'), 'utf8')).toBe(ROWS)
        if (exit !== 0 && existsSync(deed)) {
          const report = await verifyDeed({ deed, from: (await party('seller')).card, now: NOW })
          expect(report.exit).toBe(0)
        }
        for (const path of [deed, ...partials()]) rmSync(path, { force: true })
      }
    }
  })
})

describe('a run that is told to stop', () => {
  const SIGNALS = [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const

  it('clears up and tells the signal, in every phase (C13, C14, C15)', TIMEOUT, async () => {
    if (process.platform === 'win32') return
    const deed = desk.path('a.deed')
    const output = desk.path('out')
    const whole = desk.path('whole.deed')
    expect((await runTo(desk, sealing(whole))).exit).toBe(0)
    // From giving names on a run is as good as done, and a signal comes too late.
    for (const [line, made] of [
      [sealing(deed), deed],
      [words.restore(whole, output), output],
    ] as const) {
      const { publishes } = made === deed ? await measured(deed) : await measure(desk, line)
      rmSync(made, { recursive: true, force: true })
      const before = desk.allFiles()
      const phases = LONG
        ? Array.from({ length: publishes - 2 }, (_, at) => at + 1)
        : [3, Math.round(publishes / 2), publishes - 2]
      for (const [index, at] of phases.entries()) {
        for (const [does, code] of LONG ? SIGNALS : [SIGNALS[index % 3] ?? SIGNALS[0]]) {
          const { exit, stdout, stderr } = await runTo(desk, line, { plan: [{ at, does }] })
          expect([at, exit, stdout]).toEqual([at, code, ''])
          expect(stderr).toContain(does)
          expect(desk.allFiles()).toEqual(before)
        }
      }
    }
  })

  it('ends at once at the second ^C, however long clearing up takes (C13)', TIMEOUT, async () => {
    if (process.platform === 'win32') return
    const deed = desk.path('a.deed')
    const { calls } = await measured(deed)
    const at = Math.round(calls / 2)
    const hanging = Array.from({ length: 6 }, (_, later) => ({ at: at + 1 + later, does: 'hang' }))
    const started = performance.now()
    const plan = [{ at, does: 'SIGINT' }, { at: at + 2, does: 'SIGINT' }, ...hanging.slice(1)]
    const { exit } = await runTo(desk, sealing(deed), { plan })
    expect(exit).toBe(130)
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(existsSync(deed)).toBe(false)
  })

  it('by a bug that nobody caught clears up, and ends with 1 (C30)', TIMEOUT, async () => {
    const deed = desk.path('a.deed')
    const { publishes } = await measured(deed)
    const before = desk.allFiles()
    const calls = Array.from({ length: publishes - 2 }, (_, call) => call + 1)
    for (const at of LONG ? calls : [3, Math.round(publishes / 2)]) {
      const plan = [{ at, does: 'reject' }]
      const { exit, stdout, stderr } = await runTo(desk, sealing(deed), { plan })
      expect([at, exit]).toEqual([at, 1])
      expect(stdout + stderr).not.toContain('CANARY')
      expect(desk.allFiles()).toEqual(before)
    }
  })
})
