import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readCard } from '../../src/identity/index.ts'
import { checkPreview } from '../../src/preview/index.ts'
import { findPaper, renderPreviewPage } from '../../src/report/index.ts'

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures')
const papers = readdirSync(join(fixtures, 'papers')).filter((name) => name.endsWith('.json'))
const from = await readCard(join(fixtures, 'deeds', 'seller.card'))
const pages = { render: renderPreviewPage, findEnvelope: findPaper }

it.each(papers)('%s of an earlier version is read', (name) => {
  const bytes = readFileSync(join(fixtures, 'papers', name))
  const { preview } = checkPreview({ bytes, from, name, pages })
  expect(name).toBe(`preview-${preview.stage}.json`)
  expect(preview.tables[0]?.rows).toEqual({ about: 600 })
  expect(renderPreviewPage(preview, bytes.toString())).toContain('about 600')
})

it('both stages are kept', () => {
  expect(papers).toEqual(['preview-diligence.json', 'preview-teaser.json'])
})
