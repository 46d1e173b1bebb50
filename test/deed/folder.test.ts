import { cp, link, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { codeOf, openWhole, useTemporaryFolder } from './open-deed.ts'

describe('a deed as a folder', () => {
  const folder = useTemporaryFolder()
  let deed: SmallDeed
  let path: string
  const at = (name: string): string => join(path, name)
  const open = () => codeOf(() => openWhole(path, { from: deed.seller.card, key: deed.buyer }))

  beforeEach(async () => {
    path = join(folder(), 'small deed')
    deed = await writeSmallDeed(path, { form: 'folder', suite: 'classic' })
  })

  it('opens after it was copied, and through a link to it', async () => {
    const copy = join(folder(), 'copy')
    await cp(path, copy, { recursive: true })
    await rm(path, { recursive: true })
    await symlink(copy, path)
    expect(await open()).toBe('accepted')
  })

  it.each([
    ['manifest.json', 'DAMAGED'],
    ['signatures.json', 'DAMAGED'],
    ['data/0/0.blocks', 'DAMAGED'],
    ['keys/contact.age', 'DAMAGED'],
  ] as const)('E24 is refused without %s', async (name, code) => {
    await rm(at(name))
    expect(await open()).toBe(code)
  })

  it.each([
    ['.DS_Store', 'PATH'],
    ['data/notes.txt', 'PATH'],
    ['data/0/0.blocks~', 'PATH'],
    ['keys/other.age', 'DAMAGED'],
    ['data/7.index', 'DAMAGED'],
    ['MANIFEST.JSON', 'PATH'],
  ] as const)('E25 E27 is refused with the additional file %s', async (name, code) => {
    await writeFile(at(name), 'x')
    expect(await open()).toBe(code)
  })

  it('E25 is refused with an additional folder, empty or not', async () => {
    await mkdir(at('data/2'))
    expect(await open()).toBe('DAMAGED')
    await rename(at('data/2'), at('other'))
    expect(await open()).toBe('PATH')
  })

  it.each(['manifest.json', 'data/0/0.blocks', 'keys/contact.age'])(
    'E26 is refused with a link as %s',
    async (name) => {
      await rename(at(name), join(folder(), 'elsewhere'))
      await symlink(join(folder(), 'elsewhere'), at(name))
      expect(await open()).toBe('DAMAGED')
    },
  )

  it('E26 is refused with a folder as an entry or a link as a folder', async () => {
    await rm(at('README.txt'))
    await mkdir(at('README.txt'))
    expect(await open()).toBe('DAMAGED')
    await rm(at('README.txt'), { recursive: true })
    await rename(at('keys'), join(folder(), 'keys'))
    await symlink(join(folder(), 'keys'), at('keys'))
    expect(await open()).toBe('PATH')
  })

  it('may share its bytes with another name of the same file', async () => {
    await link(at('manifest.json'), join(folder(), 'manifest copy'))
    expect(await open()).toBe('accepted')
  })

  it('is refused with any entry changed, longer or shorter', async () => {
    for (const name of ['mimetype', 'README.txt', 'data/0.index', 'access.json', 'keys/general.age']) {
      const bytes = await readFile(at(name))
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(5) ^ 4, 5)
      for (const other of [changed, bytes.subarray(1), Buffer.concat([bytes, bytes.subarray(0, 1)])]) {
        await writeFile(at(name), other)
        expect(await open()).toBe(name === 'access.json' ? 'SIGNATURE' : 'DAMAGED')
      }
      await writeFile(at(name), bytes)
    }
    expect(await open()).toBe('accepted')
  })

  it('says if it cannot be read', async () => {
    path = join(at('README.txt'), 'inside')
    expect(await open()).toBe('IO_READ')
  })
})
