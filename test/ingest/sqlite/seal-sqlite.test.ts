import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { Desk } from '../../cli/run-cli.ts'
import { runWords } from '../../inputs/run-words.ts'
import { itNeeds } from '../../interop/needs.ts'
import { readCsv, sealAndRestore } from '../seal-and-restore.ts'

const SHOP = `
  CREATE TABLE members(id INTEGER PRIMARY KEY, 姓名 TEXT, phone VARCHAR(20), points INT, balance REAL);
  INSERT INTO members SELECT value, '王小明' || value, '1380013' || (1000 + value), iif(value % 3, value, NULL), value + 0.25
    FROM generate_series(1, 3000);
  INSERT INTO members VALUES (110101199003074518, '', 'a,"b"' || char(10) || 'c', NULL, -1.5);
  CREATE TABLE "order lines" (sku TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID; INSERT INTO "order lines" VALUES ('007', 1);
  CREATE TABLE none(a, b);`

describe('an SQLite file on the whole way', () => {
  itNeeds('sqlite3', 'sqlite3')(
    'comes back as the rows that sqlite3 prints, cell by cell',
    async (sqlite3) => {
      using desk = new Desk()
      const path = desk.path('secret-till.db')
      execFileSync(sqlite3, ['-bail', path], { input: SHOP })
      const { deed, restored, told } = await sealAndRestore(desk, [path, '--name', 'order lines=lines'])
      const printed = (table: string) =>
        readCsv(execFileSync(sqlite3, ['-csv', '-header', path, `SELECT * FROM "${table}"`]))
      expect(restored('members.csv')).toEqual(printed('members'))
      expect(restored('members.csv')).toHaveLength(3001)
      expect(restored('lines.csv')).toEqual(printed('order lines'))
      expect(restored('none.csv')).toEqual([])
      expect(told).toMatch(/members .* sqlite +cell for cell/)
      expect(deed.includes('secret-till')).toBe(false)
      expect(deed.includes('VARCHAR(20)')).toBe(true)
    },
  )

  it('is asked for where --table or --query has nothing to choose from', async () => {
    using desk = new Desk()
    for (const flag of ['--table', '--query']) {
      const { exit, stderr } = await runWords(desk, ['classify', desk.path('members.csv'), flag, 'x'])
      expect([exit, stderr.includes('SQLite')]).toEqual([2, true])
    }
  })
})
