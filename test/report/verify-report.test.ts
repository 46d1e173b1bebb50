import { describe, expect, it } from 'vitest'
import { buildDocument, renderRestored, renderVerified } from '../../src/report/index.ts'
import type { VerifyReport } from '../../src/verify/index.ts'

const REPORT: VerifyReport = {
  deed: 'a.deed',
  deedId: null,
  manifestSha256: null,
  series: null,
  sequence: null,
  dealId: null,
  created: null,
  addressees: [],
  held: [],
  rotated: null,
  escrow: null,
  controlTotals: [],
  seller: null,
  verdicts: {
    complete: 'no',
    valid: 'yes',
    authentic: 'yes',
    fresh: 'not checked',
    restorable: 'not checked',
  },
  notes: ['no ledger'],
  failures: [
    { verdict: 'complete', code: 'DAMAGED', sentence: 'block 3 is not as it was sealed', hints: [] },
    { verdict: 'complete', code: 'DAMAGED', sentence: 'block 9 \u001b[2J', hints: [] },
  ],
  tables: [{ name: '会员', rows: 600, columns: 9, changed: [], compartments: [] }],
  compartments: [],
  bytes: 2048,
  seconds: 0.24,
  exit: 5,
}

describe('a verification', () => {
  it('shows five verdicts, every failure and what was not checked', () => {
    expect(renderVerified(REPORT)).toBe(
      [
        'NOT VERIFIED: a.deed did not pass, 2 failures',
        '  table "会员": 600 rows, 9 columns',
        '',
        '  complete    NO           whether everything that was sealed is here, and nothing else',
        '  valid       yes          whether it is built as a deed must be',
        '  authentic   yes          whether this seller signed it',
        '  fresh       not checked  whether it is the newest of its series and has not expired',
        '  restorable  not checked  whether this key opens every block meant for it, each as it was sealed',
        '',
        'failures:',
        '  - complete (DAMAGED): block 3 is not as it was sealed',
        '  - complete (DAMAGED): block 9 \ufffd[2J',
        '',
        'not checked, because:',
        '  - no ledger',
        '',
      ].join('\n'),
    )
  })

  it('is one document with facts and error together', () => {
    const error = { code: 'DAMAGED', exit: 5, message: 'm', hints: [] }
    const text = buildDocument({ ...REPORT }, error)
    expect(text.trimEnd()).not.toContain('\n')
    expect(JSON.parse(text)).toMatchObject({
      schemaVersion: 1,
      ok: false,
      error,
      verdicts: { complete: 'no' },
    })
  })
})

describe('a restore', () => {
  it('names what the key does not open, and what a CSV cannot say', () => {
    const text = renderRestored({
      deed: 'a.deed',
      deedId: '00',
      output: 'restored',
      tables: [
        {
          name: '会员',
          file: '会员.csv',
          rows: 600,
          bytes: 4096,
          fidelity: 'cell-exact',
          columns: 2,
          changed: [],
          neutralised: [],
          format: 'csv',
          kindsLost: true,
          missing: [
            { name: '手机号', because: 'closed' },
            { name: '备注', because: 'dropped' },
          ],
        },
      ],
      absent: ['orders'],
      pseudonymKeys: [],
      opened: ['general'],
      lasting: true,
      leftovers: [],
      closed: ['contact'],
      leftOut: [],
      readBack: { bytes: 10, seconds: 1 },
      rows: 600,
      bytes: 4096,
      seconds: 1,
    })
    expect(text).toContain('not opened by this key: contact')
    expect(text).toContain('  - 会员.csv: a CSV does not say')
    expect(text).toContain('table "orders" is not here: none of its columns was opened')
    expect(text).toContain('column "手机号" of table "会员" is not here: its compartment is not for this key')
    expect(text).toContain('column "备注" of table "会员" is not here: dropped by the policy before sealing')
  })
})
