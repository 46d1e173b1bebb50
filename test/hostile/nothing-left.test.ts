import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RestoreRequest } from '../../src/restore/index.ts'
import type { SealRequest } from '../../src/seal/index.ts'
import { verifyDeed } from '../../src/verify/index.ts'
import { codeOf, exists, NOW, party, restore, reviewed, seal, useFolder } from './make-deed.ts'

const ROWS = 'id,name\n1,a\n2,b\n3,c\n'
const BY_ROW = reviewed({ t: ['id', 'name'] }, 'epochs: {rows: 1}')

describe('a seal that does not come to its end', () => {
  const folder = useFolder()
  const deed = () => folder().at('a.deed')
  const source = () => folder().write('t.csv', ROWS)

  it.each(['file', 'folder'] as const)(
    'leaves what has the name already, before any work (C20, %s)',
    async (form) => {
      const path = source()
      folder().write('a.deed', 'mine')
      const before = folder().snapshot()
      const phases: string[] = []
      const progress: SealRequest['progress'] = ({ phase }) => phases.push(phase)
      expect(await codeOf(() => seal(deed(), [{ path }], { form, progress }))).toBe('EXISTS')
      expect(await codeOf(() => seal(path, [{ path }], { form, progress }))).toBe('EXISTS')
      expect([folder().snapshot(), phases]).toEqual([before, []])
    },
  )

  it('leaves a name that came up meanwhile, of a file, a folder or a dangling link', async () => {
    const path = source()
    for (const [name, take] of [
      ['f.deed', () => folder().write('f.deed', 'theirs')],
      ['d.deed', () => mkdirSync(folder().at('d.deed', 'x'), { recursive: true })],
      ['l.deed', () => symlinkSync('nowhere', folder().at('l.deed'))],
    ] as const) {
      let before: string[] = []
      const progress = () => {
        if (before.length > 0) return
        before = folder()
          .snapshot()
          .filter((line) => !line.includes('partial'))
        take()
      }
      expect(
        await codeOf(() => seal(folder().at(name), [{ path }], { policy: BY_ROW, progress })),
        name,
      ).toBe('EXISTS')
      expect(
        folder()
          .snapshot()
          .filter((line) => !line.startsWith(name)),
      ).toEqual(before)
    }
    expect(readFileSync(folder().at('f.deed'), 'utf8')).toBe('theirs')
  })

  it('says so where no file can be written', async () => {
    const path = source()
    folder().write('file', 'no folder')
    const before = folder().snapshot()
    expect(['IO_READ', 'IO_WRITE']).toContain(
      await codeOf(() => seal(folder().at('file', 'a.deed'), [{ path }])),
    )
    expect(await codeOf(() => seal(folder().at('missing', 'a.deed'), [{ path }]))).toBe('IO_WRITE')
    expect(await codeOf(() => seal(deed(), [{ path: folder().at('missing.csv') }]))).toBe('IO_READ')
    expect(await codeOf(() => seal(deed(), [{ path: folder().path }]))).toBe('IO_READ')
    expect(await codeOf(() => seal(deed(), [{ path: '/dev/null' }]))).toBe('FORMAT')
    expect(folder().snapshot()).toEqual(before)
  })

  it.each([
    ['grows', (path: string) => appendFileSync(path, '4,d\n')],
    [
      'is replaced',
      (path: string) => {
        folder().write('new.csv', ROWS)
        renameSync(folder().at('new.csv'), path)
      },
    ],
    ['is written anew', (path: string) => utimesSync(path, 1, 1)],
  ] as const)('is refused if its source %s while it is read', async (_, change) => {
    for (const phase of ['classify', 'seal'] as const) {
      const path = source()
      let changed = false
      const progress: SealRequest['progress'] = (step) => {
        if (!changed && step.phase === phase) change(path)
        changed ||= step.phase === phase
      }
      const more = phase === 'seal' ? { policy: BY_ROW, progress } : { progress }
      expect(await codeOf(() => seal(deed(), [{ path }], more))).toBe('CHANGED')
      expect(
        folder()
          .snapshot()
          .map((line) => line.split(' ')[0]),
      ).toEqual(['t.csv'])
    }
  })

  it.each(['classify', 'seal', 'read-back'] as const)(
    'leaves nothing when it is stopped: %s',
    async (phase) => {
      const path = source()
      const before = folder().snapshot()
      for (const form of ['file', 'folder'] as const) {
        const stop = new AbortController()
        const reason = new Error('stopped')
        const progress: SealRequest['progress'] = (step) => step.phase === phase && stop.abort(reason)
        const more = { form, progress, signal: stop.signal, readback: true }
        const run = seal(deed(), [{ path }], phase === 'classify' ? more : { ...more, policy: BY_ROW })
        await expect(run).rejects.toBe(reason)
        expect(folder().snapshot()).toEqual(before)
      }
      const run = seal(deed(), [{ path }], { signal: AbortSignal.abort('before') })
      await expect(run).rejects.toBe('before')
      expect(folder().snapshot()).toEqual(before)
    },
  )
})

