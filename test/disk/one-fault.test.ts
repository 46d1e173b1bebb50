import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openContainer } from '../../src/deed/index.ts'
import type { FileSystem } from '../../src/files/index.ts'
import type { SealRequest } from '../../src/seal/index.ts'
import { verifyDeed } from '../../src/verify/index.ts'
import { gated, spy, systemError } from '../files/faulty-file-system.ts'
import { CANARY, exists, NOW, party, restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'
import { failureOf, LONG } from './outcome.ts'

const ROWS = `id,name\n1,${CANARY}\n2,b\n3,c\n`
const POLICY = reviewed({ t: ['id', 'name'] }, 'epochs: {rows: 1}')

describe('a disk with one fault', () => {
  const folder = useFolder()
  const deed = () => folder().at('a.deed')
  const sealing = (more: Partial<SealRequest>) =>
    seal(deed(), [{ path: folder().write('t.csv', ROWS) }], { policy: POLICY, ...more })
  const restored = async (): Promise<string> => {
    await restore(deed(), folder().at('out'))
    return readFileSync(folder().at('out', 't.csv'), 'utf8')
  }

  it('that writes less than it was asked to gets the rest again (C06)', async () => {
    const { files } = spy()
    const short: FileSystem = {
      ...files,
      async createFile(path, access) {
        const file = await files.createFile(path, access)
        return {
          ...file,
          write: (bytes, at) => file.write(bytes.subarray(0, Math.max(1, bytes.length - 1)), at),
        }
      },
    }
    await sealing({ files: short, readback: true })
    await restore(deed(), folder().at('out'), { files: short })
    expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe(ROWS)
  })

  it('that takes nothing at all is not asked for ever (C06)', async () => {
    const { files } = spy()
    const none: FileSystem = {
      ...files,
      createFile: async (path, access) => ({
        ...(await files.createFile(path, access)),
        write: async () => 0,
      }),
    }
    expect((await failureOf(() => sealing({ files: none })))?.exit).toBe(10)
    expect(folder().snapshot().length).toBe(1)
  })

  it.each(['file', 'folder'] as const)(
    'is not asked again whether it synced (C07, C08: %s)',
    async (form) => {
      for (const failing of ['file.sync', 'syncFolder'] as const) {
        let asked = 0
        const files = gated((call) => {
          if (call !== failing) return
          asked += 1
          throw systemError('EIO')
        })
        expect((await failureOf(() => sealing({ files, form })))?.exit).toBe(10)
        expect(asked).toBe(1)
        expect(folder().snapshot().length).toBe(1)
      }
    },
  )

  it.each(LONG ? ['ENOTSUP', 'EINVAL', 'ENOSYS'] : ['ENOTSUP'])(
    'that cannot sync is written to, with a note (C09: %s)',
    async (code) => {
      const files = gated((call) => {
        if (call === 'file.sync' || call === 'syncFolder') throw systemError(code)
      })
      expect((await sealing({ files })).lasting).toBe(false)
      expect((await restore(deed(), folder().at('noted'), { files })).lasting).toBe(false)
      expect(await restored()).toBe(ROWS)
    },
  )

  it.each([
    ['C10', 'EXDEV'],
    ['C11', 'EACCES'],
  ])('that cannot give a name keeps none (%s: %s)', async (_, code) => {
    const files = gated((call) => {
      if (call === 'link' || call === 'rename') throw systemError(code)
    })
    for (const form of ['file', 'folder'] as const) {
      expect((await failureOf(() => sealing({ files, form })))?.exit).toBe(10)
      expect(folder().snapshot().length).toBe(1)
    }
  })

  it.each(LONG ? ['EPERM', 'ENOTSUP', 'EMLINK'] : ['EPERM'])(
    'without hard links gets a name by a look and a rename (%s)',
    async (code) => {
      const files = gated((call) => {
        if (call === 'link') throw systemError(code)
      })
      await sealing({ files })
      await restore(deed(), folder().at('out'), { files })
      expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe(ROWS)
      expect((await failureOf(() => restore(deed(), folder().at('out'), { files })))?.exit).toBe(12)
      // A name that comes up in the last moment is not taken either.
      const late = gated((call, { path }) => {
        if (call !== 'link') return
        writeFileSync(path, 'theirs')
        throw systemError(code)
      })
      expect((await failureOf(() => restore(deed(), folder().at('late'), { files: late })))?.exit).toBe(12)
      expect(readFileSync(folder().at('late', 't.csv'), 'utf8')).toBe('theirs')
    },
  )

  it('that says the file was not closed has no deed (C12)', async () => {
    const files = gated((call) => {
      if (call === 'file.close') throw systemError('EIO')
    })
    expect((await failureOf(() => sealing({ files })))?.exit).toBe(10)
    expect(folder().snapshot().length).toBe(1)
  })

  it('that changes a byte on its way is found out by reading back (C31)', { timeout: 600_000 }, async () => {
    for (const form of LONG ? (['file', 'folder'] as const) : (['file'] as const)) {
      const { files: counting, calls } = spy()
      await sealing({ files: counting, form })
      rmSync(deed(), { recursive: true })
      const writes = calls.filter((call) => call === 'file.write').length
      let found = 0
      for (let wrong = LONG ? 1 : 3; wrong <= writes; wrong += LONG ? 1 : 5) {
        let number = 0
        const files = corrupting(() => ++number === wrong)
        const failure = await failureOf(() => sealing({ files, form, readback: true }))
        if (failure === undefined) {
          // A header of the ZIP that was written again: nothing of the fault is left.
          const from = (await party('seller')).card
          const report = await verifyDeed({ deed: deed(), from, key: (await party('buyer')).key, now: NOW })
          expect(report.exit).toBe(0)
          rmSync(deed(), { recursive: true })
        } else {
          expect(failure.exit).toBe(5)
          found += 1
        }
        expect(exists(deed())).toBe(false)
        expect(folder().snapshot().length).toBe(1)
      }
      expect(found).toBeGreaterThan(writes / (LONG ? 2 : 20))
    }
  })

  it('that changed the last block after sealing gives nothing of the blocks before it (G04)', async () => {
    await sealing({})
    await using container = await openContainer(deed())
    const { position } = container.place('data/0.index')
    const bytes = readFileSync(deed())
    // The last byte before the header of the index is the last one of the last block.
    const at = bytes.lastIndexOf('PK\u0003\u0004', position) - 1
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(deed(), bytes)
    let rows = 0
    const progress = () => {
      rows += 1
    }
    expect((await failureOf(() => restore(deed(), folder().at('out'), { progress })))?.exit).toBe(5)
    expect(rows).toBe(2)
    expect(folder().snapshot().length).toBe(2)
  })

  it('whose folder goes away under the run ends it with 10, and leaves the source (C26)', async () => {
    for (const form of ['file', 'folder'] as const) {
      mkdirSync(folder().at('to'))
      const path = folder().write('t.csv', ROWS)
      const progress = () => rmSync(folder().at('to'), { recursive: true, force: true })
      const run = () => seal(folder().at('to', 'a.deed'), [{ path }], { policy: POLICY, form, progress })
      expect((await failureOf(run))?.exit).toBe(10)
      expect(folder().snapshot().length).toBe(1)
    }
    await sealing({})
    const progress = () => rmSync(folder().at('out'), { recursive: true, force: true })
    expect((await failureOf(() => restore(deed(), folder().at('out'), { progress })))?.exit).toBe(10)
    expect(folder().snapshot().length).toBe(2)
  })

  it('whose folder is swapped for a link while a file is made holds nothing of it elsewhere (G10)', async () => {
    await sealing({})
    mkdirSync(folder().at('elsewhere'))
    let swapped = false
    const files = gated((call) => {
      if (call !== 'createFile' || swapped) return
      swapped = true
      renameSync(folder().at('out'), folder().at('moved'))
      symlinkSync(folder().at('elsewhere'), folder().at('out'))
    })
    expect((await failureOf(() => restore(deed(), folder().at('out'), { files })))?.exit).toBe(13)
    expect(
      folder()
        .snapshot()
        .filter((line) => line.startsWith('elsewhere/')),
    ).toEqual([])
    // The same before the names are given.
    rmSync(folder().at('out'))
    rmSync(folder().at('moved'), { recursive: true })
    let again = false
    const later = gated((call) => {
      if (call !== 'file.sync' || again) return
      again = true
      renameSync(folder().at('out'), folder().at('moved'))
      symlinkSync(folder().at('elsewhere'), folder().at('out'))
    })
    expect((await failureOf(() => restore(deed(), folder().at('out'), { files: later })))?.exit).toBe(13)
    expect(
      folder()
        .snapshot()
        .filter((line) => line.startsWith('elsewhere/')),
    ).toEqual([])
  })
})

/** The real file system, which flips a bit in the middle of the write that is chosen. */
function corrupting(isChosen: () => boolean): FileSystem {
  const { files } = spy()
  return {
    ...files,
    async createFile(path, access) {
      const file = await files.createFile(path, access)
      return {
        ...file,
        write(bytes, at) {
          if (!isChosen()) return file.write(bytes, at)
          const wrong = Buffer.from(bytes)
          wrong[wrong.length >> 1] = (wrong[wrong.length >> 1] ?? 0) ^ 1
          return file.write(wrong, at)
        },
      }
    },
  }
}
