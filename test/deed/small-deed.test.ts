import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withFixedRandomness } from '../../fixtures/deeds/fixed-random.ts'
import { buildReader, buildSeller } from '../../fixtures/deeds/parties.ts'
import { writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { SMALL_TABLES } from '../../fixtures/deeds/small-tables.ts'
import { examineDeed, openContainer, readUnverified } from '../../src/deed/index.ts'
import { entriesOf } from '../../src/deed/layout.ts'
import { readCard } from '../../src/identity/index.ts'
import { expectCode, openWhole, useTemporaryFolder } from './open-deed.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/deeds')
const golden = join(fixtures, 'small.deed')
const shown = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('the small deed of the fixtures', () => {
  const folder = useTemporaryFolder()

  it('comes out the same byte for byte when it is made again', async () => {
    const path = join(folder(), 'again.deed')
    await withFixedRandomness(() => writeSmallDeed(path, { form: 'file', suite: 'hybrid' }))
    expect((await readFile(path)).equals(await readFile(golden))).toBe(true)
  })

  it('gives its reader exactly the segments that were sealed', async () => {
    const from = await readCard(join(fixtures, 'seller.card'))
    const { segments, closed } = await openWhole(golden, { from, key: await buildReader('buyer') })
    expect(closed).toEqual([])
    const sealed = SMALL_TABLES.flatMap(({ slices }, table) =>
      slices.flatMap(({ number, segments }) =>
        segments.map((segment) => ({ ...segment, table, slice: number })),
      ),
    )
    const order = (
      list: readonly { table: number; slice: number; column: number; kind: string; bytes: Uint8Array }[],
    ) =>
      list
        .map(({ table, slice, column, kind, bytes }) => [table, slice, column, kind, shown(bytes)].join('|'))
        .sort()
    expect(order(segments)).toEqual(order(sealed))
  })

  it('gives a reader of one compartment that one and names the other', async () => {
    const from = (await buildSeller('seller')).card
    const { segments, closed } = await openWhole(golden, { from, key: await buildReader('advisor') })
    expect(closed).toEqual(['general'])
    expect(new Set(segments.map(({ table, column }) => `${table}.${column}`))).toEqual(
      new Set(['0.0', '0.1', '0.65535']),
    )
  })

  it('is refused to a reader whom it names nowhere', async () => {
    const from = (await buildSeller('seller')).card
    const key = await buildReader('stranger')
    await expectCode(() => openWhole(golden, { from, key }), 'WRONG_RECIPIENT')
  })

  it("is refused under another seller's card", async () => {
    const from = (await buildSeller('somebody')).card
    const key = await buildReader('buyer')
    await expectCode(() => openWhole(golden, { from, key }), 'SIGNATURE')
  })

  it('is not even parsed without a card', async () => {
    await using examination = await examineDeed(golden, { from: undefined })
    expect(examination.failures.map(({ verdict, error }) => [verdict, error.code])).toEqual([
      ['authentic', 'UNTRUSTED'],
    ])
    expect(examination.manifest).toBeUndefined()
  })

  it('says of itself what is in it, as unverified', async () => {
    const { unverified, manifest, access, bytes } = await readUnverified(golden)
    expect(unverified).toBe(true)
    expect(manifest.tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['会员', 5],
      ['orders', 2],
    ])
    expect(access.compartments.map(({ readers }) => readers.length)).toEqual([1, 2])
    expect(bytes).toBe((await stat(golden)).size)
  })

  it('holds no cell outside its blocks', async () => {
    const text = (await readFile(golden)).toString('latin1')
    const cells = ['13800000001', '张伟', '常客', 'A-1'].map((cell) => Buffer.from(cell).toString('latin1'))
    expect(cells.filter((cell) => text.includes(cell))).toEqual([])
  })
})

describe.each(['file', 'folder'] as const)('a deed as a %s', (form) => {
  const folder = useTemporaryFolder()

  it.each(['hybrid', 'classic'] as const)('opens with the suite %s', async (suite) => {
    const path = join(folder(), 'small.deed')
    const { seller, buyer } = await writeSmallDeed(path, { form, suite })
    const { segments } = await openWhole(path, { from: seller.card, key: buyer })
    expect(segments).toHaveLength(10)
  })

  it('lies in its order, for its owner only, with nothing beside it', async () => {
    const path = join(folder(), 'small.deed')
    await writeSmallDeed(path, { form, suite: 'classic' })
    expect(await readdir(folder())).toEqual(['small.deed'])
    const { manifest } = await readUnverified(path)
    await using container = await openContainer(path)
    const names = container.entries.map(({ name }) => name)
    if (form === 'file') expect(names).toEqual(entriesOf(manifest))
    expect(new Set(names)).toEqual(new Set(entriesOf(manifest)))
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(form === 'file' ? 0o600 : 0o700)
    }
  })
})
