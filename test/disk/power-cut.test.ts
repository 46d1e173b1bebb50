import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { openWhole } from '../deed/open-deed.ts'
import { CANARY, exists, party, restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'
import { LONG } from './outcome.ts'
import { Disk, type Event, recorded } from './power-cut.ts'

const ROWS = `id,name\n1,${CANARY}\n2,b\n`
const POLICY = reviewed({ t: ['id', 'name'], u: ['id', 'name'] }, 'epochs: {rows: 1}')
const TRIES = LONG ? 60 : 6

/** Numbers from 0 to 1 that are the same in every run. */
function chances(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

let cuts = 0
afterAll(() => {
  if (LONG) process.stderr.write(`${cuts} power cuts\n`)
})

describe('the power goes (C18)', () => {
  const folder = useFolder()
  const disk = () => folder().at('disk')

  /** Cuts the power behind every event and lets `check` look at what may then lie there. */
  async function cutEverywhere(events: readonly Event[], check: (found: string) => Promise<void>) {
    for (let length = 0; length <= events.length; length += 1) {
      const model = new Disk(disk(), events.slice(0, length))
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const found = folder().at('after')
        // First nothing that was not synced, then all of it, then any of it.
        const chance = attempt === 0 ? () => 0 : attempt === 1 ? () => 1 : chances(length * 1000 + attempt)
        model.layOut(found, chance)
        await check(found)
        rmSync(found, { recursive: true })
        cuts += 1
      }
    }
  }

  it.each(['file', 'folder'] as const)(
    'and leaves no deed or a whole one (%s)',
    { timeout: 3_600_000 },
    async (form) => {
      mkdirSync(disk())
      const sources = [{ path: folder().write('t.csv', ROWS) }, { path: folder().write('u.csv', ROWS) }]
      const { files, events } = recorded()
      const output = folder().at('disk', 'a.deed')
      expect((await seal(output, sources, { policy: POLICY, form, files })).lasting).toBe(true)
      const [{ card: from }, { key }] = [await party('seller'), await party('buyer')]
      let whole = 0
      await cutEverywhere(events, async (found) => {
        if (!exists(`${found}/a.deed`)) return
        expect((await openWhole(`${found}/a.deed`, { from, key })).closed).toEqual([])
        whole += 1
      })
      expect(whole).toBeGreaterThan(0)
      // What is reported as sealed is there, whatever was not synced.
      new Disk(disk(), events).layOut(folder().at('after'), () => 0)
      await openWhole(folder().at('after', 'a.deed'), { from, key })
    },
  )

  it('and leaves whole files or none of what was restored', { timeout: 3_600_000 }, async () => {
    mkdirSync(disk())
    const sources = [{ path: folder().write('t.csv', ROWS) }, { path: folder().write('u.csv', ROWS) }]
    await seal(folder().at('a.deed'), sources, { policy: POLICY })
    const { files, events } = recorded()
    const report = await restore(folder().at('a.deed'), folder().at('disk', 'new', 'out'), { files })
    expect(report.lasting).toBe(true)
    const namesOf = (found: string) => ['t.csv', 'u.csv'].map((name) => `${found}/new/out/${name}`)
    await cutEverywhere(events, async (found) => {
      for (const path of namesOf(found).filter(exists)) expect(readFileSync(path, 'utf8')).toBe(ROWS)
    })
    new Disk(disk(), events).layOut(folder().at('after'), () => 0)
    for (const path of namesOf(folder().at('after'))) expect(readFileSync(path, 'utf8')).toBe(ROWS)
  })
})
