import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COLUMN_TYPES,
  type ColumnDecision,
  classifyTable,
  createScanCounts,
  explainReason,
  OPEN_COMPARTMENTS,
} from '../../src/classify/index.ts'
import { setLanguage } from '../../src/messages/index.ts'

const MOBILES = Array.from(
  { length: 60 },
  (_, row) => `1${['38', '59', '86', '77'][row % 4]}${String(10_000_000 + row * 7919)}`,
)

function classify(
  columns: Readonly<Record<string, readonly string[]>>,
  name = 'table',
): Record<string, ColumnDecision> {
  const samples = Object.entries(columns).map(([header, values], index) => ({
    index,
    name: header,
    values,
    rows: values.length,
  }))
  return Object.fromEntries(
    classifyTable({ name, columns: samples }).map((decision) => [decision.header, decision]),
  )
}

const repeat = (values: readonly string[], rows = 60) =>
  Array.from({ length: rows }, (_, row) => values[row % values.length] ?? '')
const typeOf = (header: string, values: readonly string[]) => classify({ [header]: values })[header]?.type

describe('a column', () => {
  it('that holds mobile numbers is contact data, whatever its header says', () => {
    for (const header of ['备注1', '编号', 'col3', 'Unnamed: 3', '金额', '姓名', 'id']) {
      expect(classify({ [header]: MOBILES })[header]).toMatchObject({
        type: 'mobile',
        compartment: 'contact',
        sensitive: true,
      })
    }
  })

  it('is refined by its header where both agree', () => {
    expect(typeOf('支付宝账号', MOBILES)).toBe('payment-account')
    expect(typeOf('联系电话', MOBILES)).toBe('mobile')
    expect(typeOf('客服电话', repeat(['0571-85550123', '400-623-6890']))).toBe('business-phone')
  })

  it.each([
    ['phone_verified', ['1', '0'], 'boolean'],
    ['手机号状态', ['正常', '停机'], 'category'],
    ['身份证类型', ['居民身份证', '护照'], 'category'],
    ['ACADEMIC_YEAR_CODE', ['2024', '2025'], 'code'],
    ['email_count', ['1', '2', '3'], 'quantity'],
    ['payment_method', ['Credit card', 'PayPal'], 'category'],
    ['是否绑定手机', ['是', '否'], 'boolean'],
    ['password_updated_at', ['2024-01-02 10:00:00', '2024-02-02 11:00:00'], 'date'],
  ])('named %s is not what a word in its header says', (header, values, type) => {
    expect(classify({ [header]: repeat(values) })[header]).toMatchObject({ type, sensitive: false })
  })

  it('of masked or ruined numbers goes by its header', () => {
    expect(typeOf('手机', repeat(['138****1234', '159****0000']))).toBe('mobile')
    expect(typeOf('手机', repeat(['1.38E+10', '1.59E+10']))).toBe('mobile')
    expect(typeOf('身份证号', repeat(['330102********1234']))).toBe('national-id')
    expect(typeOf('姓名', repeat(['王*', '李**']))).toBe('person-name')
  })

  it('of text with a single telephone number is personal', () => {
    const remarks = [...repeat(['已沟通', '老客户'], 200), '请打13812345678']
    expect(classify({ 备注: remarks }).备注).toMatchObject({ type: 'free-text-pii', sensitive: true })
    expect(classify({ 备注: repeat(['已沟通', '老客户'], 200) }).备注).toMatchObject({
      type: 'free-text',
      sensitive: false,
    })
  })

  it('is personal if only the scan of all rows found something', () => {
    const scan = createScanCounts()
    scan.cells = 90_000
    scan.filled = 90_000
    scan.hits.mobile = 1
    const values = repeat(['已沟通', '老客户'])
    const [decision] = classifyTable({
      name: 't',
      columns: [{ index: 0, name: '备注', values, rows: 90_000, scan }],
    })
    expect(decision).toMatchObject({ type: 'free-text-pii', sensitive: true })
    expect(decision?.reasons).toContainEqual({ code: 'scan', what: 'mobile', cells: 1 })
    scan.passed = 1
    const [unsearched] = classifyTable({
      name: 't',
      columns: [{ index: 0, name: '备注', values, rows: 90_000, scan }],
    })
    const reason = { code: 'scan', what: 'mobile', cells: 1, atLeast: true } as const
    expect(unsearched?.reasons).toContainEqual(reason)
    expect(explainReason(reason)).toContain('at least 1 cell')
  })

  it('with nothing in it is empty and open', () => {
    expect(classify({ 身份证: repeat(['', '-', 'N/A', '无']) }).身份证).toMatchObject({
      type: 'empty',
      sensitive: false,
    })
    expect(classify({ 身份证: [] }).身份证).toMatchObject({ type: 'empty' })
  })

  it('that nobody can read is protected, and a person is asked', () => {
    const names = Array.from(
      { length: 60 },
      (_, row) =>
        `Вера ${String.fromCharCode(0x410 + (row % 32))}ётр ${row % 7 === 0 ? 'ий' : 'ов'}${'абвгдежзик'[row % 10]}`,
    )
    const decision = classify({ 'поле 7': names })['поле 7']
    expect(decision).toMatchObject({ sensitive: true })
    expect(decision?.confidence).toBeLessThan(0.6)
  })
})

