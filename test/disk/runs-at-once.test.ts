import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PartialOutput, realFileSystem, sweepPartials } from '../../src/files/index.ts'
import { verifyDeed } from '../../src/verify/index.ts'
import { exists, NOW, party, restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'
import { addedTo, failureOf, LONG } from './outcome.ts'

const ROWS = 'id,name\n1,a\n2,b\n'
const POLICY = reviewed({ t: ['id', 'name'] })

describe('several runs with one output', () => {
  const folder = useFolder()

  it.each([
    ['C22', 2, 'file'],
    ['C22', 2, 'folder'],
    ['C23', 20, 'file'],
    ['C23', LONG ? 20 : 4, 'folder'],
  ] as const)('make one deed, and all others end with 12 (%s: %i, %s)', async (_, count, form) => {
    const path = folder().write('t.csv', ROWS)
    const before = folder().snapshot()
    const deed = folder().at('a.deed')
    const runs = Array.from({ length: count }, () =>
      failureOf(() => seal(deed, [{ path }], { policy: POLICY, form })),
    )
    const exits = (await Promise.all(runs)).map((failure) => failure?.exit ?? 0).sort()
    expect(exits).toEqual([0, ...Array<number>(count - 1).fill(12)])
    const [{ card: from }, { key }] = [await party('seller'), await party('buyer')]
    expect((await verifyDeed({ deed, from, key, now: NOW })).exit).toBe(0)
    expect(addedTo(folder(), before).filter((name) => !name.startsWith('a.deed'))).toEqual([])
    expect(addedTo(folder(), before).filter((name) => name.includes('.partial-'))).toEqual([])
  })

  it('restore it once, and the other ends with 12 (G03)', async () => {
    const path = folder().write('t.csv', ROWS)
    await seal(folder().at('a.deed'), [{ path }], { policy: POLICY })
    const runs = [1, 2, 3].map(() => failureOf(() => restore(folder().at('a.deed'), folder().at('out'))))
    const exits = (await Promise.all(runs)).map((failure) => failure?.exit ?? 0).sort()
    expect(exits).toEqual([0, 12, 12])
    expect(
      folder()
        .snapshot()
        .filter((line) => line.startsWith('out/')).length,
    ).toBe(1)
    expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe(ROWS)
  })
})

describe('what killed runs leave (C24)', () => {
  const folder = useFolder()
  const own = (): string => basename(new PartialOutput(folder().at('a.deed'), 'file', realFileSystem).path)
  /** A passing name as this machine's process of that number would have made it. */
  const madeBy = (pid: number): string => own().replace(`-${process.pid}-`, `-${pid}-`)
  const dead = (): number => spawnSync(process.execPath, ['--version']).pid

  it('holds no lock: the next seal takes the name and sweeps up', async () => {
    if (process.platform !== 'linux') return
    const path = folder().write('t.csv', ROWS)
    const number = dead()
    folder().write(madeBy(number), 'half a deed')
    mkdirSync(folder().at(madeBy(number), '..', `${madeBy(number).slice(0, -12)}0123456789ab`, 'data'), {
      recursive: true,
    })
    const report = await seal(folder().at('a.deed'), [{ path }], { policy: POLICY })
    expect(report.leftovers).toEqual([])
    expect(
      folder()
        .snapshot()
        .map((line) => line.split(' ')[0]),
    ).toEqual(['a.deed', 't.csv'])
  })

  it('is swept beside restored files, too', async () => {
    if (process.platform !== 'linux') return
    const path = folder().write('t.csv', ROWS)
    await seal(folder().at('a.deed'), [{ path }], { policy: POLICY })
    mkdirSync(folder().at('out'))
    folder().write(`out/${madeBy(dead()).replace('a.deed', 't.csv')}`, ROWS)
    expect((await restore(folder().at('a.deed'), folder().at('out'))).leftovers).toEqual([])
    expect(
      folder()
        .snapshot()
        .filter((line) => line.startsWith('out/')).length,
    ).toBe(1)
  })

  it('stays and is named where its writer may live: another machine, a running process, no number', async () => {
    const path = folder().write('t.csv', ROWS)
    const kept = [
      // Process 1 runs always; its number may have been given anew as well.
      madeBy(1),
      madeBy(dead()).replace(/partial-[0-9a-f]{8}-/, 'partial-00000000-'),
      'a.deed.partial-0123456789ab',
    ].filter((_name, at) => process.platform === 'linux' || at === 2)
    for (const name of kept) writeFileSync(folder().at(name), 'half a deed')
    const report = await seal(folder().at('a.deed'), [{ path }], { policy: POLICY })
    expect([...report.leftovers].sort()).toEqual(kept.map((name) => folder().at(name)).sort())
    for (const name of kept) expect(readFileSync(folder().at(name), 'utf8')).toBe('half a deed')
  })

  it('is not swept from under a run of this process, nor by a name that only looks like it', async () => {
    const kept = [
      own(),
      `b.deed${madeBy(dead()).slice('a.deed'.length)}`,
      `x${madeBy(dead())}`,
      `${madeBy(dead())}.txt`,
      'a.deed.partial-',
      'a.deed.partial-mine',
      madeBy(dead()).toUpperCase(),
    ]
    for (const name of kept) folder().write(name, 'mine')
    const link = madeBy(dead())
    symlinkSync('nowhere', folder().at(link))
    const before = folder().snapshot()
    const swept = { folder: dirname(folder().at('a.deed')), names: ['a.deed'] }
    expect(await sweepPartials(realFileSystem, swept)).toEqual([folder().at(link)])
    expect(folder().snapshot()).toEqual(before)
    expect(exists(folder().at('a.deed'))).toBe(false)
  })
})
