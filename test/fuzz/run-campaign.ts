/**
 * Coverage-guided fuzzing of one reader:
 * `node test/fuzz/run-campaign.ts READER [--seconds 60] [--most EXECUTIONS] [--seed N] [--folder DIR]`.
 * Prints its report as JSON; ends with 1 if anything was found.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCampaign } from './campaign.ts'
import { Coverage } from './coverage.ts'
import { READERS } from './readers/index.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    most: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    folder: { type: 'string' },
  },
})
const [name = ''] = positionals
const load = READERS[name]
if (load === undefined) throw new Error(`no reader "${name}"; there are ${Object.keys(READERS).join(', ')}`)
const coverage = new Coverage((url) => /\/src\/.*\.ts$/.test(url))
const report = await runCampaign(await load(), {
  coverage,
  seconds: Number(values.seconds),
  most: Number(values.most),
  seed: Number(values.seed),
  folder: values.folder ?? mkdtempSync(join(tmpdir(), 'datadeed-campaign-')),
})
process.stdout.write(`${JSON.stringify(report)}\n`)
process.exitCode = report.finds.length > 0 ? 1 : 0
