import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type FileSystem, realFileSystem } from '../../src/files/index.ts'
import { policy, refusal, restore, seal, useFolder } from '../hostile/make-deed.ts'

/** The real file system, with something that comes over every file once it was written and synced. */
function spoiling(spoil: (path: string) => void): FileSystem {
  return {
    ...realFileSystem,
    async createFile(path, access) {
      const file = await realFileSystem.createFile(path, access)
      return {
        ...file,
        close: async () => {
          await file.close()
          spoil(path)
        },
      }
    },
  }
}

describe('what a restore wrote, read back', () => {
  const folder = useFolder()
  const rows = `id,name\n${Array.from({ length: 20 }, (_, row) => `${row},n${row}\n`).join('')}`
  const sealed = async (): Promise<string> => {
    const path = folder().write('t.csv', rows)
    const deed = folder().at('a.deed')
    await seal(deed, [{ path, encoding: 'utf-8' }], { policy: policy('epochs: {rows: 7}') })
    return deed
  }

  it('is reported, with all of its bytes', async () => {
    const report = await restore(await sealed(), folder().at('out'))
    expect(report.readBack.bytes).toBe(rows.length)
    expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe(rows)
  })

  it.each<[string, (path: string) => void]>([
    ['has another byte', (path) => writeFileSync(path, readFileSync(path, 'utf8').replace('n13', 'n14'))],
    ['is cut short', (path) => truncateSync(path, rows.length - 1)],
  ])('is refused, and nothing of it stays, where a file %s', async (_, spoil) => {
    const deed = await sealed()
    const files = spoiling(spoil)
    expect((await refusal(() => restore(deed, folder().at('out'), { files }))).code).toBe('IO_WRITE')
    expect(existsSync(folder().at('out')) ? readdirSync(folder().at('out')) : []).toEqual([])
  })
})
