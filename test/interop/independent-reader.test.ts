import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { DatadeedError } from '../../src/errors.ts'
import { encodeCard } from '../../src/identity/index.ts'
import { Folder, party, restore, reviewed, seal } from '../hostile/make-deed.ts'
import { everyCharacter, TABLE_ENCODINGS } from './every-character.ts'
import { itNeedsPython, readByPython } from './python-reader.ts'
import { exportBytes, type RandomDeed, randomDeed, sealRandom, writePayloads } from './random-deeds.ts'

const DEEDS = process.env.DATADEED_TEST_LONG === undefined ? 6 : 300
const SEED = process.env.DATADEED_TEST_LONG === undefined ? 20260304 : Date.now()
const READERS = ['buyer', 'advisor'] as const

describe('an independent reader, written from FORMAT.md', () => {
  itNeedsPython(
    `gives back what was sealed, and what restore gives to each reader: ${DEEDS} random deeds, seed ${SEED}`,
    async (python) => {
      using folder = new Folder()
      const deeds = fc.sample(randomDeed, { numRuns: DEEDS, seed: SEED })
      const seller = folder.write('seller.card', encodeCard((await party('seller')).card))
      const jobs: string[][] = []
      for (const reader of READERS) {
        const { key, card } = await party(reader)
        folder.write(`${reader}.card`, encodeCard(card))
        writeFileSync(folder.at(`${reader}.txt`), `# ${reader}\n${key.open?.classic}\n`)
      }
      for (const [number, deed] of deeds.entries()) {
        const path = await sealRandom(deed, folder, number)
        for (const reader of READERS) {
          const { key } = await party(reader)
          const mine =
            deed.suite === 'classic'
              ? ['--identity', folder.at(`${reader}.txt`)]
              : ['--opened', await writePayloads(path, key, folder.at(`${number}-${reader}-keys`))]
          const output = folder.at(`${number}-${reader}-python`)
          jobs.push([path, '--from', seller, '--as', folder.at(`${reader}.card`), ...mine, '-o', output])
        }
      }
      const answers = readByPython(python, jobs)
      let whole = 0
      for (const [number, deed] of deeds.entries()) {
        for (const [at, reader] of READERS.entries()) {
          const answer = answers[number * READERS.length + at]
          const label = `deed ${number} for the ${reader}: ${answer?.reason}`
          const restored = await restoredBytes(folder, number, reader)
          if (restored === 'WRONG_RECIPIENT') {
            expect(answer, label).toMatchObject({ exit: 8 })
            continue
          }
          expect(answer, label).toMatchObject({ exit: 0, signatures: { 'ml-dsa-65': 'not checked' } })
          const read = answer?.tables?.map(({ file }) =>
            file === undefined ? undefined : readFileSync(file),
          )
          expect(read, label).toEqual(restored)
          whole += countWhole(deed, read ?? [], reader)
        }
      }
      expect(whole).toBeGreaterThan(DEEDS)
    },
    3_600_000,
  )

  itNeedsPython(
    'gives back every character of every encoding, by the tables of FORMAT.md',
    async (python) => {
      using folder = new Folder()
      const { key } = await party('buyer')
      writeFileSync(folder.at('buyer.txt'), `${key.open?.classic}\n`)
      const seller = folder.write('seller.card', encodeCard((await party('seller')).card))
      const exports = TABLE_ENCODINGS.map((encoding) => {
        const path = folder.write(`${encoding}.csv`, everyCharacter(encoding))
        return { path, encoding, delimiter: ',' as const }
      })
      const columns = reviewed(Object.fromEntries(TABLE_ENCODINGS.map((name) => [name, ['each']])))
      const deed = folder.at('characters.deed')
      await seal(deed, exports, { policy: columns })
      const words = ['--from', seller, '--identity', folder.at('buyer.txt'), '-o', folder.at('read')]
      const [answer] = readByPython(python, [[deed, ...words]])
      expect(answer).toMatchObject({ exit: 0 })
      for (const [number, encoding] of TABLE_ENCODINGS.entries()) {
        const read = readFileSync(folder.at('read', `${number}.csv`))
        expect(read.equals(everyCharacter(encoding)), encoding).toBe(true)
      }
    },
  )
})

/** By table, what the program under test restores: undefined where this reader opens nothing of it. */
async function restoredBytes(
  folder: Folder,
  number: number,
  reader: string,
): Promise<(Buffer | undefined)[] | 'WRONG_RECIPIENT'> {
  const { key } = await party(reader)
  const output = folder.at(`${number}-${reader}-restored`)
  try {
    const { tables, absent } = await restore(folder.at(`${number}.deed`), output, { key })
    const names = [...absent, ...tables.map(({ name }) => name)].sort()
    return names.map((name) => {
      const table = tables.find((candidate) => candidate.name === name)
      return table && readFileSync(join(output, table.file))
    })
  } catch (error) {
    if (error instanceof DatadeedError && error.code === 'WRONG_RECIPIENT') return error.code
    throw error
  }
}

/** Tables that came back byte for byte; fails for one that should have. */
function countWhole(deed: RandomDeed, read: readonly (Buffer | undefined)[], reader: string): number {
  const whole = deed.tables.map((table, at) => {
    const { columns } = table.csv.dialect
    const places = table.places.slice(0, columns)
    const mine = (place: string | null) => place !== null && (reader === 'buyer' || place !== 'identity')
    if (table.masked || !places.every(mine)) return false
    expect(read[at]?.equals(exportBytes(table)), `table ${at}`).toBe(true)
    return true
  })
  return whole.filter(Boolean).length
}
