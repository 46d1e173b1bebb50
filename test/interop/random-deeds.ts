import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { unwrap } from '../../src/crypto/index.ts'
import type { OpenedKey } from '../../src/identity/index.ts'
import type { ExportRequest } from '../../src/seal/index.ts'
import { bytesOf, readEntries } from '../deed/edit-deed.ts'
import { type Folder, party, policy, seal } from '../hostile/make-deed.ts'
import { type RandomCsv, randomCsv } from '../ingest/random-csv.ts'

/** Sealed columns go here; the buyer reads all, the advisor the last two. */
const COMPARTMENTS = ['identity', 'contact', 'own-1'] as const
const ADVISOR_READS = COMPARTMENTS.slice(1)
const BOMS: Readonly<Record<string, string>> = { 'utf-8': 'efbbbf', 'utf-16le': 'fffe', 'utf-16be': 'feff' }

export interface RandomTable {
  readonly csv: RandomCsv
  readonly header: 'plain' | 'quoted' | 'none'
  readonly bom: boolean
  readonly separatorLine: boolean
  readonly blankLines: number
  /** By column: its compartment, or null for a column that is dropped. */
  readonly places: readonly (string | null)[]
  /** Whether the cells of its first column are masked, if it is sealed. */
  readonly masked: boolean
}

export interface RandomDeed {
  readonly tables: readonly RandomTable[]
  readonly suite: 'classic' | 'hybrid'
  readonly form: 'file' | 'folder'
  readonly epochRows: number
}

const place = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<string | null>(...COMPARTMENTS) },
  { weight: 1, arbitrary: fc.constant<string | null>(null) },
)

const randomTable: fc.Arbitrary<RandomTable> = fc
  .record({
    csv: randomCsv,
    header: fc.constantFrom('plain', 'quoted', 'none'),
    bom: fc.boolean(),
    separatorLine: fc.boolean(),
    blankLines: fc.integer({ min: 0, max: 2 }),
    oneCompartment: fc.boolean(),
    masked: fc.constantFrom(true, false, false, false),
    places: fc.array(place, { minLength: 5, maxLength: 5 }),
  })
  // Without a header line an export has a row at least, and its first line is no blank one.
  .filter(({ csv, header }) => header !== 'none' || startsWithARow(csv))
  .map(({ places, oneCompartment, ...table }) => {
    const first = places.find((each) => each !== null) ?? COMPARTMENTS[0]
    const own = places.slice(0, table.csv.dialect.columns)
    const sealed = own.some((each) => each !== null) ? own : own.with(0, first)
    return { ...table, places: oneCompartment ? sealed.map(() => first) : sealed }
  })

export const randomDeed: fc.Arbitrary<RandomDeed> = fc.record({
  tables: fc.array(randomTable, { minLength: 2, maxLength: 7 }),
  suite: fc.constantFrom('classic', 'classic', 'hybrid'),
  form: fc.constantFrom('file', 'folder'),
  epochRows: fc.integer({ min: 1, max: 20 }),
})

/** The export of a table, as it is sealed. */
export function exportBytes({ csv, header, bom, separatorLine, blankLines }: RandomTable): Buffer {
  const { encoding, delimiter, lineEnd, columns } = csv.dialect
  const names = Array.from({ length: columns }, (_, at) => `name ${at}`)
  const shown = header === 'quoted' ? names.map((name) => `"${name}"`) : names
  const lines = [
    separatorLine ? `sep=${delimiter}${lineEnd}` : '',
    lineEnd.repeat(header === 'none' ? 0 : blankLines),
    header === 'none' ? '' : shown.join(delimiter) + lineEnd,
  ]
  const mark = bom || encoding.startsWith('utf-16') ? Buffer.from(BOMS[encoding] ?? '', 'hex') : Buffer.of()
  return Buffer.concat([mark, inUnits(lines.join(''), encoding), csv.bytes])
}

function inUnits(ascii: string, encoding: string): Buffer {
  if (encoding === 'utf-16be') return Buffer.from(ascii, 'utf16le').swap16()
  return Buffer.from(ascii, encoding === 'utf-16le' ? 'utf16le' : 'latin1')
}

function startsWithARow({ rows: [first], dialect }: RandomCsv): boolean {
  return first !== undefined && (dialect.columns > 1 || first[0] !== '')
}

/** Seals it for the buyer and, in part, for the advisor. Answers where the deed lies. */
export async function sealRandom(deed: RandomDeed, folder: Folder, number: number): Promise<string> {
  const exports = deed.tables.map((table, at): ExportRequest => {
    const { encoding, delimiter } = table.csv.dialect
    const path = folder.write(`${number}-${at}.csv`, exportBytes(table))
    return { path, name: `t${at}`, encoding, delimiter, header: table.header !== 'none' }
  })
  const path = folder.at(`${number}.deed`)
  const [buyer, advisor] = [(await party('buyer')).card, (await party('advisor')).card]
  const lines = deed.tables.flatMap(({ places, header, masked }, at) => [
    `  t${at}:`,
    ...places.map((compartment, column) => {
      const name = header === 'none' ? `column${column + 1}` : `name ${column}`
      if (compartment === null) return `    ${name}: {action: drop}`
      const done = masked && column === 0 ? 'type: code, action: mask' : 'type: free-text-pii'
      return `    ${name}: {${done}, compartment: ${compartment}}`
    }),
  ])
  await seal(path, exports, {
    addressees: [buyer],
    trusted: [advisor],
    suite: deed.suite,
    form: deed.form,
    policy: policy(
      'drift: names',
      'compartments:',
      ...COMPARTMENTS.map(
        (name) => `  ${name}: {readers: [buyer${ADVISOR_READS.includes(name as never) ? ', advisor' : ''}]}`,
      ),
      `epochs: {rows: ${deed.epochRows}}`,
      'columns:',
      ...lines,
    ),
  })
  return path
}

/** Opens the age files of a deed that this key opens, as a stand-in for an `age` that knows hybrid recipients. */
export async function writePayloads(deed: string, key: OpenedKey, into: string): Promise<string> {
  mkdirSync(into)
  const entries = await readEntries(deed)
  for (const { name } of entries) {
    const compartment = /^keys\/(.*)\.age$/.exec(name)?.[1]
    if (compartment === undefined || key.open === undefined) continue
    const payload = await unwrap(bytesOf(entries, name), [key.open.hybrid, key.open.classic]).catch(
      () => undefined,
    )
    if (payload !== undefined) writeFileSync(join(into, `${compartment}.json`), payload)
  }
  return into
}