describe('a table', () => {
  it('about children protects what identifies them, and leaves parents and teachers where they are', () => {
    const decided = classify({
      学员姓名: repeat(['王小明', '李思琪', '赵一鸣']),
      出生日期: repeat(['2016-03-04', '2017-05-06']),
      家长: repeat(['王刚', '李强']),
      家长手机: MOBILES,
      任课老师: repeat(['许静', '高老师']),
      年级: repeat(['一年级', '二年级']),
    })
    expect(decided.学员姓名).toMatchObject({ compartment: 'special', sensitive: true })
    expect(decided.出生日期).toMatchObject({ compartment: 'special', sensitive: true })
    expect(decided.家长).toMatchObject({ compartment: 'identity' })
    expect(decided.家长手机).toMatchObject({ compartment: 'contact' })
    expect(decided.任课老师).toMatchObject({ compartment: 'identity' })
  })

  it('of goods has no persons in it, however its goods are called', () => {
    const decided = classify({
      商品编码: Array.from({ length: 60 }, (_, row) => String(200_000 + row)),
      商品名称: repeat(['王守义十三香', '李宁', '张小泉', '周黑鸭']),
      零售价: repeat(['12.50', '8.00']),
      库存: repeat(['12', '250']),
      货号: MOBILES,
    })
    for (const decision of Object.values(decided)) expect(decision.sensitive).toBe(false)
  })

  it('of patients takes every score of something unknown for one of theirs, but not those of the business', () => {
    const decided = classify({
      姓名: repeat(['王丽华', '李建国', '张伟民', '陈思远', '周玉兰']),
      诊断: repeat(['高血压', '糖尿病', '脑梗后遗症']),
      用药: repeat(['硝苯地平', '二甲双胍']),
      手术日期: repeat(['2025-01-03', '2024-11-20', '2025-03-09']),
      衔舞得分: repeat(['12', '35', '7', '81']),
      衔舞级别: repeat(['一', '二', '三']),
      回访评分: repeat(['4', '5', '3']),
      会员等级: repeat(['金卡', '银卡']),
    })
    const types = Object.entries(decided).map(([header, { type }]) => [header, type])
    expect(Object.fromEntries(types)).toMatchObject({
      手术日期: 'health-data',
      衔舞得分: 'health-data',
      衔舞级别: 'health-data',
      回访评分: 'measure',
      会员等级: 'category',
    })
  })

  it('about people protects a yes or no to what nobody can read', () => {
    const people = { 姓名: repeat(['王丽华', '李建国', '张伟民']), 手机: MOBILES }
    expect(classify({ ...people, 衔舞柒: repeat(['是', '否']) }).衔舞柒).toMatchObject({
      compartment: 'identity',
      sensitive: true,
    })
    expect(classify({ ...people, 已发货: repeat(['是', '否']) }).已发货?.sensitive).toBe(false)
  })

  it('of pay takes every sum in it for a part of somebody’s', () => {
    const sums = (least: number) => Array.from({ length: 60 }, (_, row) => `${least + row * 7}.50`)
    const pay = { 姓名: repeat(['王丽华', '李建国', '张伟民']), 基本工资: sums(4000), 奖金: sums(500) }
    const of = (columns: Record<string, string[]>) => classify({ ...pay, ...columns }).柒捌金额?.type
    expect(of({ 实发工资: sums(4500), 柒捌金额: sums(100) })).toBe('income')
    expect(of({ 订单号: sums(4500), 柒捌金额: sums(100) })).toBe('amount')
  })

  it('of who is insured numbers its members as patients', () => {
    const members = {
      'Patient Name': repeat(['Anna Carter', 'John Miller', 'Mary Jones']),
      Diagnosis: repeat(['asthma', 'diabetes']),
      'Subscriber ID': repeat(['W204411873', 'W204419921', 'W204410034']),
    }
    const plain = repeat(['Aetna', 'Cigna'])
    expect(classify({ ...members, 'Insurance Carrier': plain })['Subscriber ID']?.type).toBe('medical-id')
    expect(classify({ ...members, Colour: plain })['Subscriber ID']?.type).toBe('customer-id')
  })

  it('of children protects the school and class of one in a single answer', () => {
    const decided = classify({
      孩子姓名: repeat(['王子涵', '李梓轩', '张一诺']),
      家长电话: MOBILES,
      '2、孩子在读学校及班级': repeat(['实验小学二(3)班', '新区一小三(1)班']),
    })
    expect(decided['2、孩子在读学校及班级']).toMatchObject({ compartment: 'special', sensitive: true })
  })

  it('in Pinyin initials is read as such', () => {
    const decided = classify({
      xm: repeat(['周婷', '孙刚', '吴秀英']),
      sjh: MOBILES,
      dz: repeat(['杭州市西湖区文三路12号3幢401室', '南京市鼓楼区中山路8号']),
      jf: repeat(['120', '3400']),
      bz: repeat(['', '老客户']),
    })
    expect(Object.values(decided).map(({ type }) => type)).toEqual([
      'person-name',
      'mobile',
      'postal-address',
      'points-balance',
      'free-text',
    ])
  })
})

