import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bytesOf, CASES } from '../../fixtures/csv/generate.ts'
import { Desk } from '../cli/run-cli.ts'
import { layOutKeys, type Words } from '../hostile/command-line.ts'
import { runWords } from './run-words.ts'

const NAMES = [
  'bom',
  'utf16le-bom',
  'gbk-by-header-words',
  'mixed-line-ends',
  'look-like-numbers',
  'formulas',
]
const cases = CASES.filter(({ name }) => NAMES.includes(name))

const AGES = `version: 1
columns: {}
unreviewed: classify
keys:
  signing: { warn: 50y, refuse: 60y }
  reader: { warn: 50y, refuse: 60y }
`

let desk: Desk
let words: Words
beforeEach(async () => {
  desk = new Desk()
  words = await layOutKeys(desk)
  for (const { name } of cases) {
    copyFileSync(join(import.meta.dirname, '../../fixtures/csv', `${name}.csv`), desk.path(`${name}.csv`))
  }
})
afterEach(() => desk[Symbol.dispose]())

/** What makes a process and its threads believe in another time. */
function clockOf(time: string): Record<string, string> {
  const script = `const Real = Date
    const now = () => Real.now() + Real.parse(${JSON.stringify(time)}) - ${Date.now()}
    globalThis.Date = class extends Real {
      constructor(...words) { words.length === 0 ? super(now()) : super(...words) }
      static now() { return now() }
    }`
  const path = desk.path(`${time.slice(0, 4)}.cjs`)
  writeFileSync(path, script)
  return { NODE_OPTIONS: `--require ${path}` }
}

describe('B14 the surroundings of a run', () => {
  it('change nothing in what is sealed, and an odd clock is warned about', async () => {
    const surroundings: readonly (readonly [name: string, env: Record<string, string>, odd?: string])[] = [
      ['plain', { LANG: 'C', LC_ALL: 'C', TZ: 'Pacific/Apia' }],
      ['1970', { ...clockOf('1970-01-01T00:00:05Z'), TZ: 'America/Los_Angeles' }, '1970-01-01'],
      ['2038', { ...clockOf('2038-01-19T03:14:08Z'), LANG: 'zh_CN.GB18030' }, '2038-01-19'],
    ]
    // By then today's keys are long too old to seal with, unless a policy lets them.
    const policy = desk.path('datadeed.yaml')
    writeFileSync(policy, AGES)
    const reports: unknown[] = []
    for (const [name, env, odd] of surroundings) {
      const paths = cases.map((each) => desk.path(`${each.name}.csv`))
      const { stdout, stderr, exit } = await desk.run(
        [...words.seal(paths, desk.path(`${name}.deed`)), '--policy', policy, '--no-readback', '--json'],
        {
          env,
        },
      )
      expect([name, exit, stderr]).toEqual([name, 0, stderr])
      expect(/^warning: .*(\d{4}-\d\d-\d\d)/m.exec(stderr)?.[1]).toBe(odd)
      const { tables, rows, sourceBytes, compartments } = JSON.parse(stdout)
      reports.push({ tables, rows, sourceBytes, compartments })
    }
    expect(reports[1]).toEqual(reports[0])
    expect(reports[2]).toEqual(reports[0])
    for (const [name] of surroundings) {
      const out = desk.path(`${name}.out`)
      expect((await runWords(desk, words.restore(desk.path(`${name}.deed`), out))).exit).toBe(0)
      expect(readdirSync(out)).toHaveLength(cases.length)
      for (const each of cases) {
        expect(readFileSync(join(out, `${each.name}.csv`)).equals(bytesOf(each)), each.name).toBe(true)
      }
    }
  }, 120_000)

  it('are warned about wherever a time is signed or compared, in both languages', async () => {
    const env = clockOf('2025-12-31T12:00:00Z')
    const made = await desk.run(['keygen', 'early', '--no-passphrase', '--lang', 'zh-CN'], { env })
    expect([made.exit, made.stderr.includes('2025-12-31')]).toEqual([0, true])
    const verified = await desk.run(['verify', desk.path('none.deed'), '--from', desk.path('seller.card')], {
      env,
    })
    expect(verified.stderr).toMatch(/^warning: .*2025-12-31/m)
    const shown = await desk.run(['card', 'show', desk.path('seller.card')], { env })
    expect([shown.exit, shown.stderr]).toEqual([0, ''])
  })
})
