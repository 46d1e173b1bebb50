import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileSystem } from '../../src/files/index.ts'
import { openWhole } from '../deed/open-deed.ts'
import { LONG } from '../disk/outcome.ts'
import { type Call, refusing, spy } from '../files/faulty-file-system.ts'
import { codeOf, exists, Folder, party, seal } from '../hostile/make-deed.ts'
import { reseal } from './reseal-here.ts'

const ROWS = 'id,phone\n1,13800138000\n'

const folder = new Folder()
const at = (...names: readonly string[]) => folder.at(...names)
beforeAll(async () => {
  const path = folder.write('t.csv', ROWS)
  await seal(at('file.deed'), [{ path }])
  await seal(at('folder.deed'), [{ path }], { form: 'folder' })
  await seal(at('series.deed'), [{ path }], { link: { series: 's', sequence: 3, previous: '0'.repeat(64) } })
})
afterAll(() => folder[Symbol.dispose]())

/** The deed of this form as `a.deed`, and nothing of an earlier run. */
function layOut(form: string): void {
  for (const name of readdirSync(folder.path)) {
    if (/^[ab]\./.test(name)) rmSync(at(name), { recursive: true })
  }
  cpSync(at(`${form}.deed`), at('a.deed'), { recursive: true })
}

/** To the buyer, who can go on with it afterwards. */
async function again(more: Parameters<typeof reseal>[2] = {}) {
  return reseal(at('a.deed'), at('b.deed'), { to: [(await party('buyer')).card], ...more })
}

/** Whether every block of it passes all its checks. */
async function isWhole(name: 'a.deed' | 'b.deed'): Promise<boolean> {
  const from = (await party(name === 'a.deed' ? 'seller' : 'buyer')).card
  const { key } = await party('buyer')
  return openWhole(at(name), { from, key }).then(
    ({ segments }) => segments.some(({ bytes }) => Buffer.from(bytes).includes('13800138000')),
    () => false,
  )
}

describe('the old deed', () => {
  it.each(['file', 'folder'])(
    'stays until it is retired; then manifest and signatures stay (%s)',
    async (form) => {
      layOut(form)
      expect([(await again()).retired, await isWhole('a.deed')]).toEqual([null, true])
      expect(await codeOf(again)).toBe('EXISTS')
      const statement = form === 'folder' ? readFileSync(at('a.deed', 'manifest.json')) : undefined
      const { retired, wentOn } = await again({ retire: true })
      expect([retired, wentOn, exists(at('a.deed'))]).toEqual([at('a.retired'), true, false])
      expect(readdirSync(at('a.retired')).sort()).toEqual(['manifest.json', 'signatures.json'])
      if (statement !== undefined) expect(readFileSync(at('a.retired', 'manifest.json'))).toEqual(statement)
      expect([await isWhole('b.deed'), (await again({ retire: true })).rows]).toEqual([true, 1])
    },
  )

  it('stays if it lies in a series, or is named by a link', async () => {
    layOut('series')
    expect(await codeOf(() => again({ retire: true }))).toBe('USAGE')
    expect((await again()).series).toEqual({ name: 's', sequence: 3 })
    layOut('file')
    cpSync(at('a.deed'), at('b.real'))
    rmSync(at('a.deed'))
    symlinkSync(at('b.real'), at('a.deed'))
    expect(await codeOf(() => again({ retire: true }))).toBe('USAGE')
    expect([exists(at('b.real')), exists(at('b.deed'))]).toEqual([true, false])
  })

  it('goes where none of the keys opens the new one, too: if every byte of that is what was signed', async () => {
    layOut('file')
    const toLawyer = { to: [(await party('lawyer')).card], retire: true }
    await again({ ...toLawyer, retire: false })
    const bytes = readFileSync(at('b.deed'))
    const damaged = Buffer.from(bytes)
    const block = damaged.indexOf('0.blocks') + 200
    damaged[block] = (damaged[block] ?? 0) ^ 1
    writeFileSync(at('b.deed'), damaged)
    expect([await codeOf(() => again(toLawyer)), exists(at('a.deed'))]).toEqual(['DAMAGED', true])
    writeFileSync(at('b.deed'), bytes)
    expect([(await again(toLawyer)).retired, exists(at('a.deed'))]).toEqual([at('a.retired'), false])
  })

  it('stays if the new one is another, for others, or open to a card that was compromised since', async () => {
    layOut('file')
    await again({ to: [(await party('lawyer')).card] })
    expect(await codeOf(() => again({ retire: true }))).toBe('EXISTS')
    layOut('file')
    await again()
    const compromised = new Set([(await party('buyer')).card.fingerprint])
    expect(await codeOf(() => again({ retire: true, to: undefined, compromised }))).toBe('EXISTS')
    layOut('file')
    const path = folder.write('t.csv', ROWS)
    await seal(at('b.deed'), [{ path }])
    expect(await codeOf(() => again({ retire: true }))).toBe('EXISTS')
    expect(await isWhole('a.deed')).toBe(true)
  })
})

describe('a run that ends at its n-th call of the file system', () => {
  /** Every one with DATADEED_TEST_LONG; else one before the new deed has its name, and four of those after. */
  function points(calls: readonly Call[], shift: number): number[] {
    const named = calls.findIndex((call) => call === 'link' || call === 'rename') + 1
    const all = calls.map((_, index) => index + 1)
    if (LONG) return all
    const some = (numbers: readonly number[], most: number) => {
      const step = Math.ceil(numbers.length / most)
      return numbers.filter((_, index) => index % step === shift % step)
    }
    return [...some(all.slice(0, named - 1), 1), ...some(all.slice(named - 1), 4)]
  }

  async function endAt(files: FileSystem): Promise<void> {
    await again({ retire: true, files }).catch(() => undefined)
  }

  it.each([
    ['file', true, 1],
    ['folder', true, 2],
    ...(LONG ? ([['folder', false, 0]] as const) : []),
  ] as const)(
    'leaves one whole deed at least, and the next run goes on (%s, killed: %s) (C17, C19)',
    { timeout: 3_600_000 },
    async (form, forEver, shift) => {
      layOut(form)
      const { files, calls } = spy()
      await again({ retire: true, files })
      for (const number of points(calls, shift)) {
        layOut(form)
        await endAt(refusing(number, { code: 'ENOSPC', forEver }))
        const [before, after] = [await isWhole('a.deed'), await isWhole('b.deed')]
        expect([number, before || after]).toEqual([number, true])
        // A paper never speaks of a deed that is not there.
        if (!after) expect([number, exists(at('b.reseal'))]).toEqual([number, false])
        // Without its paper the new deed is not yet what the old one may go for.
        if (!before) expect([number, exists(at('b.reseal'))]).toEqual([number, true])
        const { retired } = await again({ retire: true })
        expect([number, retired, exists(at('a.deed'))]).toEqual([number, at('a.retired'), false])
        expect(await isWhole('b.deed')).toBe(true)
      }
    },
  )
})
