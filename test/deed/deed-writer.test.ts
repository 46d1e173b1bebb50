import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createDeedWriter, type DeedWriter, openContainer } from '../../src/deed/index.ts'
import { DatadeedError, EXIT_CODES } from '../../src/errors.ts'
import { type FileSystem, realFileSystem } from '../../src/files/index.ts'
import { refusing, spy } from '../files/faulty-file-system.ts'
import { codeOf, expectCode, useTemporaryFolder } from './open-deed.ts'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
const FAULTS = [
  ['ENOSPC', 'NOSPACE'],
  ['EDQUOT', 'NOSPACE'],
  ['EFBIG', 'NOSPACE'],
  ['EIO', 'IO_WRITE'],
] as const

const folder = useTemporaryFolder()
const FORMS = ['file', 'folder'] as const
const digest = Buffer.alloc(32)
const block = (slice: number, ciphertext: Uint8Array) => ({
  slice,
  compartment: 0,
  epoch: 0,
  rows: 1,
  sha256: digest,
  ciphertext,
})

/** Entries with the right names; what they say does not matter here. */
async function writeAll(writer: DeedWriter): Promise<void> {
  const bytes = Buffer.from('content')
  await writer.writeEntry('mimetype', bytes)
  await writer.writeEntry('README.txt', bytes)
  await writer.beginTable(0)
  await writer.appendBlock(block(0, bytes))
  await writer.endTable()
  for (const name of ['manifest.json', 'access.json', 'keys/general.age', 'access.signatures.json']) {
    await writer.writeEntry(name, bytes)
  }
  await writer.writeEntry('signatures.json', bytes)
}

async function writeDeed(path: string, form: 'file' | 'folder', files?: FileSystem): Promise<void> {
  await using writer = await createDeedWriter(path, { form, ...(files && { files }) })
  await writeAll(writer)
  await writer.publish()
}

describe.each(FORMS)('writing a deed as a %s', (form) => {
  it('leaves the deed alone, complete and for its owner only, whatever the umask', async () => {
    const path = join(folder(), 'a.deed')
    const before = process.umask(0)
    try {
      await writeDeed(path, form)
    } finally {
      process.umask(before)
    }
    expect(await readdir(folder())).toEqual(['a.deed'])
    if (process.platform !== 'win32') {
      expect((await stat(path)).mode & 0o777).toBe(form === 'file' ? 0o600 : 0o700)
    }
    await using container = await openContainer(path)
    expect(container.entries.map(({ name }) => name)).toEqual([
      'mimetype',
      'README.txt',
      'data/0/0.blocks',
      'data/0.index',
      'manifest.json',
      'access.json',
      'keys/general.age',
      'access.signatures.json',
      'signatures.json',
    ])
    expect(Buffer.from(await container.readWhole('keys/general.age', 100)).toString()).toBe('content')
  })

  it('can be read back before it has its name', async () => {
    const path = join(folder(), 'a.deed')
    await using writer = await createDeedWriter(path, { form })
    await writeAll(writer)
    await writer.sync()
    await using container = await openContainer(writer.partialPath)
    expect(container.entries).toHaveLength(9)
    expect(await readdir(folder())).not.toContain('a.deed')
  })

  it('refuses a name that is taken, before and at the end, and touches nothing', async () => {
    const path = join(folder(), 'a.deed')
    await writeFile(path, 'mine')
    await expectCode(() => createDeedWriter(path, { form }), 'EXISTS')
    const late = join(folder(), 'b.deed')
    await using writer = await createDeedWriter(late, { form })
    await writeAll(writer)
    await mkdir(late)
    await writeFile(join(late, 'kept'), 'mine')
    await expectCode(() => writer.publish(), 'EXISTS')
    await writer[Symbol.asyncDispose]()
    expect(await readFile(path, 'utf8')).toBe('mine')
    expect((await readdir(folder())).sort()).toEqual(['a.deed', 'b.deed'])
    expect(await readdir(late)).toEqual(['kept'])
  })

  it('refuses a name that is a dangling link', async () => {
    const path = join(folder(), 'a.deed')
    await symlink(join(folder(), 'nowhere'), path)
    await expectCode(() => createDeedWriter(path, { form }), 'EXISTS')
  })

  it('leaves nothing behind unless it is published', async () => {
    const path = join(folder(), 'a.deed')
    {
      await using writer = await createDeedWriter(path, { form })
      await writer.writeEntry('mimetype', Buffer.from('x'))
      expect((await readdir(folder())).length).toBe(1)
    }
    expect(await readdir(folder())).toEqual([])
  })

  it('stops when it is told to, without leaving anything', async () => {
    const path = join(folder(), 'a.deed')
    const controller = new AbortController()
    const run = async (): Promise<void> => {
      await using writer = await createDeedWriter(path, { form, signal: controller.signal })
      await writer.writeEntry('mimetype', Buffer.from('x'))
      controller.abort()
      await writeAll(writer)
    }
    await expect(run()).rejects.toThrow()
    expect(await readdir(folder())).toEqual([])
  })

  it.each(LONG ? FAULTS : FAULTS.slice(2))('fails whole with %s at any call', async (fault, code) => {
    const path = join(folder(), 'a.deed')
    const { files, calls } = spy()
    await writeDeed(path, form, files)
    await realFileSystem.removeTree(path)
    for (const [index, call] of calls.entries()) {
      const found = await codeOf(() => writeDeed(path, form, refusing(index + 1, { code: fault })))
      // Looking whether the name is taken is a read; a folder that cannot be listed is swept another time.
      if (call === 'list') expect(found).toBe('accepted')
      else expect(found).toBe(index === 0 ? 'IO_READ' : code)
      await realFileSystem.removeTree(path)
      expect(await readdir(folder())).toEqual([])
    }
  })

  it('writes on where the system wrote less than it was asked to', async () => {
    const path = join(folder(), 'a.deed')
    const files: FileSystem = {
      ...realFileSystem,
      async createFile(name, access) {
        const file = await realFileSystem.createFile(name, access)
        return { ...file, write: (bytes, position) => file.write(bytes.subarray(0, 3), position) }
      },
    }
    await writeDeed(path, form, files)
    await using container = await openContainer(path)
    expect(Buffer.from(await container.readWhole('data/0/0.blocks', 100)).toString()).toBe('content')
  })
})

