import { describe, expect, it } from 'vitest'
import { html, renderPage } from '../../../src/report/html/index.ts'
import { DARK, LIGHT } from '../../../src/report/html/palette.ts'

/** WCAG 2.2, "contrast ratio": of two colours written #rrggbb. */
function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe('a page', () => {
  const page = renderPage({ title: 'A & B', lang: 'zh-CN', body: html`<main>${'x'}</main>` })

  it('says its language, its encoding and that nothing may run or be fetched', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`)
    expect(page).toContain('<title>A &amp; B</title>')
    expect(page).toContain('<main>x</main>')
  })

  it('holds no script and names no address outside itself', () => {
    expect(page).not.toMatch(/<script|<iframe|<object|<form|@import|url\(|https?:|\son[a-z]+=/i)
    expect(Array.from(page.matchAll(/(?:src|href)="([^"]*)"/g), ([, address]) => address)).toEqual(['data:,'])
  })

  it('keeps every text colour at 4.5:1 or more on every ground it stands on, light and dark', () => {
    for (const scheme of [LIGHT, DARK]) {
      const { paper, wash, line, on, 'alert-wash': alertWash, ...texts } = scheme
      expect(contrast(line, paper)).toBeLessThan(4.5)
      for (const colour of Object.values(texts)) {
        for (const ground of [paper, wash, alertWash]) expect(contrast(colour, ground)).toBeGreaterThan(4.5)
      }
      const { ink: _, quiet: __, accent: ___, ...marks } = texts
      for (const mark of Object.values(marks)) expect(contrast(on, mark)).toBeGreaterThan(4.5)
    }
  })
})
