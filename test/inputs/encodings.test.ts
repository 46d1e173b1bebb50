import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Encoding, openCsvExport } from '../../src/ingest/index.ts'
import { type Folder, restore, reviewed, seal, useFolder } from '../hostile/make-deed.ts'
import { memoryDisk } from './disks.ts'

type Tabled = 'gb18030' | 'big5' | 'shift_jis' | 'euc-kr' | 'windows-1252'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
const TIMEOUT = LONG ? 900_000 : 60_000
const TABLED: readonly Tabled[] = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252']
/** Stands between the fields: in three of the encodings it is a trail byte too. */
const BAR = 0x7c

/** Every byte from 80 on, alone and with every byte behind it. */
function* shortSequences(): Generator<readonly number[]> {
  for (let first = 0x80; first <= 0xff; first++) {
    yield [first]
    for (let second = 0; second <= 0xff; second++) yield [first, second]
  }
}

/** Sequences of four bytes: the basic plane whole, of the planes above it one in `step`. */
function* longSequences(step: number): Generator<readonly number[]> {
  const sequence = (at: number) => [
    Math.floor(at / 12_600),
    0x30 + (Math.floor(at / 1260) % 10),
    0x81 + (Math.floor(at / 10) % 126),
    0x30 + (at % 10),
  ]
  for (let at = 0; at < 39_420; at++) yield sequence(0x81 * 12_600 + at)
  for (let at = 0; at < 1_048_576; at += step) yield sequence(0x90 * 12_600 + at)
}

interface Sequences {
  /** By text: every sequence that the platform decodes to it. */
  readonly valid: ReadonlyMap<string, readonly (readonly number[])[]>
  /** Sequences that it does not decode, or that are none by the standard. */
  readonly invalid: readonly (readonly number[])[]
}

function sequencesOf(encoding: Tabled): Sequences {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
  const decode = (bytes: readonly number[]) => {
    try {
      return decoder.decode(Uint8Array.from(bytes))
    } catch {
      return undefined
    }
  }
  const valid = new Map<string, (readonly number[])[]>()
  const invalid: (readonly number[])[] = []
  const all = [...shortSequences(), ...(encoding === 'gb18030' ? longSequences(LONG ? 1 : 211) : [])]
  for (const bytes of all) {
    const text = decode(bytes)
    const [first = 0, ...rest] = bytes
    // The platform reads bytes alone as control or private characters here; the standard has none.
    const isNone = (encoding === 'big5' || encoding === 'euc-kr') && rest.length === 0
    const isTwo = rest.length === 1 && !isNone && decode([first]) !== undefined
    if (text === undefined || isNone) invalid.push(bytes)
    else if (!isTwo) valid.set(text, [...(valid.get(text) ?? []), bytes])
  }
  return { valid, invalid }
}

const sequences = new Map(TABLED.map((encoding) => [encoding, sequencesOf(encoding)] as const))

/** Each sequence bare and in quotes, one a row, behind its own digits. */
function exportOf(all: Iterable<readonly number[]>): Buffer {
  const rows = [Buffer.from('digits|bare|quoted\n')]
  for (const bytes of all) {
    const digits = Buffer.from(Buffer.from(bytes).toString('hex'))
    rows.push(Buffer.from([...digits, BAR, ...bytes, BAR, 0x22, ...bytes, 0x22, 0x0a]))
  }
  return Buffer.concat(rows)
}

/** The same rows as JSON lines. */
function linesOf(valid: Sequences['valid']): string {
  let lines = ''
  for (const [text, forms] of valid) {
    for (const bytes of forms) {
      lines += `${JSON.stringify({ digits: Buffer.from(bytes).toString('hex'), bare: text, quoted: text })}\n`
    }
  }
  return lines
}

/** Every character of Unicode that can stand in a bare field; in the normal run those below U+0800, and a stride above. */
function* unicode(): Generator<string> {
  const step = LONG ? 1 : 97
  for (let point = 1; point <= 0x10ffff; point += point < 0x800 ? 1 : step) {
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point)
  }
}

const BESIDE = new Set(['\n', '\r', '"', '|'])

function unicodeExport(): string {
  let rows = 'digits|bare|quoted\n'
  for (const character of unicode()) {
    if (!BESIDE.has(character)) rows += `${character.codePointAt(0)}|${character}|"${character}"\n`
  }
  return rows
}

