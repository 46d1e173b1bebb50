import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { number, shared, workbook } from '../../../fixtures/xlsx/workbook.ts'
import { Desk } from '../../cli/run-cli.ts'
import { layOutKeys } from '../../hostile/command-line.ts'
import { reviewed, seal } from '../../hostile/make-deed.ts'
import { runMeasured } from '../../hostile/measured-run.ts'
import { runWords } from '../../inputs/run-words.ts'

const ROWS = 200_000
/** Another order of the rows: each of them once, as the step has no divisor in common with their number. */
const STEP = 77_777

describe('targets of every kind', () => {
  const desk = new Desk()
  afterAll(() => desk[Symbol.dispose]())
  const laidOut = layOutKeys(desk)
  const compareWords = async (deed: string, target: string, ...more: string[]) => [
    'compare',
    deed,
    desk.path(target),
    ...(await laidOut).verify('').slice(2),
    ...more,
  ]

  it(`are compared in bounded memory and time: ${ROWS} rows in another order, of which every tenth differs`, async () => {
    const row = (at: number, note: string): string => `${at},n${at % 977},${at * 7919},${note} ${at % 31}\n`
    const head = 'id,name,number,note\n'
    const numbers = Array.from({ length: ROWS }, (_, at) => at)
    const path = desk.path('t.csv')
    writeFileSync(path, head + numbers.map((at) => row(at, 'note')).join(''))
    const shuffled = numbers.map((at) => (at * STEP) % ROWS)
    writeFileSync(
      desk.path('other.csv'),
      head + shuffled.map((at) => row(at, at % 10 === 0 ? 'other' : 'note')).join(''),
    )
    const policy = reviewed({ t: ['id', 'name', 'number', 'note'] })
    await seal(desk.path('t.deed'), [{ path, encoding: 'utf-8' }], { policy })
    const words = await compareWords(desk.path('t.deed'), 'other.csv', '--table', 't=other.csv')
    expect(await runMeasured(desk, words)).toBe(5)
  })

  it('may be files without a header line, or workbooks, of which is said what they cannot tell', async () => {
    const [bare, sheet] = [desk.path('bare.csv'), desk.path('sheet.csv')]
    writeFileSync(bare, '1,a\n2,b\n3,c\n')
    writeFileSync(sheet, 'id,name\n1,""\n2,b\n3,\n')
    const deed = desk.path('kinds.deed')
    await seal(deed, [
      { path: bare, encoding: 'utf-8', header: false },
      { path: sheet, encoding: 'utf-8' },
    ])
    writeFileSync(desk.path('changed.csv'), '1,a\n2,x\n3,c\n')
    const changed = await runWords(
      desk,
      await compareWords(deed, 'changed.csv', '--table', 'bare=changed.csv'),
    )
    expect([changed.exit, changed.stdout.includes('row 2 (row 2 of the target) differs in column2')]).toEqual(
      [5, true],
    )
    const rows = [
      [shared(0), shared(1)],
      [number(1), null],
      [number(2), shared(2)],
      [number(3), null],
    ]
    writeFileSync(
      desk.path('sheet.xlsx'),
      workbook({
        sheets: [{ name: 'any', rows }],
        strings: ['id', 'name', 'b'].map((text) => `<t>${text}</t>`),
      }),
    )
    const { exit, stdout } = await runWords(desk, await compareWords(deed, 'sheet.xlsx'))
    expect([exit, stdout.includes('sheet: the same, cell for cell')]).toEqual([0, true])
    expect(stdout).toContain('a workbook does not know "" from an empty cell')
  })
})
