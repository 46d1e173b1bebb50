import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { parseSecretSource, readSecret, type SecretSource } from '../../src/identity/index.ts'
import { useTemporaryFolder } from './temporary-folder.ts'

const folder = useTemporaryFolder()
const stdin = (text: string) => Readable.from([Buffer.from(text)])
const read = async (source: SecretSource) => Buffer.from(await readSecret(source)).toString()
const fromStdin = (text: string) => read(parseSecretSource('-', stdin(text)))

describe('a passphrase', () => {
  it('comes from a file, a descriptor, standard input or a prompt', async () => {
    const path = join(folder(), 'pass phrase.txt')
    await writeFile(path, '口令 one\n')
    expect(await read(parseSecretSource(path, stdin('')))).toBe('口令 one')
    await using file = await open(path)
    expect(await read(parseSecretSource(`fd:${file.fd}`, stdin('')))).toBe('口令 one')
    expect(await fromStdin('口令 two\n')).toBe('口令 two')
    expect(await read({ kind: 'prompt', ask: async () => '口令 three' })).toBe('口令 three')
  })

  it('loses one line end and a byte order mark, and nothing else', async () => {
    expect(await fromStdin('a\r\n')).toBe('a')
    expect(await fromStdin('a\n\n')).toBe('a\n')
    expect(await fromStdin('a\r')).toBe('a\r')
    expect(await fromStdin(' a ')).toBe(' a ')
    expect(await fromStdin('\ufeffa\n')).toBe('a')
  })

  it('is refused when it is empty, too long, or UTF-16', async () => {
    for (const text of ['', '\n', '\r\n', '\ufeff']) {
      await expect(fromStdin(text)).rejects.toMatchObject({ code: 'USAGE' })
    }
    expect(await fromStdin('x'.repeat(1024))).toHaveLength(1024)
    await expect(fromStdin('x'.repeat(1025))).rejects.toMatchObject({ code: 'LIMIT' })
    const path = join(folder(), 'long')
    await writeFile(path, 'x'.repeat(5000))
    await expect(read(parseSecretSource(path, stdin('')))).rejects.toMatchObject({ code: 'LIMIT' })
    await writeFile(path, Buffer.from('\ufeffsecret', 'utf16le'))
    await expect(read(parseSecretSource(path, stdin('')))).rejects.toMatchObject({ code: 'USAGE' })
  })

  it('is not there when nobody can be asked or nothing can be read', async () => {
    const nobody: SecretSource = { kind: 'prompt', ask: async () => undefined }
    await expect(read(nobody)).rejects.toMatchObject({ code: 'USAGE' })
    const missing = parseSecretSource(join(folder(), 'missing'), stdin(''))
    await expect(read(missing)).rejects.toMatchObject({ code: 'IO_READ' })
    await expect(read(parseSecretSource('fd:9999', stdin('')))).rejects.toMatchObject({ code: 'IO_READ' })
  })

  it.each(['', 'fd:', 'fd:0', 'fd:2', 'fd:x', 'fd:-1', 'fd:99999'])('has no source named %j', (value) => {
    expect(() => parseSecretSource(value, stdin(''))).toThrow(expect.objectContaining({ code: 'USAGE' }))
  })
})