async function sealAndRestore(
  folder: Folder,
  exports: ReadonlyMap<string, { bytes: Buffer; encoding?: Encoding }>,
) {
  const requests = Array.from(exports, ([name, { bytes, encoding }]) => ({
    path: folder.write(`${name}.csv`, bytes),
    ...(encoding === undefined ? {} : { encoding }),
    delimiter: '|' as const,
  }))
  const columns = ['digits', 'bare', 'quoted']
  const policy = reviewed(Object.fromEntries(Array.from(exports.keys(), (name) => [name, columns])))
  const report = await seal(folder.at('a.deed'), requests, { policy, workers: 2 })
  await restore(folder.at('a.deed'), folder.at('out'), { workers: 2 })
  for (const [name, { bytes }] of exports) {
    expect(readFileSync(join(folder.at('out'), `${name}.csv`)).equals(bytes), name).toBe(true)
  }
  return report.tables.map(({ name, rows }) => [name, rows])
}

describe('every byte sequence of the encodings of shops', () => {
  const folder = useFolder()

  it(
    'comes back byte for byte, bare and in quotes, and in JSON lines as the text that it is',
    async () => {
      const exports = new Map(
        TABLED.map((encoding) => {
          const all = Array.from(sequences.get(encoding)?.valid.values() ?? []).flat()
          return [encoding, { bytes: exportOf(all), encoding }] as const
        }),
      )
      const counts = Object.fromEntries(await sealAndRestore(folder(), exports))
      expect(counts).toEqual({
        gb18030: 63_361 + (LONG ? 1_048_576 : 4970),
        big5: 19_720,
        shift_jis: 9667,
        'euc-kr': 8412,
        'windows-1252': 128,
      })
      await restore(folder().at('a.deed'), folder().at('lines'), { format: 'jsonl', workers: 2 })
      for (const encoding of TABLED) {
        const got = readFileSync(folder().at('lines', `${encoding}.jsonl`), 'utf8')
        expect(got === linesOf(sequences.get(encoding)?.valid ?? new Map()), encoding).toBe(true)
      }
    },
    TIMEOUT,
  )

  it('A13 M4 has two forms or more for so many characters, each of which comes back', () => {
    const twice = TABLED.map((encoding) => {
      const forms = Array.from(sequences.get(encoding)?.valid.values() ?? []).filter(
        ({ length }) => length > 1,
      )
      return [encoding, forms.length, forms.flat().length - forms.length]
    })
    expect(twice).toEqual([
      ['gb18030', 20, 20],
      ['big5', 10, 10],
      ['shift_jis', 396, 398],
      ['euc-kr', 0, 0],
      ['windows-1252', 0, 0],
    ])
  })

  it.each(TABLED)(
    'A14 that is none in %s is refused, wherever it stands',
    async (encoding) => {
      const { invalid } = sequences.get(encoding) ?? { invalid: [] }
      const step = LONG ? 1 : 173
      const accepted: string[] = []
      for (let at = 0; at < invalid.length; at += step) {
        const bytes = invalid[at] ?? []
        const disk = memoryDisk(Buffer.from([0x76, 0x0a, 0x61, ...bytes, 0x0a]))
        const code = await openCsvExport('t.csv', { encoding, delimiter: ',', disk }).then(
          () => 'accepted',
          (error) => error.code,
        )
        if (code !== 'ENCODING') accepted.push(`${Buffer.from(bytes).toString('hex')} ${code}`)
      }
      expect(accepted).toEqual([])
      expect(invalid.length > 100).toBe(encoding !== 'windows-1252')
    },
    TIMEOUT,
  )
})

describe('characters of Unicode', () => {
  const folder = useFolder()

  it(
    'A07 A09 is sealed and comes back byte for byte in UTF-8 and both UTF-16',
    async () => {
      const text = unicodeExport()
      const little = Buffer.from(`\ufeff${text}`, 'utf16le')
      const exports = new Map([
        ['utf-8', { bytes: Buffer.from(text) }],
        ['utf-16le', { bytes: little }],
        ['utf-16be', { bytes: Buffer.from(little).swap16() }],
      ])
      const counts = await sealAndRestore(folder(), exports)
      expect(new Set(counts.map(([, rows]) => rows)).size).toBe(1)
      expect(counts[0]?.[1]).toBeGreaterThan(LONG ? 1_100_000 : 13_000)
    },
    TIMEOUT,
  )
})
