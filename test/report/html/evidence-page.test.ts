import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { fingerprintDigits } from '../../../src/identity/index.ts'
import { setLanguage } from '../../../src/messages/index.ts'
import type { Receipt } from '../../../src/receipt/index.ts'
import { renderReceiptPage, renderVerifiedPage } from '../../../src/report/index.ts'
import type { VerifyReport } from '../../../src/verify/index.ts'
import { itNeeds } from '../../interop/needs.ts'
import { TestBrowser } from './browser.ts'
import { expectReadable } from './readable.ts'

const itInBrowser = itNeeds('chromium', 'chromium')
const browser = new TestBrowser()

const HOSTILE =
  '"><script>window.hacked=1</script><img src=http://report.invalid/x.png onerror=alert(1)>\u202e'
const SELLER = {
  name: '加喜门店',
  fingerprint: '33ea1a2b2b239a49baf75d52a378142904366d0647a1b7b43620caf7322e2582',
}
const BUYER = {
  name: `Buyer ${HOSTILE}`,
  fingerprint: '4f8b02d006171179b84a018c1cca9e92f923632239dfbc8c081cd53414766ee3',
}
const DIGITS = '15627 78615 03348 34854 49014 51342'

const RECEIPT: Receipt = {
  format: 'datadeed/v1',
  critical: [],
  ext: {},
  paperId: '44770d9c831178b4652c206afafcc8c6',
  created: '2026-03-04T05:06:07Z',
  tool: { name: 'datadeed', version: '0.3.0' },
  issuer: BUYER,
  manifestSha256: SELLER.fingerprint,
  deedId: 'fd0406e863f65fc6cff284d6ec787ff2',
  dealId: '2026-17',
  seller: SELLER,
  verdicts: { complete: 'yes', valid: 'yes', authentic: 'yes', fresh: 'not checked', restorable: 'no' },
  tables: [
    {
      table: 0,
      name: '会员',
      compartments: [
        { name: 'identity', columns: 2, rows: 1_234_567, proof: 'ab'.repeat(32) },
        { name: 'minors', columns: 1, rows: 1_234_567, proof: 'cd'.repeat(32) },
      ],
    },
  ],
  closed: ['financial'],
  summed: 'deed',
  controlTotals: [
    { table: '会员', column: '余额', answer: 'differ' },
    { table: '会员', column: HOSTILE, answer: 'agree' },
  ],
  figures: 'U0VDUkVULUZJR1VSRVM=',
  state: 'with-exceptions',
  exceptions: [`the balances are old ${HOSTILE}`],
  environment: { node: 'v24.6.0', platform: 'linux-x64' },
  ledgerHead: '4:ee36ab91d2c7066f',
}

const REPORT: VerifyReport = {
  deed: '/somewhere/a.deed',
  deedId: RECEIPT.deedId,
  manifestSha256: RECEIPT.manifestSha256,
  series: null,
  sequence: null,
  dealId: HOSTILE,
  created: '2026-03-04T05:06:07Z',
  addressees: [BUYER],
  held: [{ ...BUYER, name: HOSTILE }],
  rotated: null,
  escrow: { threshold: 2, holders: [BUYER, { ...SELLER, name: HOSTILE }] },
  seller: SELLER,
  verdicts: RECEIPT.verdicts,
  notes: ['fresh: no ledger'],
  failures: [{ verdict: 'restorable', code: 'DAMAGED', sentence: `block ${HOSTILE}`, hints: [] }],
  tables: [
    {
      name: '会员',
      rows: 3,
      columns: 4,
      changed: [],
      compartments: [
        { name: 'identity', columns: 2 },
        { name: 'contact', columns: 1 },
        { name: 'financial', columns: 1 },
      ],
    },
  ],
  compartments: [
    { name: 'identity', readers: [], opened: true },
    { name: 'contact', readers: [], opened: false },
    { name: 'financial', readers: [], opened: null },
  ],
  controlTotals: [{ table: '会员', column: '余额', answer: 'agree' }],
  bytes: 1,
  seconds: 1,
  exit: 5,
}

const digitsOf = fingerprintDigits
const tool = { name: 'datadeed', version: '0.3.0' }
const receiptPage = () => renderReceiptPage({ receipt: RECEIPT, digitsOf })
const verifiedPage = (report = REPORT) =>
  renderVerifiedPage({ report, file: 'a.deed', reader: null, at: '2026-03-04T05:06:07Z', tool, digitsOf })

afterEach(() => setLanguage('en'))
afterAll(() => browser[Symbol.asyncDispose]())

describe('the pages of a verification and of a receipt', () => {
  it('say who, to whom, what and when, with fingerprints as they are read over the telephone', () => {
    for (const page of [receiptPage(), verifiedPage()]) {
      for (const text of [
        DIGITS,
        SELLER.fingerprint,
        RECEIPT.deedId,
        '2026-03-04 05:06:07 UTC',
        '加喜门店',
      ]) {
        expect(page).toContain(text)
      }
    }
    expect(receiptPage()).toContain('1,234,567')
    expect(verifiedPage()).not.toContain('/somewhere')
  })

  it('say "not checked" as plainly as "no", in both languages', () => {
    const looks = (page: string) =>
      Array.from(
        page.matchAll(/<span class="answer (\w+)">([^<]+)<\/span>/g),
        ([, look, word]) => `${look} ${word}`,
      )
    expect(looks(receiptPage())).toEqual([
      ...['yes yes', 'yes yes', 'yes yes', 'open NOT CHECKED', 'no NO', 'no DIFFERS', 'yes agrees'],
    ])
    expect(looks(verifiedPage()).slice(5)).toEqual(['open NOT CHECKED', 'yes agrees'])
    setLanguage('zh-CN')
    expect(looks(receiptPage()).slice(3, 5)).toEqual(['open 未检查', 'no 否'])
  })

  it('believe nothing of a deed that this seller has not signed', () => {
    const nothing = { deedId: null, manifestSha256: null, dealId: null, created: null, seller: null }
    const page = verifiedPage({
      ...REPORT,
      ...nothing,
      addressees: [],
      tables: [],
      compartments: [],
      controlTotals: [],
    })
    expect(page).toContain('not known: the signature does not hold')
    expect(page).not.toContain('What the deed holds')
  })

  it('show neither the sums for the seller nor a proof', () => {
    expect(receiptPage()).not.toMatch(/U0VDUkVU|abab|cdcd/)
  })

  for (const [width, language, render] of [
    [360, 'zh-CN', receiptPage],
    [1280, 'en', verifiedPage],
  ] as const) {
    itInBrowser(`fit ${width} pixels, can be read, run and fetch nothing (${language})`, async (program) => {
      setLanguage(language)
      await expectReadable(browser, program, { markup: render(), width })
    })
  }
})
