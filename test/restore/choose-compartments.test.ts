import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { party, policy, refusal, restore, seal, useFolder } from '../hostile/make-deed.ts'

describe('a restore of some compartments', () => {
  const folder = useFolder()
  const lines = [
    'compartments: {special: {readers: [advisor]}}',
    'columns: {t: {id: {compartment: general}, phone: {compartment: contact}, illness: {compartment: special}}}',
  ]

  it('gives their columns and the row number to join on, and refuses names that do not open', async () => {
    const path = folder().write('t.csv', 'id,phone,illness\n7,13800138000,none\n8,,"a,b"\n')
    const advisor = (await party('advisor')).card
    const deed = folder().at('a.deed')
    await seal(deed, [{ path, encoding: 'utf-8' }], { policy: policy(...lines), trusted: [advisor] })
    const only = (...compartments: string[]) => restore(deed, folder().at('out'), { compartments })
    const unknown = await refusal(() => only('contact', 'no-such'))
    expect([unknown.code, unknown.message]).toEqual([
      'USAGE',
      'this deed has no compartment no-such; there are: contact, special, general',
    ])
    expect((await refusal(() => only('contact', 'special'))).code).toBe('NO_KEY')
    expect(folder().snapshot().join()).not.toContain('out')
    const { tables, opened, closed, leftOut } = await only('contact')
    expect({ opened, closed, leftOut }).toEqual({
      opened: ['contact'],
      closed: ['special'],
      leftOut: ['general'],
    })
    expect(tables[0]?.missing).toEqual([
      { name: 'id', because: 'left-out' },
      { name: 'illness', because: 'closed' },
    ])
    expect(readFileSync(folder().at('out', 't.csv'), 'utf8')).toBe('datadeed_row,phone\n1,13800138000\n2,\n')
  })
})
