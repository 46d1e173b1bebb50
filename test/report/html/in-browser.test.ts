import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { setLanguage } from '../../../src/messages/index.ts'
import { type ClassificationFacts, renderClassificationPage } from '../../../src/report/index.ts'
import { itNeeds } from '../../interop/needs.ts'
import { ADDRESS, type OpenPage, TestBrowser } from './browser.ts'
import { findContrasts, findCut, findOverlaps } from './faults.ts'
import { measureExtent, readBreaks, readPaintedTexts } from './in-page.ts'
import { factsNamed, ordinaryFacts } from './sample-facts.ts'

const itInBrowser = itNeeds('chromium', 'chromium')
const browser = new TestBrowser()

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 900 }
const LANGUAGES = ['en', 'zh-CN'] as const
const MANY = process.env.DATADEED_TEST_LONG === undefined ? 1000 : 5000

const HOSTILE = [
  '<script>window.hacked=1</script>',
  '"><img src=http://report.invalid/x.png onerror=alert(1)>',
  `' onmouseover='alert(2)`,
  '</style><style>@import "http://report.invalid/x.css"',
  '</title></svg><iframe src=//report.invalid>',
  '&lt;b&gt; &amp; &#x3c;',
  'a\u202eb\u2066c\u0000\u001b[31m\ufeff\ud800',
  'W'.repeat(1024),
  '汉'.repeat(341),
  `javascript:alert(3) ${'x '.repeat(400)}`,
]

/** All columns in a compartment of the seller's own making, and unsure. */
function inCompartment(compartment: string, facts: ClassificationFacts): ClassificationFacts {
  const tables = facts.tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => ({ ...column, compartment, confidence: 0.3 })),
  }))
  return { ...facts, tables }
}

/** Every painted line of text, with a viewport as high as the page, so that all of it can be looked at. */
async function readTexts({ page }: OpenPage, width: number) {
  await page.setViewportSize({ width, height: 740 })
  const { height } = await page.evaluate(measureExtent)
  await page.setViewportSize({ width, height })
  return page.evaluate(readPaintedTexts)
}

