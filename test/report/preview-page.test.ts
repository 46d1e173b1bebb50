import { afterAll, describe, expect } from 'vitest'
import type { ColumnType } from '../../src/classify/index.ts'
import type { Language } from '../../src/messages/index.ts'
import type { Preview } from '../../src/preview/index.ts'
import { renderPreviewPage } from '../../src/report/index.ts'
import { itNeeds } from '../interop/needs.ts'
import { ADDRESS, TestBrowser } from './html/browser.ts'
import { findContrasts, findCut, findOverlaps } from './html/faults.ts'
import { measureExtent, readPaintedTexts } from './html/in-page.ts'

const itInBrowser = itNeeds('chromium', 'chromium')
const browser = new TestBrowser()

const ENVELOPE = JSON.stringify({ payloadType: 'x', payload: 'QUJD'.repeat(20), signatures: [] })

function samplePreview(language: Language, header = '实付金额'): Preview {
  const column = (name: string, type: ColumnType, compartment: string) => ({
    name,
    type,
    compartment,
    filled: 'all-but-few' as const,
    distinct: 'many' as const,
    invented: ['1XX-XXXX-XXXX', 'Example Person', 'person1@example.com'],
  })
  const months = Array.from({ length: 30 }, (_, at) => ({
    period: `20${23 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    rows: at % 7 === 3 ? ('few' as const) : { from: 200, below: 500 },
    sums: [at % 7 === 3 ? ('withheld' as const) : { from: 20_000, below: 50_000 }],
  }))
  return {
    format: 'datadeed/v1',
    critical: [],
    ext: {},
    paperId: '0'.repeat(32),
    created: '2026-03-04T05:06:07Z',
    tool: { name: 'datadeed', version: '0.1.0' },
    issuer: { name: 'Blue Bicycle', fingerprint: 'ab'.repeat(32) },
    stage: 'diligence',
    language,
    tables: [
      {
        name: 'orders',
        rows: { about: 12_300 },
        columns: [
          column('手机号', 'mobile', 'contact'),
          column(header, 'amount', 'behaviour'),
          column('客户等级', 'category', 'our-own'),
        ],
        periods: {
          column: '下单时间',
          by: 'month',
          amounts: [header],
          list: months,
          outside: 'few',
          unread: { from: 10, below: 20 },
          totals: ['withheld'],
        },
        amounts: [
          {
            column: header,
            bands: [
              { amount: 'negative', rows: 'few' },
              { amount: { from: 0, below: 1 }, rows: { from: 1000, below: 2000 } },
              { amount: { from: 10 ** 15, below: null }, rows: 'withheld' },
            ],
            outside: 'few',
            unread: 'few',
            sum: { from: 1_000_000, below: 2_000_000 },
          },
        ],
        kinds: [{ column: '客户等级', values: [{ from: 5000, below: 10_000 }], rare: 'few' }],
      },
    ],
  }
}

describe('the page of a preview in a browser', () => {
  afterAll(() => browser[Symbol.asyncDispose]())

  for (const language of ['en', 'zh-CN'] as const) {
    for (const width of [360, 1280]) {
      itInBrowser(`fits ${width} pixels, legible in light and dark (${language})`, async (program) => {
        const markup = renderPreviewPage(samplePreview(language), ENVELOPE)
        await using open = await browser.open(program, markup, { viewport: { width, height: 740 } })
        await open.page.evaluate('document.querySelector("details").open = true')
        const extent = await open.page.evaluate(measureExtent)
        expect(extent.width).toBe(width)
        await open.page.setViewportSize({ width, height: extent.height })
        for (const colorScheme of ['light', 'dark'] as const) {
          await open.page.emulateMedia({ colorScheme })
          const texts = await open.page.evaluate(readPaintedTexts)
          expect(texts.length).toBeGreaterThan(100)
          expect(findOverlaps(texts)).toEqual([])
          expect(findCut(texts, width)).toEqual([])
          expect(findContrasts(texts).filter(({ ratio }) => ratio < 4.5)).toEqual([])
        }
        expect([open.requests, open.complaints]).toEqual([[ADDRESS], []])
      })
    }
  }

  itInBrowser('is a table to assistive programs even where it is laid out as cards', async (program) => {
    const markup = renderPreviewPage(samplePreview('en'), ENVELOPE)
    await using open = await browser.open(program, markup, { viewport: { width: 360, height: 740 } })
    const session = await open.page.context().newCDPSession(open.page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => role?.value)
    const count = (wanted: string) => roles.filter((role) => role === wanted).length
    expect(count('table')).toBe(5)
    expect(count('rowheader')).toBe(3 + 33 + 6 + 2 + 3)
  })

  itInBrowser('shows hostile names as text, and the paper as it can be copied', async (program) => {
    const hostile = '</pre><script>window.hacked=1</script><img src=http://report.invalid/x.png>'
    const markup = renderPreviewPage(samplePreview('en', hostile), ENVELOPE)
    await using open = await browser.open(program, markup)
    expect(await open.page.innerText('main')).toContain('<script>window.hacked=1</script>')
    expect(await open.page.textContent('#paper')).toBe(ENVELOPE)
    expect(await open.page.evaluate('window.hacked')).toBeUndefined()
    expect([open.requests, open.complaints]).toEqual([[ADDRESS], []])
  })
})
