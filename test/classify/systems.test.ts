import { describe, expect, it } from 'vitest'
import { readHeaders } from '../../src/classify/headers/index.ts'
import { type ColumnDecision, classifyTable } from '../../src/classify/index.ts'

const typesOf = (...headers: readonly string[]) => readHeaders(headers).map(({ entries }) => entries[0]?.type)
const ROWS = 60
const rows = (make: (row: number) => string) => Array.from({ length: ROWS }, (_, row) => make(row))

function decide(columns: Readonly<Record<string, readonly string[]>>): ColumnDecision[] {
  const samples = Object.entries(columns).map(([name, values], index) => ({
    index,
    name,
    values,
    rows: ROWS,
  }))
  return classifyTable({ name: 't', columns: samples })
}

function typesIn(columns: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(decide(columns).map(({ header, type }) => [header, type]))
}

describe('the short names of a system', () => {
  it('are read where several of them stand together, also behind the name of their table', () => {
    const expected = ['family-name', 'marital-status', 'bank-code', 'income']
    expect(typesOf('NACHN', 'FAMST', 'BANKL', 'ANSAL')).toEqual(expected)
    expect(typesOf('P0002-NACHN', 'P0002-FAMST', 'P0009-BANKL', 'P0008-ANSAL')).toEqual(expected)
  })

  it('say nothing alone, and nothing of one system in a table of another', () => {
    expect(typesOf('NACHN', 'Amount', 'Colour')[0]).toBeUndefined()
    expect(typesOf('PatNum', 'WirelessPhone', 'PriProv', 'ANSAL')[3]).toBeUndefined()
  })
})

describe('initials of Chinese words', () => {
  const cells = rows((row) => `X${row % 7}`)
  const headers = ['FBL', 'GKL', 'TST', 'WDA']

  it('are none at the end of abbreviations in a table without anything Chinese', () => {
    const columns = Object.fromEntries(headers.map((header) => [header, cells]))
    expect(Object.values(typesIn(columns))).toEqual(Array(4).fill('category'))
  })
})

describe('a word', () => {
  it('of a card in Vietnamese is more than the article of English', () => {
    expect(typesOf('Mã thẻ', 'MaLo-Nummer')).toEqual(['member-no', 'code'])
  })

  it('that is English everywhere stands where the language of the table puts it', () => {
    expect(
      typesOf(
        'Prénom',
        'Adresse',
        'Ville',
        'Code postal',
        'Date de naissance',
        'Téléphone',
        'GPS domicile',
      )[6],
    ).toBe('geo-coordinates')
  })

  it('for what an hour costs is a price where the row is a contract, and pay where somebody works', () => {
    const rates = rows((row) => `${20 + (row % 9)},50`)
    const names = rows(
      (row) => `${['Anna', 'Paul', 'Julie', 'Marc'][row % 4]} ${['Petit', 'Roux', 'Blanc'][row % 3]}`,
    )
    expect(
      typesIn({ Client: names, Contrat: rows((row) => `C-${row}`), 'Taux horaire': rates })['Taux horaire'],
    ).toBe('amount')
    expect(
      typesIn({
        Salarié: names,
        Embauche: rows((row) => `2020-01-${10 + (row % 15)}`),
        'Taux horaire': rates,
      })['Taux horaire'],
    ).toBe('income')
  })
})