describe('the classifier', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', '13812345678', '王*', '2024-01-02'),
  )
  const column = fc.record({
    name: fc.string({ unit: 'grapheme', maxLength: 20 }),
    values: fc.array(cell, { maxLength: 20 }),
  })

  it('decides every column of any table, and never opens one that it flags', () => {
    fc.assert(
      fc.property(fc.array(column, { maxLength: 6 }), (columns) => {
        const samples = columns.map(({ name, values }, index) => ({
          index,
          name,
          values,
          rows: values.length,
        }))
        const decisions = classifyTable({ name: 't', columns: samples })
        expect(decisions.map(({ index }) => index)).toEqual(samples.map(({ index }) => index))
        for (const { type, compartment, sensitive, confidence } of decisions) {
          expect(COLUMN_TYPES).toContain(type)
          if (sensitive) expect(OPEN_COMPARTMENTS).not.toContain(compartment)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
        expect(classifyTable({ name: 't', columns: samples })).toEqual(decisions)
      }),
      { numRuns: 200 },
    )
  })

  it('gives no cell away in a reason, in either language', () => {
    const secret = 'zq-canary-7731'
    const decisions = classifyTable({
      name: 't',
      columns: ['备注', 'name', 'x', '密码', 'phone'].map((name, index) => ({
        index,
        name,
        values: repeat([secret, `${secret} 13812345678`]),
        rows: 60,
      })),
    })
    for (const language of ['en', 'zh-CN'] as const) {
      setLanguage(language)
      for (const { reasons } of decisions)
        for (const reason of reasons) expect(explainReason(reason)).not.toContain('canary')
    }
    setLanguage('en')
    expect(JSON.stringify(decisions)).not.toContain('canary')
  })

  it('says how many cells it did not read to the end', () => {
    const long = 'a'.repeat(5000)
    const [decision] = classifyTable({
      name: 't',
      columns: [{ index: 0, name: 'note', values: [long, 'b', long], rows: 3 }],
    })
    expect(decision?.reasons).toContainEqual({ code: 'unexamined', cells: 2 })
  })

  it('reads every cell of a column as often, however many columns stand beside it', () => {
    const readsOf = (count: number): number => {
      let reads = 0
      const counting = (values: readonly string[]) =>
        new Proxy(values, {
          get: (target, key, receiver) => {
            if (typeof key === 'string' && /^\d+$/.test(key)) reads++
            return Reflect.get(target, key, receiver)
          },
        })
      const kinds = [MOBILES, repeat(['Anna', 'Paula', 'x']), repeat(['已办', '待办']), repeat(['1', '2.5'])]
      const columns = Array.from({ length: count }, (_, index) => ({
        index,
        name: `列 ${index}`,
        values: counting(kinds[index % kinds.length] ?? []),
        rows: 60,
      }))
      classifyTable({ name: 't', columns })
      return reads
    }
    const few = readsOf(40)
    expect(few).toBeGreaterThan(0)
    expect(readsOf(400)).toBe(10 * few)
  })

  it('takes about ten times as long for ten times as many columns', () => {
    const seconds = (count: number): number => {
      const columns = Array.from({ length: count }, (_, index) => ({
        index,
        name: `sutun ${index}`,
        values: ['evet', 'a', '2024-01-01', '+1 202-555-0123'],
        rows: 4,
      }))
      const before = process.cpuUsage()
      classifyTable({ name: 't', columns })
      return process.cpuUsage(before).user / 1e6
    }
    seconds(300)
    expect(seconds(3000)).toBeLessThan(20 * Math.max(seconds(300), 0.05))
  })

  it('reads near-misses of 50,000 characters and 5,000 columns in linear time', () => {
    const shapes = [
      'a'.repeat(50_000),
      'a.'.repeat(25_000),
      'a@'.repeat(25_000),
      '1'.repeat(50_000),
      '1-'.repeat(25_000),
      '1 '.repeat(25_000),
      '(1)'.repeat(16_000),
      '省'.repeat(50_000),
      'A a'.repeat(16_000),
      'http://'.repeat(7_000),
      `${'a'.repeat(49_999)}!`,
      '+1'.repeat(25_000),
      `${'1'.repeat(1999)}@`,
      'Aa '.repeat(16_000),
      '路'.repeat(25_000),
      '12:'.repeat(16_000),
      'x*'.repeat(25_000),
      '/a'.repeat(25_000),
    ]
    const start = performance.now()
    classifyTable({
      name: 't',
      columns: shapes.map((shape, index) => ({
        index,
        name: shape.slice(0, 300),
        values: repeat([shape], 20),
        rows: 20,
      })),
    })
    expect(performance.now() - start).toBeLessThan(3000)
    const wide = Array.from({ length: 5000 }, (_, index) => ({
      index,
      name: `col ${index}`,
      values: ['1', 'a', '2024-01-01'],
      rows: 3,
    }))
    classifyTable({ name: 't', columns: wide })
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
