import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isCreditCode,
  isOldResidentId,
  isResidentId,
  looksLikeCreditCode,
} from '../../src/classify/checks/chinese.ts'
import { isDay, passesGtin, passesLuhn, passesMod1110, remainder } from '../../src/classify/checks/digits.ts'
import { isNationalId, looksLikeNationalId } from '../../src/classify/checks/national.ts'

describe('check digits', () => {
  it('knows the resident ID of GB 11643-1999 and refuses every other check character', () => {
    for (const check of '0123456789X') expect(isResidentId(`11010519491231002${check}`)).toBe(check === 'X')
    expect(isResidentId('11010519491231002x')).toBe(true)
    expect(isResidentId('110105194902310026')).toBe(false)
    expect(isResidentId('201105194912310026')).toBe(false)
  })

  it('finds any single wrong digit of a resident ID', () => {
    const id = '330102197710282716'
    expect(isResidentId(id)).toBe(true)
    fc.assert(
      fc.property(fc.nat(17), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digit = (Number(id[at]) + by) % 10
        expect(isResidentId(id.slice(0, at) + digit + id.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('reads the old resident ID by its date', () => {
    expect(isOldResidentId('110105491231002')).toBe(true)
    expect(isOldResidentId('110105491331002')).toBe(false)
  })

  it('knows the credit code of GB 32100-2015', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true)
    expect(isCreditCode('91350100M000100Y44')).toBe(false)
    expect(looksLikeCreditCode('91350100M000100Y44')).toBe(true)
    expect(looksLikeCreditCode('330102197710282716')).toBe(false)
  })

  it('knows Luhn, GTIN, MOD 97 and MOD 11,10 by published examples', () => {
    expect(passesLuhn('79927398713')).toBe(true)
    expect(passesLuhn('79927398710')).toBe(false)
    expect(passesGtin('4006381333931')).toBe(true)
    expect(passesGtin('4006381333932')).toBe(false)
    expect(remainder('3214282912345698765432161182', 97)).toBe(1)
    expect(passesMod1110('136695976')).toBe(true)
    expect(passesMod1110('136695977')).toBe(false)
  })

  it('knows leap days', () => {
    expect(isDay('20240229', 1900, 2100)).toBe(true)
    expect(isDay('20230229', 1900, 2100)).toBe(false)
  })

  it.each([
    '529.982.247-25',
    '12345678Z',
    'X1234567L',
    'RSSMRA85T10A562S',
    'A123456789',
    'A123456(3)',
    'S1234567D',
  ])('confirms %s', (id) => {
    expect(isNationalId(id)).toBe(true)
  })

  it.each([
    '529.982.247-26',
    '12345678A',
    'RSSMRA85T10A562T',
    'A123456788',
    'A123456(4)',
    'S1234567A',
    '111.111.111-11',
    '',
  ])('does not confirm %s', (id) => {
    expect(isNationalId(id)).toBe(false)
  })

  it('knows forms without check digits', () => {
    expect(looksLikeNationalId('900101-1234567')).toBe(true)
    expect(looksLikeNationalId('901301-1234567')).toBe(false)
    expect(looksLikeNationalId('123-45-6789')).toBe(true)
    expect(looksLikeNationalId('000-45-6789')).toBe(false)
  })
})
