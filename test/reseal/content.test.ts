import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bytesOf, CASES } from '../../fixtures/csv/generate.ts'
import { tableOf } from '../../fixtures/xlsx/workbook.ts'
import { parseManifest } from '../../src/deed/index.ts'
import { findEncoding } from '../../src/ingest/index.ts'
import { RESEAL } from '../../src/reseal/index.ts'
import type { ExportRequest } from '../../src/seal/index.ts'
import { type Folder, party, policy, restore, seal, useFolder } from '../hostile/make-deed.ts'
import { LATER, reseal } from './reseal-here.ts'

const CHANGED = [
  'columns:',
  '  members:',
  '    编号: { type: member-no, action: pseudonymise, key: members }',
  '    姓名: { type: person-name, compartment: identity, action: mask }',
  '    手机: { type: mobile, compartment: contact }',
  '    余额: { type: stored-balance, compartment: financial, total: yes }',
  'drift: names',
  'pseudonyms: { members: { compartment: contact } }',
  'epochs: { rows: 2 }',
]
const MEMBERS = '编号;姓名;手机;余额\r\nM1;王小明;"13800138000";12.30\r\nM2;李娜;;1.00\r\n\r\nM3;张三;x;7'

function exportsOf(folder: Folder): ExportRequest[] {
  const csv = CASES.filter(
    ({ error, name }) => error === undefined && /gb18030|utf16le|mixed|big5/.test(name),
  )
  return [
    ...csv.map((each) => {
      const encoding = findEncoding(each.options?.encoding ?? '')
      const path = folder.write(`${each.name}.csv`, bytesOf(each))
      return { path, ...(encoding === undefined ? {} : { encoding }) }
    }),
    { path: folder.write('lines.jsonl', '{"a":1,"b":{"c":null}}\n{"a":"x","b":{}}\n{"a":true}\n') },
    { path: folder.write('array.json', '[{"a":1.50,"b":[1,2]},{"b":null}]') },
    {
      path: folder.write(
        'book.xlsx',
        tableOf([
          ['id', 'sum'],
          ['M1', 1.5],
          ['M2', null],
        ]),
      ),
    },
    { path: folder.write('empty.csv', 'id,name\n') },
  ]
}

const restoredBytes = (folder: Folder, name: string) =>
  readdirSync(folder.at(name))
    .sort()
    .map((file) => [file, readFileSync(folder.at(name, file)).toString('base64')])

describe('a deed that was sealed again', () => {
  const folder = useFolder()

  it('restores to the same bytes, whatever it holds', async () => {
    await seal(folder().at('a.deed'), exportsOf(folder()), { policy: policy('epochs: { rows: 1 }') })
    await restore(folder().at('a.deed'), folder().at('old'), { format: undefined })
    const { rows, after, retired } = await reseal(folder().at('a.deed'), folder().at('b.deed'))
    expect([rows > 12, after?.deedId.length, retired]).toEqual([true, 32, null])
    const [buyer, lawyer] = [await party('buyer'), await party('lawyer')]
    const reader = { from: buyer.card, key: lawyer.key, format: undefined }
    await restore(folder().at('b.deed'), folder().at('new'), reader)
    expect(restoredBytes(folder(), 'new')).toEqual(restoredBytes(folder(), 'old'))
  })

  it('keeps changed columns, the keys of their pseudonyms, control totals and the epochs of every compartment', async () => {
    const path = folder().write('members.csv', MEMBERS)
    await seal(folder().at('a.deed'), [{ path }], { policy: policy(...CHANGED), form: 'folder' })
    await restore(folder().at('a.deed'), folder().at('old'), { pseudonymKeys: true })
    await reseal(folder().at('a.deed'), folder().at('b.deed'))
    const [buyer, lawyer] = [await party('buyer'), await party('lawyer')]
    const reader = { from: buyer.card, key: lawyer.key, pseudonymKeys: true }
    const restored = await restore(folder().at('b.deed'), folder().at('new'), reader)
    expect(restored.tables[0]?.changed).toHaveLength(2)
    expect(readdirSync(folder().at('new')).sort()).toEqual(['members.csv', 'members.secret'])
    expect(restoredBytes(folder(), 'new')).toEqual(restoredBytes(folder(), 'old'))
    const [old, fresh] = ['a.deed', 'b.deed'].map(
      (name) => parseManifest(readFileSync(folder().at(name, 'manifest.json'))).manifest,
    )
    if (old === undefined || fresh === undefined) throw new Error('two deeds have two manifests')
    // What the seller said of the content stands; every key, and what is made with one, is another.
    const content = (manifest: typeof old) => manifest.tables.map((table) => ({ ...table, plainRoots: [] }))
    expect(content(fresh)).toEqual(content(old))
    expect(fresh.policyDigest).toBe(old.policyDigest)
    expect([fresh.seller.name, fresh.created]).toEqual(['buyer', LATER.toISOString().replace('.000', '')])
    const secrets = (manifest: typeof old) => [
      manifest.deedId,
      ...manifest.tables.flatMap(({ plainRoots }) => plainRoots.map(({ commitment }) => commitment)),
      ...manifest.compartments.flatMap(({ macKey, facts, epochs }) => [
        macKey,
        facts,
        ...epochs.map(({ key }) => key),
      ]),
    ]
    expect(secrets(fresh)).toHaveLength(secrets(old).length)
    expect(secrets(fresh).filter((each) => secrets(old).includes(each))).toEqual([])
    expect(fresh.compartments.map(({ epochs }) => epochs.length)).toEqual(old.compartments.map(() => 2))
  })

  it('has a paper beside it that names both deeds and nothing of their content', async () => {
    const path = folder().write('t.csv', 'id,name\n1,CANARY\n')
    await seal(folder().at('a.deed'), [{ path }])
    const { before, after } = await reseal(folder().at('a.deed'), folder().at('b.deed'))
    const paper = JSON.parse(readFileSync(folder().at('b.reseal'), 'utf8'))
    const statement = JSON.parse(Buffer.from(paper.payload, 'base64').toString())
    expect(statement.predicateType).toBe(RESEAL.predicateType)
    expect(statement.predicate).toMatchObject({ before, after, tables: [{ name: 't', rows: 1 }] })
    expect(statement.subject.map((each: { digest: { sha256: string } }) => each.digest.sha256)).toEqual([
      before.manifest,
      after?.manifest,
    ])
  })
})
