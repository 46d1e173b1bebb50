import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { buildReader, buildSeller } from '../../fixtures/deeds/parties.ts'
import { type SmallDeed, writeSmallDeed } from '../../fixtures/deeds/small-deed.ts'
import { encodeCard, type OpenedKey } from '../../src/identity/index.ts'
import {
  bytesOf,
  type Entry,
  editAccess,
  editListed,
  editManifest,
  packZip,
  readEntries,
  replace,
} from '../deed/edit-deed.ts'
import { Folder } from '../hostile/make-deed.ts'
import { type Answer, itNeedsPython, readByPython } from './python-reader.ts'

const OTHER_ID = 'ff0102030405060708090a0b0c0d0e0f'
/** Prime, so that flips fall on every kind of byte; all of them in the long run. */
const EVERY = process.env.DATADEED_TEST_LONG === undefined ? 97 : 1

let folder: Folder
let deed: SmallDeed
let entries: Entry[]
let others: Entry[]
let whole: Buffer

beforeAll(async () => {
  folder = new Folder()
  deed = await writeSmallDeed(folder.at('small.deed'), { form: 'file', suite: 'classic' })
  await writeSmallDeed(folder.at('other.deed'), { form: 'file', suite: 'classic', deedId: OTHER_ID })
  await writeSmallDeed(folder.at('small'), { form: 'folder', suite: 'classic' })
  entries = await readEntries(folder.at('small.deed'))
  others = await readEntries(folder.at('other.deed'))
  whole = readFileSync(folder.at('small.deed'))
  writeFileSync(folder.at('buyer.txt'), `${deed.buyer.open?.classic}\n`)
  writeFileSync(folder.at('advisor.txt'), `${deed.advisor.open?.classic}\n`)
  const cards = [deed.seller, deed.buyer, await buildSeller('another seller'), await buildReader('stranger')]
  for (const { name, card } of cards) writeFileSync(folder.at(`${name}.card`), encodeCard(card))
})
afterAll(() => folder?.[Symbol.dispose]())

/** The reader's words for a deed, with what a right buyer has. */
function words(path: string, seller = 'seller', me = 'buyer', identity = 'buyer'): string[] {
  const cards = ['--from', folder.at(`${seller}.card`), '--as', folder.at(`${me}.card`)]
  return [path, ...cards, '--identity', folder.at(`${identity}.txt`)]
}

function exits(answers: readonly Answer[], names: readonly string[]): Record<string, number | undefined> {
  return Object.fromEntries(names.map((name, at) => [name, answers[at]?.exit]))
}

const text = (edit: (before: string) => string, name: string): Entry[] =>
  replace(entries, name, Buffer.from(edit(Buffer.from(bytesOf(entries, name)).toString())))
const without = (name: string) => entries.filter((entry) => entry.name !== name)
const cut = (name: string) => bytesOf(entries, name).subarray(0, -1)

/** One fault each, the rest sound and signed again where the seller would sign it. */
function faults(seller: OpenedKey): Record<string, [exit: number, entries: Entry[] | Buffer]> {
  const manifest = (edit: Parameters<typeof editManifest>[2]) => editManifest(entries, seller, edit)
  const access = (edit: Parameters<typeof editAccess>[2]) => editAccess(entries, seller, edit)
  const blocks = 'data/0/0.blocks'
  const extra = { name: 'data/0/1.blocks', bytes: Buffer.of(0) }
  return {
    'a missing entry': [5, without('keys/contact.age')],
    'no signatures': [5, without('signatures.json')],
    'an additional entry': [5, entries.toSpliced(3, 0, extra)],
    'an entry of another name': [13, [...entries, { name: '../x', bytes: Buffer.of(0) }]],
    'a doubled entry': [5, entries.toSpliced(1, 0, entries[0] as Entry)],
    'entries in another order': [5, [entries[1] as Entry, entries[0] as Entry, ...entries.slice(2)]],
    'bytes behind the end': [5, Buffer.concat([whole, Buffer.of(0)])],
    'bytes before the start': [5, Buffer.concat([Buffer.of(0), whole])],
    'a byte less': [5, whole.subarray(0, -1)],
    'a manifest of another deed': [6, replace(entries, 'manifest.json', bytesOf(others, 'manifest.json'))],
    'a manifest written otherwise': [6, text((json) => JSON.stringify(JSON.parse(json)), 'manifest.json')],
    'signatures without ML-DSA': [6, text((json) => json.replace('ml-dsa-65', 'other'), 'signatures.json')],
    'signatures without Ed25519': [6, text((json) => json.replace('ed25519', 'other'), 'signatures.json')],
    'another payload type': [6, text((json) => json.replace('in-toto+json', 'x'), 'signatures.json')],
    'a key twice': [5, manifest(() => Buffer.from('{"_type":"a","_type":"a"}'))],
    'a key __proto__': [5, manifest(() => Buffer.from('{"__proto__":{}}'))],
    'a BOM': [5, manifest((json) => Buffer.from(`\ufeff${JSON.stringify(json)}`))],
    'nesting deeper than 32': [4, manifest(() => Buffer.from('['.repeat(33) + ']'.repeat(33)))],
    'another version': [9, manifest(({ predicate }) => Object.assign(predicate, { format: 'datadeed/v2' }))],
    'another suite': [9, manifest(({ predicate }) => Object.assign(predicate, { suite: 'none' }))],
    'a critical extension': [9, manifest(({ predicate }) => predicate.critical.push('x'))],
    'an unknown key': [5, manifest(({ predicate }) => Object.assign(predicate, { more: 1 }))],
    'another row count': [5, manifest(({ predicate }) => Object.assign(predicate.tables[0], { rows: 6 }))],
    'another plainRoot': [
      5,
      manifest(({ predicate }) =>
        Object.assign(predicate.tables[0].plainRoots[0], { commitment: '0'.repeat(64) }),
      ),
    ],
    'another data key commitment': [
      5,
      manifest(({ predicate }) =>
        Object.assign(predicate.compartments[0].epochs[0], { key: '0'.repeat(64) }),
      ),
    ],
    'a false fidelity': [
      5,
      manifest(({ predicate }) =>
        Object.assign(predicate.tables[0].fidelity, { level: 'cell-exact', because: ['columns-dropped'] }),
      ),
    ],
    'a row hidden in the preamble': [
      5,
      manifest(({ predicate }) => {
        const { preamble } = predicate.tables[0]
        const hidden = Buffer.concat([Buffer.from(preamble, 'base64'), Buffer.from('a;b;c\r\n')])
        predicate.tables[0].preamble = hidden.toString('base64')
      }),
    ],
    'an access statement for another deed': [
      5,
      access(({ predicate }) => Object.assign(predicate, { deedId: OTHER_ID })),
    ],
    'an access statement of another suite': [
      5,
      access(({ predicate }) => Object.assign(predicate, { suite: 'hybrid' })),
    ],
    'an age file of another deed': [
      5,
      replace(entries, 'keys/general.age', bytesOf(others, 'keys/general.age')),
    ],
    'a blocks file of another deed': [5, replace(entries, blocks, bytesOf(others, blocks))],
    'a blocks file without its last byte': [5, replace(entries, blocks, cut(blocks))],
    'a blocks file with a byte more': [
      5,
      replace(entries, blocks, Buffer.concat([bytesOf(entries, blocks), Buffer.of(0)])),
    ],
    'an index that is cut, signed': [
      5,
      editListed(entries, seller, { name: 'data/0.index', bytes: cut('data/0.index') }),
    ],
    'an index of another deed, signed': [
      5,
      editListed(entries, seller, { name: 'data/0.index', bytes: bytesOf(others, 'data/0.index') }),
    ],
  }
}

