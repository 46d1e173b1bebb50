import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DRILL } from '../../src/backup/drill/drill-paper.ts'
import { drillName, readDrills } from '../../src/backup/drill/drill-reports.ts'
import { type OpenedSeries, openMirror, openOwnSeries } from '../../src/backup/index.ts'
import { clearCompromised, listTrustedCards, markCompromised, type Party } from '../../src/identity/index.ts'
import { drawPaperId, readIssuerCard, signPaper, withIssuerCard } from '../../src/papers/index.ts'
import { Host } from './a-host.ts'

let host: Host
let series: OpenedSeries

beforeAll(async () => {
  host = await Host.make()
  await host.begin('nightly')
  const mirror = await openMirror(host.at('nightly'))
  series = await openOwnSeries(mirror, party('host').card, { home: host.at('home') })
})
beforeEach(() => {
  rmSync(host.at('nightly', 'drills'), { recursive: true, force: true })
  mkdirSync(host.at('nightly', 'drills'))
})
afterAll(() => host[Symbol.dispose]())

function party(name: string): Party {
  const found = host.parties.get(name)
  if (found === undefined) throw new Error(name)
  return found
}

const MANIFEST_DIGEST = 'ab'.repeat(32)
const PASSED = {
  chosen: 'newest',
  ...{ sequence: 1, deedId: 'cd'.repeat(16), manifest: MANIFEST_DIGEST, verdict: 'passed', failure: null },
  ...{ target: 'folder', began: '2026-11-20T00:00:00Z', sealed: null, current: null },
  ...{ ageSeconds: null, currentAgeSeconds: null, opened: [], closed: [], ledgerHead: null },
  milliseconds: { fetch: 0, restore: 1500, compare: 10 },
  counts: { tables: 1, rows: 2, cells: 4, bytes: 100 },
}
const FAILED = { ...PASSED, verdict: 'failed', failure: { step: 'restore', code: 'DAMAGED' } }

function sign(by: string, content: object, { created = '2026-11-20T00:00:05Z', withCard = true } = {}) {
  const { key } = party(by)
  const paperId = drawPaperId()
  const about = 'manifest' in content && content.manifest === null ? [] : [MANIFEST_DIGEST]
  const bytes = signPaper(
    DRILL,
    { series: series.paper.series, ...content },
    {
      key,
      now: new Date(created),
      withCard,
      paperId,
      subject: about.map((sha256) => ({ name: 'manifest.json', digest: { sha256 } })),
    },
  )
  return { name: drillName({ created, paperId }), bytes }
}

function put({ name, bytes }: { name: string; bytes: Uint8Array }, as = name) {
  writeFileSync(host.at('nightly', 'drills', as), bytes)
  return as
}

async function read() {
  const home = host.at('home')
  return readDrills(series, { home, trusted: await listTrustedCards(home) })
}

async function whyNot() {
  const { drills, unbelieved } = await read()
  return [drills.length, ...unbelieved.map(({ error }) => error.code)]
}

describe('reports of drills', () => {
  it('are believed of readers of the series, newest last, and are no links', async () => {
    put(sign('archive', FAILED, { created: '2026-11-21T00:00:00Z' }))
    put(sign('archive', PASSED))
    const { drills, unbelieved } = await read()
    expect(unbelieved).toEqual([])
    expect(drills.map(({ verdict, recoverySeconds }) => [verdict, recoverySeconds])).toEqual([
      ['passed', 1.5],
      ['failed', 1.5],
    ])
    const { document } = await host.look('list', 'nightly')
    expect(document).toMatchObject({ whole: true, foreign: [], unfinished: [] })
  })

  it('are believed of whoever is trusted here, unless that card is marked as compromised', async () => {
    put(sign('other', PASSED))
    expect(await whyNot()).toEqual([1])
    const { card } = party('other')
    await markCompromised(host.at('home'), card, { since: null, now: new Date() })
    expect(await whyNot()).toEqual([0, 'UNTRUSTED'])
    await clearCompromised(host.at('home'), card.fingerprint)
  })

  it('are not believed of the host, which can open nothing, nor without a card, nor under a card put in', async () => {
    put(sign('host', PASSED))
    expect(await whyNot()).toEqual([0, 'UNTRUSTED'])
    rmSync(host.at('nightly', 'drills'), { recursive: true })
    mkdirSync(host.at('nightly', 'drills'))
    put(sign('archive', PASSED, { withCard: false }))
    const { name, bytes } = sign('host', PASSED)
    put({ name, bytes: withIssuerCard(bytes, party('archive').card, name) })
    expect((await whyNot()).toSorted()).toEqual([0, 'SIGNATURE', 'UNTRUSTED'])
  })

  it('count once, whatever copies lie there, and only for their own series', async () => {
    const report = sign('archive', PASSED)
    put(report)
    put(report, '20261122T000000Z-00000000.json')
    put(sign('archive', { ...PASSED, series: '00'.repeat(16) }))
    put(report, 'notes.json')
    expect(await whyNot()).toEqual([1, 'DAMAGED', 'DAMAGED'])
  })

  it.each([
    ['passed with a failure', { ...FAILED, verdict: 'passed' }],
    ['failed without one', { ...PASSED, verdict: 'failed' }],
    ['passed without a deed', { ...PASSED, sequence: null }],
    ['passed without having compared', { ...PASSED, milliseconds: { fetch: 0, restore: 1, compare: null } }],
    ['passed about a manifest that it does not name', { ...PASSED, manifest: 'ff'.repeat(32) }],
  ])('are not believed where one says that it %s', async (_, content) => {
    put(sign('archive', content))
    expect(await whyNot()).toEqual([0, 'DAMAGED'])
  })

  it('are shown by verify, whoever has signed them', async () => {
    const report = sign('archive', FAILED)
    put(report)
    const file = host.at('nightly', 'drills', report.name)
    expect(readIssuerCard(readFileSync(file), file)?.fingerprint).toBe(party('archive').card.fingerprint)
    const { exit, document } = await host.json('verify', file)
    expect([exit, document.kind, document.drill.failure]).toEqual([0, 'drill', FAILED.failure])
    expect((await host.run('verify', file, '--lang', 'zh-CN')).stdout).toContain('DAMAGED')
  })
})
