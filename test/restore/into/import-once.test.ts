import { copyFileSync, existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IntoRequest } from '../../../src/restore/index.ts'
import { Folder, NOW, refusal, seal } from '../../hostile/make-deed.ts'
import { useHome } from '../../ledger/home.ts'
import { into, selected } from './restore-into.ts'

const LATER = new Date(NOW.getTime() + 1000)
const folder = new Folder()
const [deed, expiring] = [folder.at('a.deed'), folder.at('expiring.deed')]
beforeAll(async () => {
  const exports = [{ path: folder.write('t.csv', 'id,name\n1,a\n2,b\n') }]
  await seal(deed, exports)
  await seal(expiring, exports, { expires: NOW })
})
afterAll(() => folder[Symbol.dispose]())

describe('a database into which a deed is imported', () => {
  const home = useHome()

  /** As the command line does it. */
  async function load(
    database: string,
    more: Partial<IntoRequest> & { readonly now?: Date; readonly anyway?: string } = {},
  ): Promise<void> {
    const { now = LATER, anyway, ...rest } = more
    const memory = { home: home().path, now, anyway }
    const recorder = home().recorder('restore')
    await into(rest.deed ?? deed, `sqlite:${folder.at(database)}`, {
      ...{ memory, recorder, existing: 'append' },
      ...rest,
    })
  }

  it('takes it once, under whatever name, and a second time only with a reason, which is kept (F11)', async () => {
    await load('shop.db')
    const before = home().text
    expect(await refusal(() => load('shop.db'))).toMatchObject({ code: 'REPLAYED', exitCode: 8 })
    copyFileSync(folder.at('shop.db'), folder.at('moved.db'))
    expect(await refusal(() => load('moved.db', { dryRun: true }))).toMatchObject({ code: 'REPLAYED' })
    expect(home().text).toBe(before)
    expect(selected('t', folder.at('shop.db'))).toHaveLength(2)
    await load('shop.db', { anyway: 'the first one was a trial' })
    expect(selected('t', folder.at('shop.db'))).toHaveLength(4)
    const told = home()
      .readLines()
      .slice(-2)
      .map(({ event, facts }) => [event, facts.reason])
    expect(told).toEqual([
      ['intent', 'the first one was a trial'],
      ['outcome', 'the first one was a trial'],
    ])
    expect(home().text).not.toContain('shop.db')
  })

  it('takes none that has expired or comes from the future (F13, F14)', async () => {
    expect(await refusal(() => load('late.db', { deed: expiring }))).toMatchObject({
      code: 'EXPIRED',
      exitCode: 8,
    })
    const early = new Date(NOW.getTime() - 16 * 60_000)
    expect(await refusal(() => load('late.db', { now: early }))).toMatchObject({
      code: 'POSTDATED',
      exitCode: 8,
    })
    expect(existsSync(folder.at('late.db'))).toBe(false)
  })
})
