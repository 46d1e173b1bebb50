import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layOutKeys } from '../hostile/command-line.ts'
import { findLeaks } from '../hostile/leaks.ts'
import { DeskHere } from './desk-here.ts'

const MEMBERS = '会员号,手机号,生日\nM-0000001,13800138000,1988-05-03\nM-0000002,CANARY-13900139000,CANARY\n'
const GONE = ['13800138000', '13900139000', '1988-05-03', 'CANARY', 'M-0000001']

function policy(action = 'generalise'): string {
  return [
    'version: 1',
    'pseudonyms: { members: { key: keys/members.secret } }',
    'columns:',
    '  会员:',
    '    会员号: { type: member-no, action: pseudonymise, key: members }',
    '    手机号: { type: mobile, action: mask }',
    `    生日: { type: ${action === 'mask' ? 'religion' : 'birth-date'}, action: generalise }`,
    'drift: names',
  ].join('\n')
}

describe('actions on the command line', () => {
  it('mask, generalise and pseudonymise, say so at every step, and keep the key', async () => {
    using desk = new DeskHere()
    const words = await layOutKeys(desk)
    writeFileSync(desk.path('会员.csv'), MEMBERS)
    writeFileSync(desk.path('p.yaml'), policy('mask'))
    const under = ['--policy', desk.path('p.yaml')]
    const seal = (output: string, ...more: string[]) =>
      desk.run([...words.seal([desk.path('会员.csv')], desk.path(output)), ...under, ...more])

    const noFolder = await seal('a.deed')
    expect([noFolder.exit, desk.files().includes('a.deed')]).toEqual([10, false])
    writeFileSync(desk.path('p.yaml'), policy('mask').replace('keys/', ''))
    const refused = await seal('a.deed')
    expect(refused.exit).toBe(3)
    expect(refused.stderr).toContain('line 7: column "生日"')
    expect(refused.stderr).toContain('religion')

    writeFileSync(desk.path('p.yaml'), policy().replace('keys/', ''))
    const dry = await seal('a.deed', '--dry-run')
    expect(dry.stdout).toContain('will be made')
    expect(desk.files()).not.toContain('members.secret')
    const sealed = await seal('a.deed', '--json')
    expect(sealed.exit).toBe(0)
    expect(JSON.parse(sealed.stdout)).toMatchObject({
      tables: [
        {
          fidelity: 'cell-exact',
          columns: [
            { action: 'pseudonymise', how: 'pseudonymise:hmac-sha256:members', stillPersonal: true },
            { action: 'mask', how: 'mask:phone', stillPersonal: true },
            { action: 'generalise', how: 'generalise:year', stillPersonal: true },
          ],
          otherForm: [
            { column: '手机号', cells: 1 },
            { column: '生日', cells: 1 },
          ],
        },
      ],
      pseudonymKeys: [{ label: 'members', made: true, compartment: null }],
    })
    if (process.platform !== 'win32') {
      expect(statSync(desk.path('members.secret')).mode & 0o777).toBe(0o600)
      chmodSync(desk.path('members.secret'), 0o644)
    }
    const again = await seal('b.deed', '--lang', 'zh-CN')
    expect(again.stdout).toContain('仍属个人信息')
    expect(again.stdout).toContain('mask:phone')
    if (process.platform !== 'win32') expect(again.stderr).toContain('chmod 600')

    const verified = await desk.run([...words.verify(desk.path('a.deed')), '--json'])
    expect(JSON.parse(verified.stdout).tables[0].changed).toHaveLength(3)
    const inspected = await desk.run(['inspect', desk.path('a.deed')])
    expect(inspected.stdout).toContain('still personal information')
    const restored = await desk.run(words.restore(desk.path('a.deed'), desk.path('out')))
    expect(restored.stdout).toContain('still personal information')
    const [, first, second] = readFileSync(desk.path('out/会员.csv'), 'utf8').split('\n')
    expect(first).toMatch(/^[a-z2-7]{26},138\*{4}8000,1988$/)
    expect(second).toMatch(/^[a-z2-7]{26},C\*{4}0,\*$/)

    const { key } = JSON.parse(readFileSync(desk.path('members.secret'), 'utf8'))
    const told = [noFolder, refused, dry, sealed, again, verified, inspected, restored]
    const shown = told.map(({ stdout, stderr }) => stdout + stderr).join('\n')
    expect(findLeaks(shown, [...GONE, key])).toEqual([])
    expect(findLeaks(readFileSync(desk.path('a.deed')), [...GONE, key])).toEqual([])
  })

  it('refuse a file in the place of a key that is none', async () => {
    using desk = new DeskHere()
    const words = await layOutKeys(desk)
    writeFileSync(desk.path('会员.csv'), MEMBERS)
    writeFileSync(desk.path('p.yaml'), policy().replace('keys/members.secret', 'seller.key'))
    const { exit, stderr } = await desk.run([
      ...words.seal([desk.path('会员.csv')], desk.path('a.deed')),
      '--policy',
      desk.path('p.yaml'),
    ])
    expect(exit).toBe(2)
    expect(findLeaks(stderr, words.secrets)).toEqual([])
    expect(desk.files()).not.toContain('a.deed')
  })
})
