import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readGrants } from '../../src/access/index.ts'
import { type Card, encodeCard, type OpenedKey, openKeyFile, readCard } from '../../src/identity/index.ts'
import { parseHead, verifyLedger } from '../../src/ledger/index.ts'
import { checkReceipt } from '../../src/receipt/index.ts'
import { type RestoreRequest, restoreDeed } from '../../src/restore/index.ts'
import { inspectDeed, verifyDeed } from '../../src/verify/index.ts'
import { codeOf, Folder } from '../hostile/make-deed.ts'
import { itNeedsPython, readByPython } from './python-reader.ts'
import { writePayloads } from './random-deeds.ts'

const GOLDEN = join(import.meta.dirname, '../../fixtures/deeds/golden')
const NOW = new Date('2026-03-05T00:00:00Z')
const versions = readdirSync(GOLDEN).filter((name) => existsSync(join(GOLDEN, name, 'parties')))

let folder: Folder
beforeAll(() => {
  folder = new Folder()
})
afterAll(() => folder?.[Symbol.dispose]())

function filesOf(path: string): [name: string, bytes: Buffer][] {
  return readdirSync(path)
    .sort()
    .map((name) => [name, readFileSync(join(path, name))])
}

it('handovers that earlier versions wrote are there', () => {
  expect(versions).toContain('0.3.0')
})