describe('a deed writer', () => {
  it('refuses entries out of their order, twice, or after the signatures, as a bug', async () => {
    const bytes = Buffer.from('x')
    const path = join(folder(), 'a.deed')
    await using writer = await createDeedWriter(path, { form: 'file' })
    await writer.writeEntry('mimetype', bytes)
    const codes = [
      await codeOf(() => writer.writeEntry('mimetype', bytes)),
      await codeOf(() => writer.appendBlock(block(0, bytes))),
      await codeOf(() => writer.publish()),
    ]
    await writer.writeEntry('manifest.json', bytes)
    codes.push(await codeOf(() => writer.writeEntry('README.txt', bytes)))
    await writer.writeEntry('signatures.json', bytes)
    codes.push(await codeOf(() => writer.writeEntry('signatures.json', bytes)))
    expect(codes).toEqual(codes.map(() => 'INTERNAL'))
    expect(EXIT_CODES.INTERNAL).toBe(1)
  })

  it('begins a new blocks file rather than pass 1 GiB', async () => {
    const nowhere: FileSystem = {
      ...realFileSystem,
      find: async () => undefined,
      list: async () => [],
      createFile: async () => ({
        write: async (bytes) => bytes.length,
        protect: async () => undefined,
        sync: async () => undefined,
        close: async () => undefined,
      }),
    }
    const mib = 1024 * 1024
    const large = Buffer.alloc(64 * mib)
    await using writer = await createDeedWriter('nowhere', { form: 'file', files: nowhere })
    await writer.beginTable(0)
    const places: (readonly [part: number, offset: number])[] = []
    const append = async (length: number): Promise<void> => {
      const { part, offset } = await writer.appendBlock(block(places.length, large.subarray(0, length)))
      places.push([part, offset])
    }
    for (let number = 0; number < 15; number += 1) await append(64 * mib)
    await append(64 * mib - 1)
    await append(1)
    await append(1)
    await append(64 * mib)
    expect(places.slice(14)).toEqual([
      [0, 14 * 64 * mib],
      [0, 15 * 64 * mib],
      [0, 16 * 64 * mib - 1],
      [1, 0],
      [1, 1],
    ])
    expect(await writer.endTable()).toEqual({ parts: 2 })
  })

  it.each(['file', 'folder'] as const)(
    'says where it could not write a %s, by its final name',
    async (form) => {
      const faultOf = async (act: () => Promise<unknown>): Promise<DatadeedError> => {
        const fault = await act().catch((error: unknown) => error)
        if (fault instanceof DatadeedError) return fault
        throw new Error('not refused')
      }
      const absent = join(folder(), 'absent', 'a.deed')
      const full: FileSystem = {
        ...realFileSystem,
        async createFile(name, access) {
          const file = await realFileSystem.createFile(name, access)
          const write = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          return { ...file, write }
        },
      }
      const faults = [
        await faultOf(() => createDeedWriter(absent, { form })),
        await faultOf(() => writeDeed(join(folder(), 'a.deed'), form, full)),
      ]
      expect(faults.map(({ code }) => code)).toEqual(['IO_WRITE', 'NOSPACE'])
      for (const { message } of faults) {
        expect(message).toContain('a.deed')
        expect(message).not.toContain('.partial-')
      }
    },
  )
})
