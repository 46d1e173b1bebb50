import { describe, expect, it } from 'vitest'
import { readHeaders } from '../../src/classify/headers/index.ts'

const typesOf = (...headers: readonly string[]) => readHeaders(headers).map(({ entries }) => entries[0]?.type)

describe('a header whose head only carries something', () => {
  it.each([
    ['传真号码', 'phone'],
    ['VIN码', 'vin'],
    ['专管业务员名称', 'person-name'],
    ['过敏情况说明', 'health-data'],
    ['分娩方式', 'health-data'],
    ['疾病编码', 'health-data'],
    ['出生年份', 'birth-date'],
    ['人脸照片文件名', 'photo-url'],
    ['Skype ID', 'social-account'],
    ['passport no.', 'passport'],
    ['caste_category', 'ethnicity'],
    ['Diagnosis Notes', 'health-data'],
    ['Order #', 'order-id'],
    ['# Visits', 'quantity'],
  ])('is read by what it carries: %s is %s', (header, type) => {
    expect(typesOf(header)).toEqual([type])
  })

  it.each([
    ['手机号状态', 'category'],
    ['证件类型', 'category'],
    ['phone_verified', 'boolean'],
    ['Email Domain', 'category'],
    ['payment_method', 'category'],
  ])('is not, where the head says enough: %s is %s', (header, type) => {
    expect(typesOf(header)).toEqual([type])
  })

  it('numbers a customer, and does not name them', () => {
    expect(typesOf('外部联系人ID', 'Attendee #')).toEqual(['customer-id', 'customer-id'])
  })
})

describe('a header of a form', () => {
  it.each([
    ['7、您是从哪里知道我们的？', 'category'],
    ['6.奖品寄到哪里（省市区+详细地址）', 'postal-address'],
    ['4、接送人与孩子的关系', 'category'],
    ['忌口/偏好', 'free-text'],
    ['体检是否合格', 'health-data'],
  ])('is read by what it asks: %s is %s', (header, type) => {
    expect(typesOf(header)).toEqual([type])
  })
})

describe('words of one subject', () => {
  it.each([
    ['产后EPDS评分', 'health-data'],
    ['Barthel Index', 'health-data'],
    ['要介護度', 'health-data'],
    ['장기요양등급', 'health-data'],
    ['Pflegestufe', 'health-data'],
    ['Fecha cirugía', 'health-data'],
    ['退休金', 'income'],
    ['Rentenhöhe', 'income'],
    ['Размер пенсии', 'income'],
    ['Emekli maaşı', 'income'],
    ['Lương hưu', 'income'],
    ['Mezhep', 'religion'],
    ['Związek zawodowy', 'religion'],
    ['خط العرض', 'geo-coordinates'],
    ['Kode OTP', 'password'],
    ['Fumante', 'health-data'],
    ['Einkommensstufe', 'income'],
    ['低保金额', 'income'],
  ])('are known in every language that has a list: %s is %s', (header, type) => {
    expect(typesOf(header)).toEqual([type])
  })

  it.each([
    ['病历编号', 'medical-id'],
    ['护理级别', 'health-data'],
    ['会员号码', 'member-no'],
  ])('are known by endings that say the same: %s is %s', (header, type) => {
    expect(typesOf(header)).toEqual([type])
  })

  it('are guessed by what words about illness are made of, where no list knows them', () => {
    expect(typesOf('Uso anticoagulante', 'Schilddrüse hypertroph', '糖尿の疑い')).toEqual(
      Array(3).fill('health-data'),
    )
    expect(typesOf('Allergy insurance company')).not.toEqual(['health-data'])
  })

  it('keep numbers of things from being numbers of somebody', () => {
    for (const reading of readHeaders(['床位号', '挂衣号', '接龙号', '水洗码'])) {
      expect(reading).toMatchObject({ unknown: false, entries: [{ type: 'code' }] })
    }
  })
})

