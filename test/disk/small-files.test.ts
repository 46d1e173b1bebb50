import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type FileSystem, realFileSystem, writeNewFiles } from '../../src/files/index.ts'
import { openKeyFile, readCard, trustCard, writeParty } from '../../src/identity/index.ts'
import { refusing, spy } from '../files/faulty-file-system.ts'
import { exists, party, useFolder } from '../hostile/make-deed.ts'
import { addedTo, assertNothingUnnamed, failureOf } from './outcome.ts'

const FAULTS = [
  ['ENOSPC', 11],
  ['EDQUOT', 11],
  ['EIO', 10],
  ['EROFS', 10],
  ['EXDEV', 10],
] as const

describe('small files whose n-th call of the file system fails', () => {
  const folder = useFolder()

  /** The first `looks` calls only look, so that they fail as reads do. */
  async function failEachCall(
    run: (files: FileSystem) => Promise<unknown>,
    { looks, whole }: { readonly looks: number; readonly whole: () => Promise<void> },
  ) {
    const before = folder().snapshot()
    const { files, calls } = spy()
    await run(files)
    await whole()
    for (const path of addedTo(folder(), before)) rmSync(folder().at(path), { recursive: true, force: true })
    for (const index of calls.keys()) {
      for (const [code, exit] of FAULTS) {
        for (const forEver of [false, true]) {
          const failure = await failureOf(() => run(refusing(index + 1, { code, forEver })))
          expect([calls[index], code, failure?.exit]).toEqual([calls[index], code, index < looks ? 10 : exit])
          if (failure !== undefined) assertNothingUnnamed(folder(), before, failure)
          for (const path of addedTo(folder(), before)) rmSync(folder().at(path), { force: true })
        }
      }
    }
  }

  it('leave neither key nor card, or say so (C01, C05-C12)', async () => {
    const made = await party('seller')
    await failEachCall((files) => writeParty(folder().path, made, { files }), {
      looks: 2,
      whole: async () => {
        const { key } = await openKeyFile(folder().at('seller.key'))
        expect(key.card.fingerprint).toBe((await readCard(folder().at('seller.card'))).fingerprint)
      },
    })
  })

  it('leave no policy and no list (C01, C05-C12)', async () => {
    const path = folder().at('datadeed.yaml')
    await failEachCall(
      (files) => writeNewFiles([{ path, content: 'version: 1\n', access: 'shared' }], files),
      { looks: 0, whole: async () => expect(readFileSync(path, 'utf8')).toBe('version: 1\n') },
    )
  })

  it('leave the card that was trusted before (C20)', async () => {
    const { card } = await party('buyer')
    await trustCard(folder().at('home'), card)
    const path = folder().at('home', 'trusted', `${card.fingerprint}.card`)
    const { files, calls } = spy()
    await trustCard(folder().at('home'), card, files)
    const before = folder().snapshot()
    for (const index of calls.keys()) {
      for (const [code, exit] of FAULTS) {
        const failure = await failureOf(() =>
          trustCard(folder().at('home'), card, refusing(index + 1, { code })),
        )
        expect(failure?.exit).toBe(exit)
        expect(folder().snapshot()).toEqual(before)
      }
    }
    expect((await readCard(path)).fingerprint).toBe(card.fingerprint)
  })

  it('have modes of their own, whatever the umask (C27)', async () => {
    if (process.platform === 'win32') return
    const before = process.umask(0)
    try {
      await writeParty(folder().path, await party('seller'))
      mkdirSync(folder().at('home'))
      await trustCard(folder().at('home'), (await party('buyer')).card)
      process.umask(0o277)
      await writeNewFiles([{ path: folder().at('a'), content: 'a', access: 'owner-only' }])
    } finally {
      process.umask(before)
    }
    const mode = (...names: string[]) => statSync(folder().at(...names)).mode & 0o777
    expect([mode('seller.key'), mode('home', 'trusted'), mode('a')]).toEqual([0o600, 0o700, 0o600])
  })

  it('come both or not at all where one of the names is taken', async () => {
    folder().write('seller.card', 'mine')
    const before = folder().snapshot()
    let looks = 0
    const late: FileSystem = {
      ...realFileSystem,
      find: async (path) => (++looks > 2 ? realFileSystem.find(path) : undefined),
    }
    const made = await party('seller')
    expect((await failureOf(() => writeParty(folder().path, made, { files: late })))?.exit).toBe(12)
    expect(folder().snapshot()).toEqual(before)
    expect(exists(folder().at('seller.key'))).toBe(false)
  })
})
