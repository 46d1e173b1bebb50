import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DeskHere } from './desk-here.ts'

describe('datadeed classify --fail-on-unexamined', () => {
  it('exits 14 and names the columns, as text and as a document, and 0 where all was examined', async () => {
    using desk = new DeskHere()
    writeFileSync(join(desk.folder, 'long.csv'), `编号,说明\n1,${'长'.repeat(3000)}\n2,好\n`)
    writeFileSync(join(desk.folder, 'short.csv'), '编号,说明\n1,好\n')
    const text = await desk.run(['classify', 'long.csv', '--fail-on-unexamined'])
    expect(text.exit).toBe(14)
    expect(text.stdout).toContain('说明')
    expect(text.stderr).toContain('long.说明 (1)')
    const { exit, stdout } = await desk.run(['classify', 'long.csv', '--fail-on-unexamined', '--json'])
    const document = JSON.parse(stdout)
    expect(exit).toBe(14)
    expect(document).toMatchObject({ ok: false, error: { code: 'RULE', exit: 14 } })
    expect(document.tables[0]).toMatchObject({ sampled: 2, unexamined: 1 })
    expect(document.tables[0].columns.map(({ unexamined }: { unexamined: number }) => unexamined)).toEqual([
      0, 1,
    ])
    expect((await desk.run(['classify', 'long.csv'])).exit).toBe(0)
    expect((await desk.run(['classify', 'short.csv', '--fail-on-unexamined'])).exit).toBe(0)
  })
})