describe.each(versions)('I05 a handover that %s wrote', (version) => {
  const at = (...names: string[]): string => join(GOLDEN, version, ...names)
  const changed = (...names: string[]): string => at('changed-hybrid-file', ...names)
  const held = (...names: string[]): string => at('held-classic-folder', ...names)
  const keyOf = async (name: string): Promise<OpenedKey> =>
    (await openKeyFile(at('parties', `${name}.key`))).key
  const grantsOf = (paper: string, from: Card) =>
    readGrants([{ name: paper, bytes: readFileSync(held(paper)) }], from)
  let from: Card
  beforeAll(async () => {
    from = await readCard(at('parties', 'seller.card'))
  })

  async function opening(deed: string, reader: string, paper?: string) {
    const grants = paper === undefined ? undefined : grantsOf(paper, from)
    return { deed, from, key: await keyOf(reader), grants, workers: 1 }
  }

  async function restored(request: Omit<RestoreRequest, 'output'>) {
    const output = folder.at(`${version}-${request.key.name}-${basename(dirname(request.deed))}`)
    await restoreDeed({ ...request, output })
    return filesOf(output)
  }

  it('gives its reader the changed columns, their sums and the key of their pseudonyms', async () => {
    const asked = await opening(changed('file.deed'), 'buyer')
    const [{ exit, verdicts, controlTotals }, given] = await Promise.all([
      verifyDeed({ ...asked, now: NOW }),
      restored({ ...asked, pseudonymKeys: true }),
    ])
    expect([exit, verdicts.restorable]).toEqual([0, 'yes'])
    expect(controlTotals).toEqual([{ table: '会员', column: '余额', answer: 'agree' }])
    const { changed: columns } = await inspectDeed(asked.deed)
    expect(columns.map(({ name }) => name)).toEqual(['编号', '姓名', '手机号', '生日'])
    expect(given).toEqual(filesOf(changed('restored', 'buyer')))
  })

  it('has a receipt that holds against the deed and what the seller kept', async () => {
    const { faults, answers, receipt } = await checkReceipt({
      bytes: readFileSync(changed('buyer.receipt')),
      name: 'buyer.receipt',
      deed: changed('file.deed'),
      from: (await keyOf('buyer')).card,
      seller: from,
      key: await keyOf('seller'),
      record: readFileSync(changed('seller.record')),
      memory: { home: folder.path },
    })
    expect(faults).toEqual([])
    expect(new Set(Object.values(answers))).toEqual(new Set(['yes']))
    expect([receipt.state, receipt.ledgerHead]).toEqual([
      'accepted',
      expect.stringMatching(/^\d+:[0-9a-f]{64}/),
    ])
  })

  it('has a deed whose readers were changed, and opens it for those of now alone', async () => {
    const deed = at('rotated-hybrid-folder', 'folder.deed')
    const { rotated } = await verifyDeed({ deed, from, now: NOW })
    // By a card that followed the one that the manifest lets grant.
    expect(rotated).toMatchObject({ serial: 2, issuer: { name: 'lawyer' } })
    for (const [reader, code] of [
      ['buyer', 'NO_KEY'],
      ['lawyer', 'WRONG_RECIPIENT'],
    ] as const)
      expect(await codeOf(async () => restored(await opening(deed, reader)))).toBe(code)
    expect(await restored(await opening(deed, 'finance'))).toEqual(
      filesOf(at('rotated-hybrid-folder', 'restored', 'finance')),
    )
  })

  it('opens to nobody before a paper, and with one to whom it names', async () => {
    const deed = held('folder.deed')
    for (const reader of ['buyer', 'lawyer']) {
      expect(await codeOf(async () => restored(await opening(deed, reader)))).toBe('NO_KEY')
    }
    expect(await codeOf(async () => restored(await opening(deed, 'finance')))).toBe('WRONG_RECIPIENT')
    const opened = [
      ['buyer', 'buyer.grant'],
      ['finance', 'finance.grant'],
      // Of three shares their own, and the one that was passed on.
      ['lawyer', 'broker.share'],
    ] as const
    const asked = await Promise.all(opened.map(([reader, paper]) => opening(deed, reader, paper)))
    const [granted, ...given] = await Promise.all([
      verifyDeed({ ...(await opening(deed, 'buyer', 'buyer.grant')), now: NOW }),
      ...asked.map((request) => restored(request)),
    ])
    expect([granted.exit, granted.verdicts.restorable]).toEqual([0, 'yes'])
    expect(given).toEqual(opened.map(([reader]) => filesOf(held('restored', reader))))
  })

  it('quotes the seller’s ledger as it is still read', async () => {
    const heads = await Promise.all(
      [changed('file.deed'), held('folder.deed')].map(async (deed) => {
        const { ledgerHead } = (await inspectDeed(deed)).manifest
        return parseHead(ledgerHead ?? '')
      }),
    )
    const anchors = heads.flatMap((head) => (head === undefined ? [] : [{ source: 'manifest', head }]))
    const { failures, anchors: checked } = await verifyLedger(at('ledger'), anchors)
    expect(failures).toEqual([])
    expect(checked.map(({ answer }) => answer)).toEqual(['agrees', 'agrees'])
  })

  itNeedsPython('gives the independent reader the same bytes', async (python) => {
    const buyer = await keyOf('buyer')
    const seller = ['--from', at('parties', 'seller.card'), '--format', 'own']
    const keys = await writePayloads(changed('file.deed'), buyer, folder.at(`${version}-keys`))
    const me = folder.write('buyer.card', encodeCard(buyer.card))
    const identity = folder.write('buyer.txt', `${buyer.open?.classic}\n`)
    const granted = ['--as', me, '--identity', identity, '--grant', held('buyer.grant')]
    const answers = readByPython(python, [
      [changed('file.deed'), ...seller, '--opened', keys, '-o', folder.at(`${version}-python-0`)],
      [held('folder.deed'), ...seller, ...granted, '-o', folder.at(`${version}-python-1`)],
    ])
    const bytesOf = (number: number) => answers[number]?.tables?.map(({ file }) => readFileSync(file ?? ''))
    expect(bytesOf(0)).toEqual([readFileSync(changed('restored', 'buyer', '会员.csv'))])
    expect(bytesOf(1)).toEqual(
      ['visits.jsonl', 'orders.csv'].map((name) => readFileSync(held('restored', 'buyer', name))),
    )
  })
})
