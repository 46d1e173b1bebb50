import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { parseAccess, parseManifest } from '../../src/deed/index.ts'
import { SOURCE_ENCODINGS } from '../../src/deed/manifest-schema.ts'
import { encodeStatement } from '../../src/deed/statement.ts'
import { ENCODINGS } from '../../src/ingest/index.ts'
import { ENVELOPE_BYTES, JSON_VALUES } from '../../src/limits.ts'
import { bytesOf, type Entry, editAccess, editManifest, readEntries } from './edit-deed.ts'
import { codeOf } from './open-deed.ts'

// biome-ignore lint/suspicious/noExplicitAny: edits write what no type allows
type Json = any

let folder: string
let deed: SmallDeed
let entries: Entry[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifest '))
  const path = join(folder, 'small.deed')
  deed = await writeSmallDeed(path, { form: 'file', suite: 'classic' })
  entries = await readEntries(path)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const manifestCode = (edit: (predicate: Json, statement: Json) => unknown): Promise<string> => {
  const changed = editManifest(entries, deed.seller, (statement) => edit(statement.predicate, statement))
  return codeOf(() => parseManifest(bytesOf(changed, 'manifest.json')))
}
const accessCode = (edit: (predicate: Json, statement: Json) => unknown): Promise<string> => {
  const changed = editAccess(entries, deed.seller, (statement) => edit(statement.predicate, statement))
  const read = parseManifest(bytesOf(entries, 'manifest.json'))
  return codeOf(() => parseAccess(bytesOf(changed, 'access.json'), read))
}
const raw = (text: (json: string) => string): Promise<string> =>
  manifestCode((_, statement) => Buffer.from(text(JSON.stringify(statement))))

const set =
  (path: string, value: unknown) =>
  (predicate: Json): void => {
    const keys = path.split('.')
    const last = keys.pop() ?? ''
    keys.reduce((object, key) => object[key], predicate)[last] = value
  }

describe('a manifest', () => {
  it.each([
    ['format', 'datadeed/v2'],
    ['critical', ['escrow']],
    ['kind', 'delta'],
    ['suite', 'kyber-only'],
    ['tables.0.partOf', 0],
    ['tables.0.source.encoding', 'koi8-r'],
    ['required.0.algorithms', ['ed25519', 'ml-dsa-65', 'falcon']],
  ])('D29 D30 D31 of a later version is called that: %s', async (path, value) => {
    expect(await manifestCode(set(path, value))).toBe('UNSUPPORTED')
  })

  it('of a later version is called that even with keys that this one does not know', async () => {
    expect(
      await manifestCode((predicate) => Object.assign(predicate, { format: 'datadeed/v2', new: 1 })),
    ).toBe('UNSUPPORTED')
  })

  it('has a place in a series or none, never a part of one', async () => {
    const place = { series: 'ab', sequence: 1, previous: '0'.repeat(64) }
    const code = (edit: object) => manifestCode((predicate) => Object.assign(predicate, place, edit))
    expect(await code({})).toBe('accepted')
    for (const edit of [{ series: null }, { sequence: null }, { sequence: 0 }, { previous: null }])
      expect(await code(edit)).toBe('DAMAGED')
  })

  it('D32 ignores what stands under ext', async () => {
    expect(await manifestCode(set('ext', { anything: { deep: [1, 2] } }))).toBe('accepted')
  })

  it.each([
    ['unknown', 1],
    ['seller.unknown', 1],
    ['tables.0.source.unknown', 1],
    ['tables.0.source.delimiter', ':'],
    ['deedId', 'FF0102030405060708090a0b0c0d0e0f'],
    ['created', '2026-01-02T03:04:05+08:00'],
    ['created', '2026-02-30T03:04:05Z'],
    ['expires', '2027-01-02T03:04Z'],
    ['addressees', []],
    ['tables.0.name', 'orders'],
    ['tables.0.name', ''],
    ['tables.0.rows', -1],
    ['tables.0.rows', 1.5],
    ['tables.0.slices', 0],
    ['tables.0.parts', 0],
    ['tables.0.parts', 9],
    ['tables.0.layout', 'general'],
    ['tables.0.preamble', '?'],
    ['tables.0.columns.0.compartment', 'financial'],
    ['tables.0.columns.0.compartment', null],
    ['tables.0.columns.0.action', 'drop'],
    ['tables.0.columns.0.action', 'mask'],
    ['tables.0.columns.0.how', 'mask:phone'],
    ['tables.0.columns.0.name', '手机'],
    ['tables.0.plainRoots', []],
    ['compartments.0.name', 'contact'],
    ['compartments.0.name', 'Contact'],
    ['compartments.0.epochs.0.epoch', 1],
    ['entries.0.sha256', '00'.repeat(32)],
    ['entries.0.name', 'README.txt'],
    ['required', []],
  ])('is refused with %s = %j', async (path, value) => {
    expect(await manifestCode(set(path, value))).toBe('DAMAGED')
  })

  it('may say that a column was changed, and how, if its fidelity says so too', async () => {
    const changed =
      (action: string, because: readonly string[], how: object = { how: `${action}:x` }) =>
      (predicate: Json): void => {
        Object.assign(predicate.tables[0].columns[0], { action, ...how })
        Object.assign(predicate.tables[0].fidelity, { level: 'cell-exact', because })
      }
    for (const action of ['mask', 'generalise', 'pseudonymise']) {
      expect(await manifestCode(changed(action, ['columns-changed']))).toBe('accepted')
    }
    expect(await manifestCode(changed('mask', []))).toBe('DAMAGED')
    expect(await manifestCode(changed('mask', ['columns-dropped']))).toBe('DAMAGED')
    expect(await manifestCode(changed('mask', ['columns-changed'], {}))).toBe('DAMAGED')
    expect(await manifestCode(changed('mask', ['columns-changed'], { how: '' }))).toBe('DAMAGED')
    expect(await manifestCode(changed('anonymise', ['columns-changed']))).toBe('DAMAGED')
  })

  it('is refused with another predicate type, another statement type or another subject', async () => {
    const statement = (field: string, value: unknown) =>
      manifestCode((_, all) => Object.assign(all, { [field]: value }))
    expect(await statement('predicateType', 'urn:datadeed:access:v1')).toBe('DAMAGED')
    expect(await statement('_type', 'https://in-toto.io/Statement/v2')).toBe('DAMAGED')
    expect(await statement('subject', [])).toBe('DAMAGED')
  })

  it('D21 D22 D23 D26 D27 D28 is refused, though validly signed, if two parsers could read it differently', async () => {
    expect(await raw((json) => json.replace('"kind":"full"', '"kind":"full","kind":"full"'))).toBe('DAMAGED')
    expect(await raw((json) => json.replace('"ext":{}', '"ext":{"__proto__":{"a":1}}'))).toBe('DAMAGED')
    expect(await raw((json) => `\ufeff${json}`)).toBe('DAMAGED')
    expect(await raw((json) => `${json}{}`)).toBe('DAMAGED')
    expect(await raw((json) => json.replace('"ext":{}', '"ext":{"a":9007199254740993}'))).toBe('DAMAGED')
    expect(await raw((json) => json.replace('"ext":{}', '"ext":{"a":"\\ud800"}'))).toBe('DAMAGED')
    expect(
      await raw((json) => json.replace('"ext":{}', `"ext":${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)),
    ).toBe('LIMIT')
    expect(({} as Json).a).toBeUndefined()
  })

  it('takes names and counts up to their limits and refuses one more', async () => {
    const name = (length: number) => manifestCode(set('tables.0.name', 'n'.repeat(length)))
    expect([await name(1024), await name(1025)]).toEqual(['accepted', 'LIMIT'])
    const deal = (length: number) => manifestCode(set('dealId', 'd'.repeat(length)))
    expect([await deal(200), await deal(201)]).toEqual(['accepted', 'DAMAGED'])
    const epochs = (count: number) =>
      manifestCode(
        set(
          'compartments.0.epochs',
          Array.from({ length: count }, (_, epoch) => ({ epoch, key: 'ab'.repeat(32) })),
        ),
      )
    expect([await epochs(4096), await epochs(4097)]).toEqual(['accepted', 'LIMIT'])
    const columns = (count: number) =>
      manifestCode((predicate) => {
        const { columns } = predicate.tables[1]
        for (let at = columns.length; at < count; at++) {
          columns.push({ name: `c${at}`, type: 'text', compartment: null, action: 'drop' })
        }
      })
    expect([await columns(10_000), await columns(10_001)]).toEqual(['accepted', 'LIMIT'])
    const compartments = (count: number) =>
      manifestCode((predicate) => {
        for (let at = 2; at < count; at++) {
          predicate.compartments.push({
            name: `c${at}`,
            macKey: 'ab'.repeat(32),
            facts: 'ab'.repeat(32),
            epochs: [],
          })
        }
      })
    expect([await compartments(64), await compartments(65)]).toEqual(['accepted', 'LIMIT'])
  })

  it('is refused before names are made for more parts than a deed has entries', async () => {
    expect(
      await manifestCode((predicate) =>
        Object.assign(predicate.tables[0], { slices: 4_000_000_000, parts: 4_000_000_000 }),
      ),
    ).toBe('LIMIT')
  })

  it('as this program writes it passes 16 MiB before it has too many values', () => {
    const size = (count: number, place: (records: Json[]) => Json, record: Json) =>
      encodeStatement('', [], place(Array(count).fill(record))).length
    const most = (values: number, place: (records: Json[]) => Json, record: Json) =>
      (values * ENVELOPE_BYTES) / (size(2, place, record) - size(1, place, record))
    const column = { name: 'n', type: 't', compartment: 'c', action: 'seal' }
    expect(most(5, (columns) => ({ tables: [{ columns }] }), column)).toBeLessThan(JSON_VALUES)
    const epoch = { epoch: 0, key: 'ab'.repeat(32) }
    expect(most(3, (epochs) => ({ compartments: [{ epochs }] }), epoch)).toBeLessThan(JSON_VALUES)
  })

  it('D25 is read up to 16 MiB and not beyond', async () => {
    const padded = (length: number) => raw((json) => json + ' '.repeat(length - Buffer.byteLength(json)))
    const most = 16 * 1024 * 1024
    expect([await padded(most), await padded(most + 1)]).toEqual(['accepted', 'LIMIT'])
  })
})

describe('a manifest that a seller lies in', () => {
  const both = (level: string, because: string[], table: number) =>
    manifestCode(set(`tables.${table}.fidelity`, { level, because }))

  it('is refused if its fidelity is not what its columns say', async () => {
    const manifest = JSON.parse(Buffer.from(bytesOf(entries, 'manifest.json')).toString()).predicate
    const dropped = manifest.tables.findIndex((table: Json) =>
      table.columns.some(({ action }: Json) => action === 'drop'),
    )
    const whole = 1 - dropped
    expect(await both('cell-exact', ['columns-dropped'], dropped)).toBe('accepted')
    expect(await both('byte-exact', [], dropped)).toBe('DAMAGED')
    expect(await both('cell-exact', [], dropped)).toBe('DAMAGED')
    expect(await both('byte-exact', [], whole)).toBe('accepted')
    expect(await both('byte-exact', ['columns-dropped'], whole)).toBe('DAMAGED')
    expect(await both('cell-exact', ['columns-dropped'], whole)).toBe('DAMAGED')
  })

  it('is refused if the rows read are not those sealed and those excluded', async () => {
    const counts = (read: number, ...excluded: number[]) =>
      manifestCode(({ tables: [table] }) => {
        table.source.rowsRead = table.rows + read
        table.source.rowsExcluded = excluded.map((rows, at) => ({ code: `c${at}`, rows }))
        if (excluded.length === 0) return
        const because = [...table.fidelity.because, 'rows-excluded']
        table.fidelity = { level: 'cell-exact', because }
      })
    expect(await counts(0)).toBe('accepted')
    expect(await counts(5, 2, 3)).toBe('accepted')
    for (const read of [-1, 1]) expect(await counts(read)).toBe('DAMAGED')
    for (const read of [0, 4, 6]) expect(await counts(read, 2, 3)).toBe('DAMAGED')
    expect(await counts(0, ...Array(4).fill(Number.MAX_SAFE_INTEGER))).toBe('DAMAGED')
  })

  it('may name every encoding that an export can have', async () => {
    for (const encoding of ENCODINGS) {
      expect(await manifestCode(set('tables.0.source.encoding', encoding))).toBe('accepted')
    }
    expect([...SOURCE_ENCODINGS]).toEqual([...ENCODINGS])
  })
})

describe('an access statement', () => {
  it.each([
    ['format', 'datadeed/v2', 'UNSUPPORTED'],
    ['suite', 'other', 'UNSUPPORTED'],
    ['suite', 'hybrid', 'DAMAGED'],
    ['deedId', 'ff'.repeat(16), 'DAMAGED'],
    ['serial', 1, 'DAMAGED'],
    ['compartments', [], 'DAMAGED'],
    ['compartments.0.entry', 'keys/contact.age', 'DAMAGED'],
    ['compartments.0.name', 'contact', 'DAMAGED'],
    ['compartments.0.readers.0.fingerprint', 'x', 'DAMAGED'],
    ['compartments.0.size', 1_048_577, 'LIMIT'],
    ['unknown', true, 'DAMAGED'],
    ['ext', { more: 1 }, 'accepted'],
  ])('with %s = %j ends as it must', async (path, value, code) => {
    expect(await accessCode(set(path, value))).toBe(code)
  })

  it('names at most 64 readers of a compartment', async () => {
    const readers = (count: number) =>
      accessCode(
        set(
          'compartments.0.readers',
          Array.from({ length: count }, (_, at) => ({ name: `r${at}`, fingerprint: 'ab'.repeat(32) })),
        ),
      )
    expect([await readers(64), await readers(65)]).toEqual(['accepted', 'LIMIT'])
  })

  it('must be about this manifest', async () => {
    expect(
      await accessCode((_, statement) => {
        statement.subject[0].digest.sha256 = '00'.repeat(32)
      }),
    ).toBe('DAMAGED')
  })
})
