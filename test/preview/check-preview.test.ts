import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildSeller } from '../../fixtures/deeds/parties.ts'
import type { DatadeedError } from '../../src/errors.ts'
import { PAPER_PAGE_BYTES } from '../../src/limits.ts'
import { setLanguage } from '../../src/messages/index.ts'
import { signPaper } from '../../src/papers/index.ts'
import { checkPreview, type SignedPreview, writePreview } from '../../src/preview/index.ts'
import { PREVIEW } from '../../src/preview/preview-paper.ts'
import { findPaper, renderPreviewPage } from '../../src/report/index.ts'
import { useTemporaryFolder } from '../deed/open-deed.ts'

const folder = useTemporaryFolder()
const seller = await buildSeller('Blue Bicycle')
const stranger = await buildSeller('Somebody else')
const pages = { render: renderPreviewPage, findEnvelope: findPaper }

let signed: SignedPreview
let page: string

beforeAll(async () => {
  const path = join(folder(), 'members.csv')
  const rows = Array.from(
    { length: 40 },
    (_, at) => `1380013${1000 + at},2025-0${1 + (at % 3)}-11,${at}.50\n`,
  )
  writeFileSync(path, `mobile,"<b>&""joined",order amount\n${rows.join('')}`)
  signed = await writePreview({
    exports: [{ path }],
    stage: 'diligence',
    seller,
    language: 'zh-CN',
    workers: 1,
    now: new Date('2026-03-04T05:06:07Z'),
  })
  page = renderPreviewPage(signed.preview, Buffer.from(signed.envelope).toString())
})

const check = (file: string | Uint8Array, from = seller.card) =>
  checkPreview({ bytes: Buffer.from(file), from, name: 'preview', pages })

function codeOf(file: string | Uint8Array, from = seller.card): string {
  try {
    check(file, from)
    return 'checked'
  } catch (error) {
    return (error as DatadeedError).code
  }
}

describe('a preview that somebody was sent', () => {
  it('is read from its envelope', () => {
    expect(check(signed.envelope)).toMatchObject({ form: 'envelope', preview: signed.preview })
  })

  it('is read from its page, whatever the language of whoever reads it', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      setLanguage(language)
      expect(check(page)).toMatchObject({ form: 'page', preview: signed.preview })
    }
  })

  it('is on the page what a reader can copy from there', () => {
    expect(findPaper(page)).toBe(Buffer.from(signed.envelope).toString().trimEnd())
  })

  it('under another card is refused (T7)', () => {
    expect(codeOf(signed.envelope, stranger.card)).toBe('SIGNATURE')
    expect(codeOf(page, stranger.card)).toBe('SIGNATURE')
  })

  it.each<[string, string, (page: string) => string]>([
    ['with another figure', 'DIFFERENT', (text) => text.replace('20 至 49', '50 至 99')],
    ['with a word more', 'DIFFERENT', (text) => text.replace('</main>', '<p>已审计</p></main>')],
    ['with a script', 'DIFFERENT', (text) => text.replace('</main>', '<script>1</script></main>')],
    [
      'with a style of somebody else',
      'DIFFERENT',
      (text) => text.replace('</style>', 'td{color:red}</style>'),
    ],
    ['without its last line end', 'DIFFERENT', (text) => text.slice(0, -1)],
    ['with a byte behind it', 'DIFFERENT', (text) => `${text} `],
    [
      'with a second paper on it',
      'DIFFERENT',
      (text) => text.replace('</main>', '<pre id="paper">{}</pre></main>'),
    ],
    ['without its paper', 'DAMAGED', (text) => text.replace('id="paper"', 'id="page"')],
    ['whose paper was changed', 'DAMAGED', (text) => text.replace('&quot;payload&quot;', '&quot;pay&quot;')],
  ])('as a page %s is refused', (_, code, change) => {
    const changed = change(page)
    expect(changed).not.toBe(page)
    expect(codeOf(changed)).toBe(code)
  })

  it('says of a page by another version that it may be worded otherwise', () => {
    const { preview: content } = signed
    const { issuer: _, paperId: __, created: ___, ...rest } = content
    const older = { ...rest, tool: { name: 'datadeed', version: '0.0.1' } }
    const envelope = Buffer.from(signPaper(PREVIEW, older, { key: seller, now: new Date() })).toString()
    const worded = renderPreviewPage({ ...content, tool: older.tool }, envelope).replace('怎样读', '如何读')
    expect(() => check(worded)).toThrow(
      expect.objectContaining({
        code: 'DIFFERENT',
        hints: [expect.stringContaining('0.0.1'), expect.anything()],
      }),
    )
  })

  it('that is something else is refused', () => {
    expect(codeOf('PK\u0003\u0004')).toBe('DAMAGED')
    expect(codeOf('<!doctype html><title>x</title>')).toBe('DAMAGED')
    expect(codeOf('{"a":1}')).toBe('DAMAGED')
  })

  it('as a page is read up to its limit (T11)', () => {
    const padded = Buffer.alloc(PAPER_PAGE_BYTES + 1, ' ')
    padded.write('<!doctype html>')
    expect(codeOf(padded)).toBe('LIMIT')
    expect(codeOf(padded.subarray(0, -1))).toBe('DAMAGED')
  })
})

describe('the page of a preview', () => {
  it('names columns as text, whatever they are called', () => {
    expect(page).toContain('&lt;b&gt;&amp;&quot;joined')
    expect(page).not.toContain('<b>')
  })

  it('runs and fetches nothing', () => {
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<(script|iframe|object|embed|form|link rel="stylesheet"|img)\b/)
    expect(page.match(/(?:href|src)="[^"]*"/g)).toEqual(['href="data:,"'])
  })

  it('says what it is not, and how it is checked', () => {
    expect(page).toContain('不是法律意义上的匿名信息')
    expect(page).toContain(seller.card.fingerprint)
    expect(page).toContain('datadeed verify preview.html')
  })
})
