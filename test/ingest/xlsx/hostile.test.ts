import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  inline,
  type SheetSpec,
  tableOf,
  workbook,
  workbookEntries,
} from '../../../fixtures/xlsx/workbook.ts'
import { type ZipEntry, zip } from '../../../fixtures/xlsx/zip.ts'
import type { ErrorCode } from '../../../src/errors.ts'
import { openExport } from '../../../src/ingest/index.ts'
import { useTemporaryFolder } from '../../deed/open-deed.ts'
import { memoryDisk, systemError, watchedDisk } from '../../inputs/disks.ts'
import { readWorkbook, refusal } from './read-workbook.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const good = tableOf([
  ['a', 'b'],
  ['1', '2'],
])
const folder = useTemporaryFolder()

/** The good workbook with one entry changed. */
function changed(name: string, change: (entry: ZipEntry) => ZipEntry): Buffer {
  const entries = workbookEntries({ sheets: [{ rows: [[inline('a')], [inline('1')]] }] })
  return zip(entries.map((entry) => (entry.name === name ? change(entry) : entry)))
}

function sheet(spec: SheetSpec): Buffer {
  return workbook({ sheets: [spec] })
}

async function expectRefused(bytes: Uint8Array, code: ErrorCode): Promise<void> {
  const error = await refusal(readWorkbook(bytes))
  expect(error.code).toBe(code)
  expect(error.hints.length).toBeGreaterThan(0)
}

describe('an archive is refused', () => {
  it('whose end is cut off, at every length', async () => {
    for (let length = 4; length < good.length; length += 97) {
      await expectRefused(good.subarray(0, length), 'FORMAT')
    }
  })

  it('with two entries of one name, in whatever case', async () => {
    const entries = workbookEntries({ sheets: [{ rows: [[inline('a')]] }] })
    const twin = entries.find(({ name }) => name === SHEET)
    for (const name of [SHEET, 'XL/Worksheets/Sheet1.xml', `/${SHEET}`]) {
      const error = await refusal(
        readWorkbook(zip([...entries, { ...twin, name, bytes: Buffer.from('<x/>') }])),
      )
      expect(error.code).toBe('FORMAT')
    }
  })

  it.each<[string, (entry: ZipEntry) => ZipEntry]>([
    ['with another checksum', (entry) => ({ ...entry, crc: 1 })],
    ['that says less than it unpacks to', (entry) => ({ ...entry, size: entry.bytes.length - 1 })],
    ['that says more than it unpacks to', (entry) => ({ ...entry, size: entry.bytes.length + 1 })],
    [
      'with another name in its local header',
      (entry) => ({ ...entry, localName: 'xl/worksheets/sheet2.xml' }),
    ],
    ['whose data are no deflate', (entry) => ({ ...entry, packed: Buffer.alloc(40, 0xff) })],
    [
      'with bytes behind its data',
      (entry) => ({ ...entry, packed: Buffer.concat([deflateRawSync(entry.bytes), Buffer.alloc(9)]) }),
    ],
    [
      'whose data are cut off',
      (entry) => ({ ...entry, packed: deflateRawSync(entry.bytes).subarray(0, 30) }),
    ],
    ['larger than the file', (entry) => ({ ...entry, packedSize: 1_000_000 })],
    ['that is encrypted', (entry) => ({ ...entry, flags: 0x801 })],
  ])('with a sheet %s', async (_, change) => {
    await expectRefused(changed(SHEET, change), 'FORMAT')
  })

  it('with a sheet packed by another method', async () => {
    await expectRefused(
      changed(SHEET, (entry) => ({ ...entry, method: 14 })),
      'SYNTAX',
    )
  })

  it('with a sheet that unpacks to more than 500 times its size, without holding it', async () => {
    const before = process.memoryUsage.rss()
    const bomb = Buffer.concat([
      Buffer.from(`<worksheet xmlns="${MAIN}">`),
      Buffer.alloc(32 * 1024 * 1024, ' '),
    ])
    await expectRefused(
      changed(SHEET, (entry) => ({ ...entry, bytes: bomb })),
      'LIMIT',
    )
    expect(process.memoryUsage.rss() - before).toBeLessThan(128 * 1024 * 1024)
  })

  it('whose parts are too many', async () => {
    const more = Array.from({ length: 16_384 }, (_, at) => ({
      name: `x/${at}`,
      bytes: new Uint8Array(0),
      stored: true,
    }))
    await expectRefused(workbook({ sheets: [{ rows: [[inline('a')]] }], more }), 'LIMIT')
  })

  it('that holds no workbook, or a binary one', async () => {
    await expectRefused(zip([{ name: 'a.txt', bytes: Buffer.from('x') }]), 'FORMAT')
    const binary = workbookEntries({ sheets: [{}] }).map((entry) =>
      entry.name === '_rels/.rels'
        ? {
            ...entry,
            bytes: Buffer.from(Buffer.from(entry.bytes).toString().replace('workbook.xml', 'workbook.bin')),
          }
        : entry,
    )
    const error = await refusal(
      readWorkbook(zip([...binary, { name: 'xl/workbook.bin', bytes: Buffer.from('x') }])),
    )
    expect(error.message).toContain('.xlsb')
  })

  it('whose workbook names a sheet that is not there', async () => {
    const entries = workbookEntries({ sheets: [{ rows: [[inline('a')]] }] })
    await expectRefused(zip(entries.filter(({ name }) => name !== SHEET)), 'FORMAT')
  })

  it('whose names climb out of it is read like any other: only named parts are unpacked', async () => {
    const more = [
      { name: 'xl/media/evil.bin', bytes: Buffer.alloc(9) },
      { name: 'a/b.xml', bytes: Buffer.from('<') },
    ]
    const { sheets } = await readWorkbook(workbook({ sheets: [{ rows: [[inline('a')]] }], more }))
    expect(sheets).toHaveLength(1)
  })
})