describe('a restore that does not come to its end', () => {
  const folder = useFolder()
  const output = (...names: string[]) => folder().at('out', ...names)

  async function sealed(form: SealRequest['form'] = 'file'): Promise<string> {
    const exports = [{ path: folder().write('t.csv', ROWS) }, { path: folder().write('u.csv', ROWS) }]
    const policy = reviewed({ t: ['id', 'name'], u: ['id', 'name'] }, 'epochs: {rows: 1}')
    await seal(folder().at('a.deed'), exports, { policy, form })
    return folder().at('a.deed')
  }

  it('leaves files that have a name already, before any work (G03)', async () => {
    const deed = await sealed()
    mkdirSync(output())
    folder().write('out/u.csv', 'mine')
    const before = folder().snapshot()
    const steps: number[] = []
    const progress: RestoreRequest['progress'] = ({ rows }) => steps.push(rows)
    expect(await codeOf(() => restore(deed, output(), { progress }))).toBe('EXISTS')
    expect([folder().snapshot(), steps]).toEqual([before, []])
    await restore(deed, output(), { format: 'jsonl' })
    expect(readFileSync(output('u.csv'), 'utf8')).toBe('mine')
  })

  it('leaves a file that came up meanwhile, and takes its others back', async () => {
    const deed = await sealed()
    mkdirSync(output())
    const before = folder().snapshot()
    const progress: RestoreRequest['progress'] = ({ table }) => {
      if (table === 'u') folder().write('out/u.csv', 'theirs')
    }
    expect(await codeOf(() => restore(deed, output(), { progress }))).toBe('EXISTS')
    expect(readFileSync(output('u.csv'), 'utf8')).toBe('theirs')
    expect(
      folder()
        .snapshot()
        .filter((line) => !line.startsWith('out/u.csv')),
    ).toEqual(before)
  })

  it('writes into no deed, no file and no link (G09)', async () => {
    const deed = await sealed('folder')
    folder().write('file', 'no folder')
    mkdirSync(folder().at('elsewhere'))
    symlinkSync(folder().at('elsewhere'), folder().at('link'))
    symlinkSync(deed, folder().at('link-to-deed'))
    symlinkSync('nowhere', folder().at('dangling'))
    const before = folder().snapshot()
    for (const [to, code] of [
      [deed, 'USAGE'],
      [folder().at('a.deed', 'new'), 'USAGE'],
      [folder().at('a.deed', 'data', '..', 'new', 'deeper'), 'USAGE'],
      [folder().at('link-to-deed', 'new'), 'USAGE'],
      [folder().at('link'), 'PATH'],
      [folder().at('dangling'), 'PATH'],
      [folder().at('file'), 'PATH'],
      [folder().at('file', 'out'), 'PATH'],
      [folder().at('new', 'x'.repeat(300)), 'IO_WRITE'],
    ] as const) {
      expect(await codeOf(() => restore(deed, to)), to).toBe(code)
    }
    expect(folder().snapshot()).toEqual(before)
    await restore(deed, folder().at('a.deed.restored', 'deeper'))
    expect((await verifyDeed({ deed, from: (await party('seller')).card, now: NOW })).exit).toBe(0)
  })

  it('writes nothing through a link that takes the place of its folder (G10)', async () => {
    const deed = await sealed()
    mkdirSync(folder().at('elsewhere'))
    let swapped = false
    const progress = () => {
      if (swapped) return
      swapped = true
      renameSync(output(), folder().at('moved'))
      symlinkSync(folder().at('elsewhere'), output())
    }
    expect(await codeOf(() => restore(deed, output(), { progress }))).toBe('PATH')
    expect(folder().snapshot()).toContain('elsewhere folder')
    expect(
      folder()
        .snapshot()
        .filter((line) => line.startsWith('elsewhere/')),
    ).toEqual([])
  })

  it.each([1, 2, 6])('leaves nothing when it is stopped after %i steps', async (steps) => {
    const deed = await sealed()
    const before = folder().snapshot()
    const stop = new AbortController()
    let taken = 0
    const progress = () => {
      taken += 1
      if (taken === steps) stop.abort(new Error('stopped'))
    }
    const run = restore(deed, folder().at('new', 'deep', 'out'), { signal: stop.signal, progress })
    await expect(run).rejects.toThrow('stopped')
    expect(folder().snapshot()).toEqual(before)
  })

  it('gives files and new folders to their owner only', async () => {
    if (process.platform === 'win32') return
    await restore(await sealed(), output())
    expect(statSync(output()).mode & 0o777).toBe(0o700)
    expect(statSync(output('t.csv')).mode & 0o777).toBe(0o600)
    expect(exists(output('t.csv'))).toBe(true)
  })
})
