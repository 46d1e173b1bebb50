import { openContainer } from '../../../src/deed/index.ts'
import { findLayoutFaults } from '../../../src/deed/layout.ts'
import { readUnverified } from '../../../src/deed/unverified.ts'
import { type Entry, packZip } from '../../deed/edit-deed.ts'
import { Broken, CANARY, type Target } from '../target.ts'
import { scratchFile } from './scratch-file.ts'
import type { SmallPapers } from './small-papers.ts'

export const LITTLE_ENTRIES: readonly Entry[] = [
  'mimetype',
  'README.txt',
  'data/0/0.blocks',
  'data/0.index',
  'manifest.json',
  'access.json',
  'keys/general.age',
  'access.signatures.json',
  'signatures.json',
].map((name) => ({ name, bytes: Buffer.from(name === 'README.txt' ? CANARY : name.slice(0, 5)) }))
const TOKENS = [
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  'PK\x06\x06',
  'PK\x06\x07',
  '../x',
  'data/0/1.blocks',
  'keys/a.age',
  '\x1b[2J',
  packZip([]),
]

/** Of what it accepts: its entries, packed again, are the very file. */
export function zipTarget(): Target {
  const file = scratchFile('fuzz.deed')
  return {
    name: 'zip',
    seeds: [packZip(LITTLE_ENTRIES), packZip(LITTLE_ENTRIES.slice(0, 2)), packZip([])],
    tokens: TOKENS,
    codes: ['DAMAGED', 'LIMIT', 'PATH'],
    naming: ['PATH'],
    async read(input) {
      await using container = await openContainer(file.write(input))
      const [fault] = findLayoutFaults(container.entries.map(({ name }) => name))
      if (fault !== undefined) throw fault
      const entries: Entry[] = []
      for (const { name, size } of container.entries) {
        entries.push({ name, bytes: await container.readWhole(name, size) })
      }
      if (!Buffer.from(packZip(entries)).equals(input))
        throw new Broken('a ZIP that is not packed again as it was')
    },
  }
}

/** A ZIP right in all else, of the entries that the input's lines name; sizes and checksums are never wrong here. */
export function zipEntriesTarget(): Target {
  const { read, ...zip } = zipTarget()
  return {
    ...zip,
    name: 'zip-entries',
    seeds: [LITTLE_ENTRIES, LITTLE_ENTRIES.slice(0, 5)].map((entries) =>
      Buffer.from(entries.map(({ name }) => name).join('\n')),
    ),
    tokens: [...LITTLE_ENTRIES.map(({ name }) => `\n${name}`), ...TOKENS],
    read: (input) => {
      const names = Buffer.from(input).toString('latin1').split('\n')
      return read(packZip(names.map((name) => ({ name, bytes: Buffer.from(name) }))))
    },
  }
}

/** A whole deed, looked at by `inspect` without a signature being checked. */
export function unverifiedTarget({ entries }: SmallPapers): Target {
  const file = scratchFile('fuzz.deed')
  return {
    name: 'unverified-deed',
    seeds: [packZip(entries)],
    tokens: TOKENS,
    codes: ['DAMAGED', 'LIMIT', 'PATH', 'UNSUPPORTED'],
    naming: ['PATH', 'UNSUPPORTED'],
    read: (input) => readUnverified(file.write(input)),
  }
}
