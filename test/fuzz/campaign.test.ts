import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CampaignReport, runCampaign } from './campaign.ts'
import { Coverage } from './coverage.ts'
import { READERS } from './readers/index.ts'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
/** An hour for all readers together with DATADEED_TEST_LONG; else a look at whether each of them runs. */
const SECONDS = LONG ? 3600 / Object.keys(READERS).length : 30
const MOST = LONG ? Number.POSITIVE_INFINITY : 40
const runFile = promisify(execFile)
const program = join(import.meta.dirname, 'run-campaign.ts')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign '))
})
afterAll(async () => {
  if (!LONG) await rm(folder, { recursive: true })
})

describe('the coverage-guided campaign', () => {
  it('finds a fault that hides behind three right bytes, and makes it small', {
    timeout: 300_000,
  }, async () => {
    const coverage = new Coverage((url) => url.endsWith('planted.ts'))
    const { plantedTarget } = await import('./planted.ts')
    const options = { seconds: 600, most: 20_000, seed: 5, folder, coverage, finds: 1 }
    const report = await runCampaign(plantedTarget, options)
    coverage.close()
    const [find] = report.finds
    expect(find?.kind).toMatch(/^RangeError/)
    expect(await readFile(find?.file ?? '', 'latin1')).toBe('de!')
  })

  it.each(LONG ? Object.keys(READERS) : ['index'])(
    'finds nothing in %s',
    { timeout: 2000 * SECONDS + 60_000 },
    async (reader) => {
      const options = ['--seconds', String(SECONDS), '--most', String(MOST), '--folder', folder]
      const { stdout } = await runFile(process.execPath, [program, reader, ...options])
      if (LONG) process.stdout.write(stdout)
      const report: CampaignReport = JSON.parse(stdout)
      expect(report.finds).toEqual([])
      expect(report.executions).toBeGreaterThanOrEqual(30)
      expect(report.reached).toBeGreaterThan(1000)
    },
  )
})
