import { spawnSync } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeBigWorkbook } from '../../../fixtures/xlsx/big-workbook.ts'
import { useTemporaryFolder } from '../../deed/open-deed.ts'

const LONG = process.env.DATADEED_TEST_LONG !== undefined
const ROWS = LONG ? 200_000 : 20_000
const MOST_MIB = LONG ? 400 : 300
const folder = useTemporaryFolder()
const ingest = join(import.meta.dirname, '../../../src/ingest/index.ts')

/** In a process of its own, so that its memory is the reader's alone. */
const PROGRAM = `
import { readFileSync } from 'node:fs'
import { openExport } from ${JSON.stringify(ingest)}
function peakKib() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  // Not the figure of the process, which keeps the peak of the one that started it.
  return Number(/^VmHWM:\\s+(\\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))[1])
}
const started = performance.now()
await using opened = await openExport(process.argv[1])
const surveyed = performance.now()
let [rows, slices] = [0, 0]
for (const table of opened.tables)
  for await (const slice of table.slices({ sliceBytes: 4194304, sliceRows: 1e9 })) {
    rows += slice.rowEnds
    slices += 1
    slice.release()
  }
const ended = performance.now()
const cpu = process.cpuUsage()
console.log(JSON.stringify({ rows, slices, first: surveyed - started, second: ended - surveyed, cpu: (cpu.user + cpu.system) / 1000, kib: peakKib() }))
`

it(`holds no more of ${ROWS} rows than a few slices`, async () => {
  const path = join(folder(), 'members.xlsx')
  await writeBigWorkbook(path, ROWS)
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', PROGRAM, path], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  const told = JSON.parse(run.stdout)
  if (LONG) {
    const { size } = await stat(path)
    process.stderr.write(`workbook of ${ROWS} rows, ${size} bytes: ${run.stdout}`)
  }
  expect(told.rows).toBe(ROWS)
  expect(told.kib / 1024).toBeLessThan(MOST_MIB)
}, 120_000)