describe('XML is refused', () => {
  const broken: readonly (readonly [string, string])[] = [
    ['that is not well-formed', `<worksheet xmlns="${MAIN}"><sheetData></worksheet>`],
    ['that ends too early', `<worksheet xmlns="${MAIN}"><sheetData>`],
    ['that is empty', ''],
    [
      'with an entity of its own',
      `<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>&lol;</v></c></row></sheetData></worksheet>`,
    ],
    ['of another root', `<workbook xmlns="${MAIN}"/>`],
    ['of another namespace', '<worksheet xmlns="urn:x"><sheetData/></worksheet>'],
    ['without a namespace', '<worksheet><sheetData/></worksheet>'],
    ['in another encoding', `<?xml version="1.0" encoding="GBK"?><worksheet xmlns="${MAIN}"/>`],
    ['with a document type', `<!DOCTYPE worksheet [<!ENTITY a "b">]><worksheet xmlns="${MAIN}"/>`],
    [
      'with an external document type',
      `<!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet xmlns="${MAIN}"/>`,
    ],
  ]
  it.each(broken)('%s', async (_, xml) => {
    await expectRefused(
      changed(SHEET, (entry) => ({ ...entry, bytes: Buffer.from(xml) })),
      'SYNTAX',
    )
  })

  it('that is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData><row><c t="str"><v>`),
      Buffer.from([0xff]),
      Buffer.from('</v></c></row></sheetData></worksheet>'),
    ])
    await expectRefused(
      changed(SHEET, (entry) => ({ ...entry, bytes })),
      'SYNTAX',
    )
  })

  it.each<[number, boolean]>([
    [64, true],
    [65, false],
  ])('whose elements are nested %i deep: taken %s', async (depth, taken) => {
    const inner = depth - 2
    const after = `<extLst>${'<a>'.repeat(inner)}${'</a>'.repeat(inner)}</extLst>`
    const read = readWorkbook(sheet({ rows: [[inline('a')]], after }))
    if (taken) expect((await read).sheets).toHaveLength(1)
    else expect(await refusal(read)).toMatchObject({ code: 'LIMIT' })
  })

  it('of shared strings with a document type, and of the list of sheets', async () => {
    const evil = `<!DOCTYPE sst [<!ENTITY a "b">]><sst xmlns="${MAIN}"/>`
    await expectRefused(workbook({ sheets: [{ rows: [[inline('a')]] }], stringsPart: evil }), 'SYNTAX')
    await expectRefused(
      changed('xl/workbook.xml', (entry) => ({ ...entry, bytes: Buffer.from(evil) })),
      'SYNTAX',
    )
  })
})

describe('a sheet is refused whose rows and cells programs may read in two ways:', () => {
  const cell = (r: string) => `<c r="${r}"><v>1</v></c>`
  it.each<[string, string]>([
    ['a row twice', `<row r="1">${cell('A1')}</row><row r="1">${cell('A1')}</row>`],
    ['rows out of order', `<row r="2">${cell('A2')}</row><row r="1">${cell('A1')}</row>`],
    ['a cell twice', `<row r="1">${cell('A1')}${cell('A1')}</row>`],
    ['cells out of order', `<row r="1">${cell('B1')}${cell('A1')}</row>`],
    ['a cell of another row', `<row r="1">${cell('A2')}</row>`],
    ['a row beyond the last', `<row r="1048577">${cell('A1048577')}</row>`],
    ['a column beyond the last', `<row r="1">${cell('XFE1')}</row>`],
    ['a cell without letters', `<row r="1">${cell('11')}</row>`],
    ['a row of no number', `<row r="x">${cell('A1')}</row>`],
    ['a value twice', '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'],
    ['a value and a text', '<row r="1"><c r="A1"><v>1</v><is><t>2</t></is></c></row>'],
    ['what is no row', '<col/>'],
    ['what is no cell', '<row r="1"><d/></row>'],
    ['what is no content of a cell', '<row r="1"><c r="A1"><w>1</w></c></row>'],
    ['rows in an element of another namespace', `<z:a xmlns:z="urn:z"><row r="1">${cell('A1')}</row></z:a>`],
  ])('%s', async (_, data) => {
    await expectRefused(sheet({ data }), 'SYNTAX')
  })

  it('two sheets of one name, and two of one part', async () => {
    const rows = [[inline('a')]]
    await expectRefused(
      workbook({
        sheets: [
          { name: 'x', rows },
          { name: 'X', rows },
        ],
      }),
      'SYNTAX',
    )
    const entries = workbookEntries({ sheets: [{ rows }, { rows }] })
    const relations = entries.map((entry) =>
      entry.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...entry,
            bytes: Buffer.from(Buffer.from(entry.bytes).toString().replace('sheet2.xml', 'sheet1.xml')),
          }
        : entry,
    )
    await expectRefused(zip(relations), 'SYNTAX')
  })
})