describe('a table of animals', () => {
  const animals = {
    宠主姓名: rows((row) => `${'王李张刘'[row % 4]}${'秀志建'[row % 3]}${'兰强华'[row % 3]}`),
    宠主手机: rows((row) => `138${10_000_000 + row * 7919}`),
    宠物昵称: rows((row) => ['豆豆', '米粒', '可乐'][row % 3] ?? ''),
    品种: rows((row) => ['柯基', '英短'][row % 2] ?? ''),
    宠物生日: rows((row) => `20${10 + (row % 12)}-03-${10 + (row % 15)}`),
    '体重(kg)': rows((row) => `${2 + (row % 9)}.5`),
    过敏史: rows((row) => ['青霉素', '无', '花粉'][row % 3] ?? ''),
  }

  it('hides who keeps them, and what may be about a person, but not what only an animal is asked', () => {
    const decisions = decide(animals)
    const open = decisions.filter(({ sensitive }) => !sensitive).map(({ header }) => header)
    expect(open).toEqual(['宠物昵称', '品种', '宠物生日', '体重(kg)'])
    const told = decisions.filter(({ reasons }) => reasons.some(({ code }) => code === 'animal'))
    expect(told.map(({ header }) => header)).toEqual(['宠物昵称', '宠物生日', '体重(kg)'])
  })

  it('opens no allergy to animals, and nobody who is called about one', () => {
    const columns = {
      ...animals,
      宠物过敏: rows((row) => ['是', '否'][row % 2] ?? ''),
      'Pet allergies': rows((row) => ['cats', 'none'][row % 2] ?? ''),
      'Pet emergency contact': rows(
        (row) => `${['Anna', 'Paul'][row % 2]} ${['Petit', 'Roux', 'Blanc'][row % 3]}`,
      ),
    }
    const closed = decide(columns)
      .filter(({ sensitive }) => sensitive)
      .map(({ header }) => header)
    expect(closed).toEqual([
      '宠主姓名',
      '宠主手机',
      '过敏史',
      '宠物过敏',
      'Pet allergies',
      'Pet emergency contact',
    ])
  })

  it('is none where people are weighed', () => {
    const people = {
      姓名: animals.宠主姓名,
      手机: animals.宠主手机,
      性别: rows((row) => '男女'[row % 2] ?? ''),
      '体重(kg)': animals['体重(kg)'],
    }
    expect(typesIn(people)['体重(kg)']).toBe('health-data')
  })
})

describe('a code or a number', () => {
  it('of a trait tells the trait', () => {
    expect(typesOf('sex_cd', 'race_cd', 'marital_code', '民族代码')).toEqual([
      'gender',
      'ethnicity',
      'marital-status',
      'ethnicity',
    ])
  })

  it('of enrolment is a plate only where there are cars', () => {
    const numbers = rows((row) => `2025/${1040 + row}`)
    expect(typesIn({ Alumno: rows(() => 'Gil'), 'Nº matrícula': numbers })['Nº matrícula']).toBe('member-no')
    expect(typesIn({ Marca: rows(() => 'Seat'), 'Nº matrícula': numbers })['Nº matrícula']).toBe(
      'plate-number',
    )
  })
})

describe('cells', () => {
  it('of remarks are personal by a number as a country writes it within, however well the header is known', () => {
    const remarks = rows((row) => (row === 20 ? '改送隔壁，聯絡管理員0912345678' : '請附提袋'))
    expect(typesIn({ 訂單備註: remarks })).toEqual({ 訂單備註: 'free-text-pii' })
    expect(typesIn({ 訂單備註: rows((row) => (row === 20 ? '併入訂單A0912345678' : '請附提袋')) })).toEqual({
      訂單備註: 'free-text',
    })
  })

  it.each([
    ['車検満了日', (row: number) => `R${5 + (row % 3)}/${1 + (row % 12)}/${10 + (row % 9)}`],
    ['初度登録年月', (row: number) => `H${20 + (row % 9)}.0${1 + (row % 9)}`],
    ['납부월', (row: number) => `202${row % 5}년 ${1 + (row % 12)}월`],
    ['Fecha de pago', (row: number) => `${10 + (row % 15)}-Sep-202${row % 5}`],
    ['Month', (row: number) => `0${1 + (row % 9)}/202${row % 5}`],
    ['ENDE', () => '9999-12-31'],
  ])('are days and months in the writing of their country: %s', (header, make) => {
    expect(typesIn({ [header]: rows(make) })).toEqual({ [header]: 'date' })
  })

  it('of diagnoses are no days of an era', () => {
    expect(
      typesIn({ col: rows((row) => `${'HSMTR'[row % 5]}${20 + (row % 9)}.${1 + (row % 9)}`) }).col,
    ).not.toBe('date')
  })

  it.each([
    ['登録番号', '川越 500 ふ 90-36', '品川 330 さ ・・12'],
    ['비고1', '12가 3456', '서울 34나 5678'],
  ])('are plates of vehicles in Japan and Korea: %s', (header, one, other) => {
    expect(typesIn({ [header]: rows((row) => (row % 2 === 0 ? one : other)) })).toEqual({
      [header]: 'plate-number',
    })
  })
})