describe('the classification page in a browser', () => {
  afterEach(() => setLanguage('en'))
  afterAll(() => browser[Symbol.asyncDispose]())

  for (const language of LANGUAGES) {
    for (const viewport of [PHONE, DESKTOP]) {
      itInBrowser(
        `fits ${viewport.width} pixels, nothing over another or cut off (${language})`,
        async (program) => {
          setLanguage(language)
          await using open = await browser.open(program, renderClassificationPage(ordinaryFacts()), {
            viewport,
          })
          expect((await open.page.evaluate(measureExtent)).width).toBe(viewport.width)
          expect(await open.page.locator('.picture:visible').count()).toBe(2)
          const texts = await readTexts(open, viewport.width)
          expect(texts.length).toBeGreaterThan(300)
          expect(findOverlaps(texts)).toEqual([])
          expect(findCut(texts, viewport.width)).toEqual([])
          expect(open.complaints).toEqual([])
        },
      )
    }
  }

  itInBrowser('keeps every text at 4.5:1 against what lies behind it, light and dark', async (program) => {
    await using open = await browser.open(program, renderClassificationPage(ordinaryFacts()), {
      viewport: DESKTOP,
    })
    const seen = new Set<string>()
    for (const colorScheme of ['light', 'dark'] as const) {
      await open.page.emulateMedia({ colorScheme })
      const texts = await readTexts(open, DESKTOP.width)
      expect(findContrasts(texts).filter(({ ratio }) => ratio < 4.5)).toEqual([])
      for (const { ground } of texts) seen.add(ground)
    }
    expect(seen.size).toBeGreaterThan(10)
    expect(seen).not.toContain('none')
  })

  itInBrowser('reads the same without scripts, and fetches nothing but itself', async (program) => {
    const markup = renderClassificationPage(ordinaryFacts())
    await using scripted = await browser.open(program, markup)
    await using plain = await browser.open(program, markup, { javaScriptEnabled: false })
    expect(await plain.page.innerText('main')).toBe(await scripted.page.innerText('main'))
    expect([...plain.requests, ...scripted.requests]).toEqual([ADDRESS, ADDRESS])
  })

  itInBrowser('is a table to assistive programs even where it is laid out as cards', async (program) => {
    await using open = await browser.open(program, renderClassificationPage(ordinaryFacts()), {
      viewport: PHONE,
    })
    const session = await open.page.context().newCDPSession(open.page)
    const { nodes } = await session.send('Accessibility.getFullAXTree')
    const roles = nodes.filter(({ ignored }) => !ignored).map(({ role }) => role?.value)
    const counts = Object.groupBy(roles, (role) => role)
    expect(counts.table).toHaveLength(2)
    expect(counts.rowheader).toHaveLength(13)
    expect(counts.row).toHaveLength(15)
    expect(counts.cell).toHaveLength(65)
    expect(counts.columnheader).toHaveLength(12)
    const named = nodes.map(({ name }) => String(name?.value ?? ''))
    expect(named.filter((name) => name.startsWith('Columns of “members” by compartment'))).toHaveLength(1)
  })

  itInBrowser('shows hostile names as what they are, runs and fetches nothing of them', async (program) => {
    const markup = renderClassificationPage(inCompartment('m'.repeat(32), factsNamed(HOSTILE)))
    await using open = await browser.open(program, markup, { viewport: PHONE })
    const { page } = open
    expect((await page.evaluate(measureExtent)).width).toBe(PHONE.width)
    expect(await page.locator('script, img, iframe, object, [onmouseover], [onerror]').count()).toBe(0)
    expect(await page.locator('style').count()).toBe(1)
    const text = await page.innerText('main')
    for (const name of HOSTILE.slice(0, 6)) expect(text).toContain(name)
    expect(text).toContain('a\ufffdb\ufffdc\ufffd\ufffd[31m\ufffd\ufffd')
    for (const { width } of [PHONE, DESKTOP]) {
      const texts = await readTexts(open, width)
      expect(findCut(texts, width)).toEqual([])
      expect(findOverlaps(texts)).toEqual([])
    }
    expect(open.requests).toEqual([ADDRESS])
    expect(open.complaints).toEqual([])
  })

  itInBrowser('prints, in colours that do not depend on the screen', async (program) => {
    const markup = renderClassificationPage(ordinaryFacts())
    await using open = await browser.open(program, markup, { colorScheme: 'dark' })
    const pdf = (await open.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(3)
    await open.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await open.page.evaluate(readBreaks)).toEqual(['avoid', 'avoid'])
    const texts = await readTexts(open, 680)
    expect(new Set(texts.map(({ ground }) => ground))).toContain('rgb(255, 255, 255)')
    expect(findContrasts(texts).filter(({ ratio }) => ratio < 4.5)).toEqual([])
    expect(findOverlaps(texts)).toEqual([])
    expect(findCut(texts, 680)).toEqual([])
  })

  itInBrowser(`carries ${MANY} columns`, async (program) => {
    const started = performance.now()
    const markup = renderClassificationPage(factsNamed(['会员手机号', 'customer_name'], MANY))
    expect(performance.now() - started).toBeLessThan(5000)
    expect(markup.length).toBeLessThan(16_000_000)
    await using open = await browser.open(program, markup, { viewport: DESKTOP })
    expect((await open.page.evaluate(measureExtent)).width).toBe(DESKTOP.width)
    expect(await open.page.locator('.columns tbody tr').count()).toBe(MANY)
  })
})

describe('what looks for faults of a page', () => {
  it('finds a text over another, one outside, and one that is too pale', () => {
    const box = { x: 0, y: 0, width: 50, height: 10 }
    const text = { text: 'a', box, colour: 'rgb(200, 200, 200)', ground: 'rgb(255, 255, 255)' }
    const below = { ...text, text: 'b', box: { ...box, y: 12 } }
    const over = { ...text, text: 'c', box: { ...box, x: 20, y: 5 } }
    expect(findOverlaps([text, below])).toEqual([])
    expect(findOverlaps([text, over])).toEqual(['"a" and "c"'])
    expect(findCut([text], 40)).toEqual(['a'])
    expect(findCut([{ ...text, picture: { ...box, width: 49 } }], 360)).toEqual(['a'])
    expect(findContrasts([text])[0]?.ratio).toBeCloseTo(1.67, 2)
  })
})