describe('an independent reader, written from FORMAT.md, refuses', () => {
  itNeedsPython('one fault in a ZIP, with the exit code of the page', (python) => {
    const all = faults(deed.seller)
    const jobs = Object.values(all).map(([, content], number) => {
      const bytes = Buffer.isBuffer(content) ? content : packZip(content)
      return words(folder.write(`fault-${number}.deed`, bytes))
    })
    const expected = Object.fromEntries(Object.entries(all).map(([name, [exit]]) => [name, exit]))
    expect(exits(readByPython(python, jobs), Object.keys(all))).toEqual(expected)
  })

  itNeedsPython('one fault in a folder', (python) => {
    const copies: Record<string, (at: string) => void> = {
      'is sound': () => undefined,
      'has an empty folder': (at) => mkdirSync(`${at}/data/9`),
      'has a file more': (at) => writeFileSync(`${at}/notes.txt`, ''),
      'lacks a file': (at) => rmSync(`${at}/README.txt`),
      'has a link for a file': (at) => {
        renameSync(`${at}/data/0.index`, folder.at('elsewhere'))
        symlinkSync(folder.at('elsewhere'), `${at}/data/0.index`)
      },
    }
    const jobs = Object.values(copies).map((edit, number) => {
      const at = folder.at(`copy-${number}`)
      cpSync(folder.at('small'), at, { recursive: true })
      edit(at)
      return words(at)
    })
    expect(Object.values(exits(readByPython(python, jobs), Object.keys(copies)))).toEqual([0, 5, 13, 5, 5])
  })

  itNeedsPython('the wrong people', (python) => {
    const at = folder.at('small.deed')
    const jobs = {
      'another seller': words(at, 'another seller'),
      'a reader whom the deed does not name': words(at, 'seller', 'stranger'),
      'a key that does not open what the deed gives its owner': words(at, 'seller', 'buyer', 'advisor'),
    }
    expect(Object.values(exits(readByPython(python, Object.values(jobs)), Object.keys(jobs)))).toEqual([
      6, 8, 7,
    ])
  })

  itNeedsPython(
    `a flip of any byte (here one in ${EVERY})`,
    (python) => {
      const places = Array.from({ length: Math.ceil(whole.length / EVERY) }, (_, at) => at * EVERY)
      for (let from = 0; from < places.length; from += 2000) {
        const some = places.slice(from, from + 2000)
        const jobs = some.map((place) => {
          const flipped = Buffer.from(whole)
          flipped.writeUInt8(flipped.readUInt8(place) ^ 0x20, place)
          return words(folder.write(`flip-${place}.deed`, flipped))
        })
        const accepted = readByPython(python, jobs).flatMap(({ exit }, at) => (exit === 0 ? [some[at]] : []))
        expect(accepted).toEqual([])
        for (const place of some) rmSync(folder.at(`flip-${place}.deed`))
      }
    },
    3_600_000,
  )
})