describe('words of languages that decline, join or write without spaces', () => {
  it('are known in any case and number', () => {
    expect(typesOf('Номер дисконтной карты')).toEqual(['member-no'])
    expect(typesOf('Skin Concern', 'Medical Condition')).toEqual(['health-data', 'health-data'])
  })

  it('are known with and without an article, in letters that are written either way', () => {
    expect(typesOf('رقم الهوية', 'تاریخ تولد')).toEqual(['national-id', 'birth-date'])
  })

  it('are found inside a Thai header', () => {
    expect(typesOf('เบอร์โทรศัพท์มือถือ', 'โรคประจำตัวของผู้ป่วย')).toEqual(['mobile', 'health-data'])
  })

  it('are not joined across single letters', () => {
    expect(typesOf('Ime i prezime')).toEqual(['person-name'])
  })

  it('are Pinyin only where the table writes no words', () => {
    const expected = { xm: 'person-name', sjh: 'mobile', sfzh: 'national-id', dz: 'postal-address' }
    const readings = readHeaders(Object.keys(expected))
    for (const [index, type] of Object.values(expected).entries()) {
      expect(readings[index]).toMatchObject({ initials: true })
      expect(readings[index]?.entries.map((entry) => entry.type)).toContain(type)
    }
    expect(typesOf('CPR-nr.', 'Fornavn', 'Efternavn', 'Postnr.')[0]).toBe('national-id')
  })
})

describe('languages of a few dozen words', () => {
  it.each([
    [
      ['Прізвище', "Ім'я", 'Дата народження', 'Діагноз', 'Номер телефону'],
      ['family-name', 'given-name', 'birth-date', 'health-data', 'phone'],
    ],
    [
      ['Три имена', 'ЕГН', 'Адрес за доставка', 'Заплата'],
      ['person-name', 'national-id', 'postal-address', 'income'],
    ],
    [
      ['Meno', 'Priezvisko', 'Rodné číslo', 'Číslo účtu'],
      ['given-name', 'family-name', 'national-id', 'bank-account'],
    ],
    [
      ['Ime in priimek', 'Datum rojstva', 'EMŠO', 'Opombe'],
      ['person-name', 'birth-date', 'national-id', 'free-text'],
    ],
    [
      ['Vardas', 'Pavardė', 'Asmens kodas', 'Atlyginimas'],
      ['given-name', 'family-name', 'national-id', 'income'],
    ],
    [
      ['Vārds', 'Uzvārds', 'Personas kods', 'Slimības'],
      ['given-name', 'family-name', 'national-id', 'health-data'],
    ],
    [
      ['Eesnimi', 'Perekonnanimi', 'Isikukood', 'Palk'],
      ['given-name', 'family-name', 'national-id', 'income'],
    ],
  ])('are read: %s', (headers, types) => {
    expect(typesOf(...headers)).toEqual(types)
  })
})

describe('the short forms of databases', () => {
  it.each([
    ['cust_first_nm', 'given-name'],
    ['mbr_no', 'member-no'],
    ['pat_id', 'medical-id'],
    ['annual_sal', 'income'],
    ['emerg_contact_ph', 'phone'],
    ['Loyalty #', 'member-no'],
    ['DoB', 'birth-date'],
    ['Credit Card Last 4', 'card-last4'],
    ['Phone 2', 'phone'],
  ])('are written out: %s is %s', (header, type) => {
    expect(typesOf(header)).toEqual([type])
  })
})

describe('units in which bodies are measured', () => {
  it.each(['ALT (U/L)', 'GLU mmol/L', '收缩值(mmHg)', 'Ferritin [ng/mL]'])(
    'make %s health data',
    (header) => {
      expect(typesOf(header)).toEqual(['health-data'])
    },
  )

  it('are no units of what is sold', () => {
    expect(typesOf('Net (ml)', 'Preis (€/kg)')).not.toContain('health-data')
  })
})
