import { expect } from 'vitest'
import { ADDRESS, type TestBrowser } from './browser.ts'
import { findContrasts, findCut, findOverlaps } from './faults.ts'
import { measureExtent, readPaintedTexts } from './in-page.ts'

/** At this width in CSS pixels: nothing is cut, covered or faint, nothing runs, and nothing is fetched. */
export async function expectReadable(
  browser: TestBrowser,
  program: string,
  { markup, width }: { readonly markup: string; readonly width: number },
): Promise<void> {
  await using open = await browser.open(program, markup, { viewport: { width, height: 740 } })
  const extent = await open.page.evaluate(measureExtent)
  expect(extent.width).toBe(width)
  await open.page.setViewportSize({ width, height: extent.height })
  const texts = await open.page.evaluate(readPaintedTexts)
  expect(texts.length).toBeGreaterThan(60)
  expect(findOverlaps(texts)).toEqual([])
  expect(findCut(texts, width)).toEqual([])
  expect(findContrasts(texts).filter(({ ratio }) => ratio < 4.5)).toEqual([])
  expect(await open.page.locator('script, img, iframe, [onerror]').count()).toBe(0)
  expect(open.requests).toEqual([ADDRESS])
  expect(open.complaints).toEqual([])
}
