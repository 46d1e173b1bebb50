import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PartialOutput, realFileSystem, sweepPartials } from '../../src/files/index.ts'
import { useFolder } from '../hostile/make-deed.ts'

describe('B13 an output whose name is as long as names can be', () => {
  const folder = useFolder()
  const names = ['d'.repeat(255), `${'长'.repeat(84)}.d`, `${'😀'.repeat(62)}.deed`, 'd'.repeat(200)]

  it.each(names)('stands under a passing name that fits, and gets its own: %s', async (name) => {
    await using output = new PartialOutput(folder().at(name), 'file', realFileSystem)
    const file = await output.createFile()
    await file.close()
    expect(Buffer.byteLength(readdirSync(folder().path)[0] ?? '')).toBeLessThanOrEqual(255)
    await output.publish()
    output.keep()
    expect(readdirSync(folder().path)).toEqual([name])
  })

  it.skipIf(process.platform !== 'linux')(
    'is swept of what a killed run left, by its own name alone',
    async () => {
      const [name = ''] = names
      const output = new PartialOutput(folder().at(name), 'file', realFileSystem)
      await (await output.createFile()).close()
      const { pid } = spawnSync(process.execPath, ['-e', ''])
      const [made = ''] = readdirSync(folder().path)
      folder().write(made.replace(`-${process.pid}-`, `-${pid}-`), 'left')
      await output[Symbol.asyncDispose]()
      const like = `${'d'.repeat(254)}e`
      expect(await sweepPartials(realFileSystem, { folder: folder().path, names: [like] })).toEqual([])
      expect(readdirSync(folder().path)).toHaveLength(1)
      expect(await sweepPartials(realFileSystem, { folder: folder().path, names: [name] })).toEqual([])
      expect(readdirSync(folder().path)).toEqual([])
    },
  )
})
