import { describe, expect, it } from 'vitest'
import { html, renderPage } from '../../../src/report/html/index.ts'
import { DARK, LIGHT } from '../../../src/report/html/palette.ts'
import { contrastOf } from './contrast.ts'

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
      expect(contrastOf(line, paper)).toBeLessThan(4.5)
      for (const colour of Object.values(texts)) {
        for (const ground of [paper, wash, alertWash]) expect(contrastOf(colour, ground)).toBeGreaterThan(4.5)
      }
      const { ink: _, quiet: __, accent: ___, ...marks } = texts
      for (const mark of Object.values(marks)) expect(contrastOf(on, mark)).toBeGreaterThan(4.5)
    }
  })
})
