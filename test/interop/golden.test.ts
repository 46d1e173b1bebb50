import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildReader, buildSeller } from '../../fixtures/deeds/parties.ts'
import { encodeCard, type OpenedKey } from '../../src/identity/index.ts'
import { restoreDeed } from '../../src/restore/index.ts'
import { verifyDeed } from '../../src/verify/index.ts'
import { Folder } from '../hostile/make-deed.ts'
import { itNeedsPython, readByPython } from './python-reader.ts'
import { writePayloads } from './random-deeds.ts'

const GOLDEN = join(import.meta.dirname, '../../fixtures/deeds/golden')
const NOW = new Date('2026-03-05T00:00:00Z')
const READERS = ['buyer', 'advisor'] as const
const versions = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const cases = versions.flatMap((version) =>
  readdirSync(join(GOLDEN, version), { withFileTypes: true })
    .map(({ name }) => ({ version, name, home: join(GOLDEN, version, name) }))
    // The others are handovers, with parties of their own.
    .filter(({ home }) => existsSync(join(home, 'buyer'))),
)

let folder: Folder
let seller: OpenedKey
beforeAll(async () => {
  folder = new Folder()
  seller = await buildSeller('seller')
})
afterAll(() => folder?.[Symbol.dispose]())

const deedOf = (home: string): string =>
  [join(home, 'file.deed'), join(home, 'folder.deed')].find(existsSync) ?? 'no golden deed'

/** Every file below a folder, by its name there. */
function files(root: string): Map<string, Buffer> {
  if (!existsSync(root)) return new Map()
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    found
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path)]),
  )
}

describe('I05 I06 deeds that a version of datadeed wrote', () => {
  it('are there, in both forms and both suites', () => {
    expect(cases.length).toBeGreaterThanOrEqual(5)
  })

  it.each(versions)('are those that %s wrote, file for file', (version) => {
    const sums = readFileSync(join(GOLDEN, version, 'SHA256SUMS'), 'utf8')
    const found = Array.from(files(join(GOLDEN, version)))
      .filter(([name]) => name !== 'SHA256SUMS')
      .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
    expect(found.join('')).toBe(sums)
  })

  for (const { version, name, home } of cases) {
    it(`verify and give each reader what they gave when ${version} wrote them: ${name}`, async () => {
      const deed = deedOf(home)
      const from = seller.card
      for (const reader of READERS) {
        const key = await buildReader(reader)
        const output = folder.at(`${version}-${name}-${reader}`)
        const frozen = files(join(home, reader))
        if (frozen.size === 0) {
          const restoring = restoreDeed({ deed, from, key, output, format: 'csv', workers: 1 })
          await expect(restoring).rejects.toMatchObject({ code: 'WRONG_RECIPIENT' })
          continue
        }
        const { verdicts } = await verifyDeed({ deed, from, key, now: NOW })
        expect(verdicts).toMatchObject({
          complete: 'yes',
          valid: 'yes',
          authentic: 'yes',
          restorable: 'yes',
        })
        await restoreDeed({ deed, from, key, output, format: 'csv', workers: 1 })
        expect(files(output)).toEqual(frozen)
      }
    })
  }

  itNeedsPython('give the independent reader the same bytes', async (python) => {
    const from = folder.write('seller.card', encodeCard(seller.card))
    const jobs: string[][] = []
    const expected: Buffer[][] = []
    for (const [number, { home }] of cases.entries()) {
      for (const reader of READERS) {
        const frozen = [...files(join(home, reader)).values()]
        if (frozen.length === 0) continue
        const key = await buildReader(reader)
        const deed = deedOf(home)
        const keys = await writePayloads(deed, key, folder.at(`keys-${number}-${reader}`))
        jobs.push([deed, '--from', from, '--opened', keys, '-o', folder.at(`python-${number}-${reader}`)])
        expected.push(frozen)
      }
    }
    const answers = readByPython(python, jobs)
    for (const [at, { exit, reason, tables }] of answers.entries()) {
      expect([exit, reason], jobs[at]?.[0]).toEqual([0, undefined])
      const read = tables?.flatMap(({ file }) => (file === undefined ? [] : [readFileSync(file)]))
      const hashed = (all: readonly Buffer[] | undefined) =>
        all?.map((each) => each.toString('latin1')).sort()
      expect(hashed(read), jobs[at]?.[0]).toEqual(hashed(expected[at]))
    }
  })
})