describe('a file', () => {
  it.each<[string, Buffer, RegExp]>([
    [
      'old .xls under a new name, or with a password',
      Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'),
      /password/,
    ],
    [
      'OpenDocument',
      zip([
        {
          name: 'mimetype',
          bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
          stored: true,
        },
      ]),
      /OpenDocument/,
    ],
    ['HTML', Buffer.from('<html><table></table></html>'), /HTML/],
    ['CSV', Buffer.from('a,b\n1,2\n'), /ZIP archive/],
    ['nothing', Buffer.alloc(0), /ZIP archive/],
  ])('that is %s is refused as what it is', async (_, bytes, says) => {
    const error = await refusal(readWorkbook(bytes))
    expect(error).toMatchObject({ code: 'FORMAT' })
    expect(error.message + error.hints.join()).toMatch(says)
  })

  it.each(['members.xls', 'members.et', 'members.ods', 'members.xlsb'])(
    '%s is refused with what to do',
    async (name) => {
      const bytes = /xls$|et$/.test(name)
        ? Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex')
        : name.endsWith('ods')
          ? zip([
              {
                name: 'mimetype',
                bytes: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
                stored: true,
              },
            ])
          : good
      const error = await refusal(openExport(name, { disk: memoryDisk(bytes) }))
      expect(error).toMatchObject({ code: 'FORMAT' })
      expect(error.hints.join()).toContain('save it as .xlsx')
    },
  )

  it('that is a workbook under another name is to be renamed', async () => {
    const error = await refusal(openExport('members.csv', { disk: memoryDisk(good) }))
    expect(error).toMatchObject({ code: 'FORMAT' })
    expect(error.hints.join()).toContain('rename it to .xlsx')
  })

  it('that is a workbook packed, piped or joined with others is to be given by itself', async () => {
    for (const name of ['members.xlsx.gz', 'members']) {
      const bytes = name.endsWith('.gz') ? gzipSync(good) : good
      const error = await refusal(openExport(name, { disk: memoryDisk(bytes) }))
      expect(error).toMatchObject({ code: 'FORMAT' })
      expect(error.hints.join()).toContain('a file of its own')
    }
    const joined = { paths: ['a.xlsx', 'b.xlsx'], label: 'all', name: 'all' }
    const error = await refusal(openExport('all', { joined, disk: memoryDisk(good) }))
    expect(error.hints.join()).toContain('a file of its own')
  })

  it('that the disk fails to give is told as that, at every read', async () => {
    const path = join(folder(), 'members.xlsx')
    await writeFile(path, good)
    let reads = 0
    await using opened = await openExport(path, {
      disk: watchedDisk({
        before: (call) => {
          if (call === 'read') reads += 1
        },
      }),
    })
    expect(opened.tables).toHaveLength(1)
    for (let failing = 1; failing <= reads; failing += 5) {
      let seen = 0
      const disk = watchedDisk({
        before: (call) => {
          if (call === 'read' && ++seen === failing) throw systemError('EIO')
        },
      })
      expect(await refusal(openExport(path, { disk }))).toMatchObject({ code: 'IO_READ' })
    }
  })

  it('that changes while it is read is refused as that, and gives no last slice', async () => {
    const path = join(folder(), 'members.xlsx')
    await writeFile(path, good)
    await using opened = await openExport(path)
    await writeFile(
      path,
      tableOf([
        ['a', 'b'],
        ['1', '3'],
      ]),
    )
    const read = async (): Promise<void> => {
      for await (const slice of opened.tables[0]?.slices({ sliceBytes: 4096, sliceRows: 100 }) ?? [])
        slice.release()
    }
    expect(await refusal(read())).toMatchObject({ code: 'CHANGED' })
  })

  it('is read no further once somebody stopped the run, and tells how far it has been read', async () => {
    const told: number[] = []
    const stopped = new AbortController()
    await using opened = await openExport('members.xlsx', {
      disk: memoryDisk(good),
      opening: (bytes, total) => told.push(bytes / total),
    })
    expect(opened.tables).toHaveLength(1)
    expect(told.at(-1)).toBe(1)
    stopped.abort(new Error('stopped'))
    const reading = openExport('members.xlsx', { disk: memoryDisk(good), signal: stopped.signal })
    await expect(reading).rejects.toThrow('stopped')
  })

  it('does not take what is said of text files', async () => {
    expect(await refusal(readWorkbook(good, { encoding: 'gb18030' }))).toMatchObject({ code: 'USAGE' })
    expect(await refusal(readWorkbook(good, { delimiter: ';' }))).toMatchObject({ code: 'USAGE' })
  })
})
