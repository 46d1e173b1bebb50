import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildWorkedExample } from '../../fixtures/deeds/worked-example.ts'
import * as limits from '../../src/limits.ts'

const page = readFileSync(join(import.meta.dirname, '../../src/deed/FORMAT.md'), 'utf8')

it('gives bytes in FORMAT.md that the code comes to as well', async () => {
  const lines = await buildWorkedExample()
  const start = page.indexOf('    deed id\n')
  expect(page.slice(start).trimEnd().split('\n')).toEqual(lines.map((line) => `    ${line}`))
})

it('names the limits in FORMAT.md that the code keeps', () => {
  const mib = 1024 * 1024
  expect(limits.ENVELOPE_BYTES).toBe(16 * mib)
  expect(page).toContain('a document over 16 MiB')
  const stated: readonly (readonly [limit: number, text: string])[] = [
    [limits.JSON_DEPTH, 'nesting deeper than 32'],
    [limits.JSON_VALUES, 'more than 1,000,000 values'],
    [limits.DEED_ENTRIES, 'More than 65,536 entries'],
    [limits.COMPARTMENTS, 'at most 64 [4]'],
    [limits.EPOCHS, 'at most 4,096 [4]'],
    [limits.COLUMNS, 'at most 10,000 [4]'],
    [limits.NAME_BYTES, 'at most 1,024 bytes'],
    [limits.AGE_STANZAS, 'over 1 MiB or 64 stanzas'],
    [limits.ZSTD_RATIO, 'at most 1,000 × f'],
    [limits.ZSTD_WINDOW_LOG, 'at most 2^23 bytes'],
  ]
  for (const [limit, text] of stated) {
    expect(page).toContain(text)
    expect(text.replaceAll(',', '')).toMatch(new RegExp(`\\b${limit}\\b`))
  }
  expect([
    limits.AGE_FILE_BYTES,
    limits.FIELD_BYTES,
    limits.BLOCK_PLAINTEXT_BYTES,
    limits.BLOCKS_FILE_BYTES,
  ]).toEqual([mib, 16 * mib, 64 * mib, 1024 * mib])
})
