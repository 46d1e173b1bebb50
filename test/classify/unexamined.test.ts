import { describe, expect, it } from 'vitest'
import { type ColumnDecision, classifyTable, countUnexamined } from '../../src/classify/index.ts'
import { previewSeal } from '../../src/seal/index.ts'
import { codeOf, listAll, policy, seal, sealRequest, useFolder } from '../hostile/make-deed.ts'

function decide(header: string, values: readonly string[], rows = values.length): ColumnDecision {
  const [decision] = classifyTable({ name: 't', columns: [{ index: 0, name: header, values, rows }] })
  if (decision === undefined) throw new RangeError('a column without a decision')
  return decision
}

const texts = (count: number) => Array.from({ length: count }, (_, row) => `请按流程办理第${row}件`)

describe('what was not examined of a column', () => {
  it.each([
    [1999, 0],
    [2000, 0],
    [2001, 1],
    [9000, 1],
  ])('counts a cell of %i characters: %i', (length, inPart) => {
    const { examined } = decide('说明', ['好', 'a'.repeat(length)])
    expect(examined.inPart).toBe(inPart)
    expect(countUnexamined(examined)).toBe(inPart)
  })

  it('sees what stands in the last character that is read', () => {
    const text = (length: number) => `${'字'.repeat(length - 3)}糖尿病`
    const { type } = decide('说明', [...texts(20), text(2000)])
    expect(type).toBe('free-text-pii')
    expect(decide('说明', [...texts(20), text(2003)]).type).toBe('free-text')
  })

  it('counts cells with characters that could not be decoded', () => {
    const { examined } = decide('说明', ['好', '\ufffd\ufffd', `x${'\ufffd'}`])
    expect(examined.undecodable).toBe(2)
    expect(countUnexamined(examined)).toBe(2)
  })

  it('counts the rows outside the sample where only the detectors would see a name: in open texts', () => {
    expect(decide('说明', texts(100), 5000).examined).toMatchObject({ sampled: 100, unseen: 4900 })
    expect(
      decide(
        '状态',
        texts(100).map((_, row) => (row % 2 === 0 ? '已办' : '待办')),
        5000,
      ).examined.unseen,
    ).toBe(0)
    expect(
      decide(
        '金额',
        texts(100).map((_, row) => `${row}.50`),
        5000,
      ).examined.unseen,
    ).toBe(0)
    const guarded = texts(100).map((text, row) => `${text}，电话1381234${1000 + row}`)
    expect(decide('说明', guarded, 5000).examined.unseen).toBe(0)
  })
})

describe('sealing with --fail-on-unexamined', () => {
  const folder = useFolder()
  const long = `编号,说明\n1,${'长'.repeat(3000)}\n2,好\n`
  const refused = { failOnUnexamined: true }

  it('refuses a cell that was looked at only in part, and leaves no deed', async () => {
    const path = folder().write('t.csv', long)
    const deed = folder().at('a.deed')
    expect(await codeOf(() => seal(deed, [{ path }], refused))).toBe('RULE')
    const request = await sealRequest(deed, [{ path }], refused)
    expect(await codeOf(() => previewSeal(request))).toBe('RULE')
    expect(listAll(folder().path)).toEqual([path])
  })

  it('goes through where all cells were examined, where the flag is not given, and where a policy decides', async () => {
    const path = folder().write('t.csv', long)
    const short = folder().write('s.csv', '编号,说明\n1,好\n')
    const decided = policy('columns: { t: { 编号: {}, 说明: { compartment: identity } } }')
    await seal(folder().at('a.deed'), [{ path: short }], refused)
    await seal(folder().at('b.deed'), [{ path }])
    await seal(folder().at('c.deed'), [{ path }], { ...refused, policy: decided })
    expect(listAll(folder().path).filter((file) => file.endsWith('.deed'))).toHaveLength(3)
  })
})
