import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { classifyTable } from '../../src/classify/index.ts'
import { assertByteExact, cutSlice, eachCell, openCsvExport } from '../../src/ingest/index.ts'
import { memoryDisk } from './disks.ts'

/** How much more work the larger export is. */
const TIMES = 4
/** Linear work takes 4 times as long, quadratic work 16 times; what lies between is noise. */
const MOST_TIMES = 10
/** Less than this is lost in the noise of the machine, whatever its growth. */
const LEAST_MILLISECONDS = 30

/** What sealing and classifying do with an export, in this thread. */
async function work(content: Uint8Array): Promise<number> {
  await using source = await openCsvExport('t.csv', { disk: memoryDisk(content) })
  const values = source.columns.map((): string[] => [])
  let rows = 0
  for await (const slice of source.slices({ sliceBytes: 4 << 20, sliceRows: 1 << 20 })) {
    const cut = cutSlice(slice.bytes, source.dialect, slice)
    assertByteExact(slice.bytes, cut, source.dialect)
    for (const segment of cut.segments.filter(({ kind }) => kind === 'cells')) {
      const cells = values[segment.column] ?? []
      for (const { text } of eachCell(segment)) if (cells.push(text) >= 200) break
    }
    rows += cut.rows
    slice.release()
  }
  const columns = source.columns.map(({ index, name }) => ({
    index,
    name,
    values: values[index] ?? [],
    rows,
  }))
  classifyTable({ name: 't', columns })
  return rows
}

/** Milliseconds of processor time, the best of some runs: others on the machine do not count. */
async function timeOf(content: Uint8Array): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 2; run++) {
    const before = process.cpuUsage()
    expect(await work(content)).toBeGreaterThan(0)
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

const MIB = 1 << 20
const header = 'id,v\n'
const repeated = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / text.length))

const SHAPES: readonly (readonly [string, (times: number) => string])[] = [
  ['A51 one field', (times) => `${header}1,"${repeated('0123456789abcde\n', times * MIB)}"\n`],
  ['A51 one field without quotes', (times) => `${header}1,${repeated('a b', times * MIB)}\n`],
  ['A52 doubled quotes', (times) => `${header}1,"${repeated('""', times * MIB)}"\n`],
  ['A52 rows of a quote alone', (times) => `${header}${repeated('1,""""\n', times * (MIB / 8))}`],
  ...['@', '1-', '(1', 'a.', '+86 ', '省', '%2', '{"a":', '12:', 'AB12', ' '].map(
    (text) =>
      [
        `A53 near misses of patterns: ${JSON.stringify(text)}`,
        (times: number) =>
          `id,mail,phone,name\n1,${[1, 2, 3].map(() => repeated(text, times * 20_000).replaceAll('"', '')).join('x,')}\n`,
      ] as const,
  ),
  [
    'A54 columns',
    (times) => {
      const count = times * 800
      const names = Array.from({ length: count }, (_, at) => `c${at}`)
      return `${names.join(',')}\n${`${','.repeat(count - 1)}\n`.repeat(2)}`
    },
  ],
  ['A38 blank lines', (times) => `${header}1,a\n${repeated('\n', times * 200_000)}2,b\n`],
]

describe('the time that an export takes', () => {
  it.each(SHAPES)('grows with its size and no faster: %s', async (_, shape) => {
    await work(Buffer.from(shape(1)))
    const small = await timeOf(Buffer.from(shape(1)))
    const large = await timeOf(Buffer.from(shape(TIMES)))
    expect(large / Math.max(small, LEAST_MILLISECONDS)).toBeLessThan(MOST_TIMES)
  })

  it('A53 is short for cells that are noise', async () => {
    const cells = Array.from({ length: 40 }, () => randomBytes(3000).toString('base64').replaceAll('+', '@'))
    const started = process.cpuUsage()
    await work(
      Buffer.from(`id,mail,phone,name\n${cells.map((cell) => `${cell},${cell},${cell},${cell}\n`).join('')}`),
    )
    const { user } = process.cpuUsage(started)
    expect(user / 1000).toBeLessThan(5000)
  })
})
