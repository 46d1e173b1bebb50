import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DatadeedError } from '../../src/errors.ts'
import { openCsvExport } from '../../src/ingest/index.ts'
import { setLanguage } from '../../src/messages/index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datadeed-'))
})
afterAll(() => rm(folder, { recursive: true }))

const ROWS = 'id,name\n1,a\n2,b\n'
const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016)])

async function refusal(path: string): Promise<DatadeedError> {
  const error: unknown = await openCsvExport(path).catch((cause) => cause)
  if (error instanceof DatadeedError) return error
  throw new Error('it was accepted')
}

describe('A72 a real file of another format, under a name of CSV,', () => {
  const makers: readonly (readonly [says: string, hint: RegExp, make: (path: string) => Promise<void>])[] = [
    ['gzip', /unpack/, (path) => writeFile(path, gzipSync(ROWS))],
    ['Zstandard', /unpack/, (path) => writeFile(path, zstdCompressSync(ROWS))],
    [
      'SQLite',
      /ends in \.db/,
      async (path) => {
        const database = new DatabaseSync(path)
        database.exec('CREATE TABLE customers (id, name)')
        database.close()
      },
    ],
    [
      'a deed',
      /datadeed restore/,
      (path) => copyFile(join(import.meta.dirname, '../../fixtures/deeds/small.deed'), path),
    ],
  ]
  it.each(makers)('is called %s, with what to do', async (says, hint, make) => {
    const path = join(folder, `${says}.csv`)
    await make(path)
    const error = await refusal(path)
    expect(error).toMatchObject({ code: 'FORMAT', exitCode: 3 })
    expect(error.message).toContain(`is ${says}`)
    expect(error.hints.join()).toMatch(hint)
  })

  it('is a workbook with a password if it is named like one and is OLE inside', async () => {
    const [named, unnamed] = [join(folder, 'a.xlsx'), join(folder, 'a.xls')]
    await writeFile(named, OLE)
    await writeFile(unnamed, OLE)
    expect((await refusal(named)).message).toContain('with a password')
    expect((await refusal(unnamed)).message).not.toContain('with a password')
  })

  it('is named in Chinese too', async () => {
    const path = join(folder, 'b.xlsx')
    await writeFile(path, OLE)
    setLanguage('zh-CN')
    try {
      const error = await refusal(path)
      expect(error.message).toContain('加了密码的 Excel 工作簿')
      expect(error.hints.join()).toContain('另存为 .xlsx')
    } finally {
      setLanguage('en')
    }
  })
})

describe('A72 what only looks like another format', () => {
  const text = (value: string): Buffer => Buffer.from(value)
  it.each<[string, Uint8Array]>([
    ['"ustar" where tar has its mark', text(`id,v\n1,${'x'.repeat(250)}ustard\n`)],
    ['"BZh" and "PAR1" as names', text('BZh9,PAR1\n1,2\n')],
    ['a name in angle brackets', text('<id>,<bodyweight>\n1,2\n')],
    ['UTF-16 of which four bytes are one number of UTF-32', Buffer.from('\ufeff\na\nb\nc\n', 'utf16le')],
  ])('is read as what it is: %s', async (_, bytes) => {
    const path = join(folder, 'near.csv')
    await writeFile(path, bytes)
    await using source = await openCsvExport(path)
    expect(source.columns.length).toBeGreaterThan(0)
  })
})
