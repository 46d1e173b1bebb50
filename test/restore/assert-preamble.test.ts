import { describe, expect, it } from 'vitest'
import type { CsvDialect } from '../../src/ingest/index.ts'
import { assertPreamble } from '../../src/restore/assert-preamble.ts'

const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ';', lineEnd: '\r\n', columns: 2 }
const table = (header: boolean) => ({
  name: 'members',
  columns: [{ name: '姓名' }, { name: 'a;b' }],
  header,
})
const check = (text: string, header = true) => assertPreamble(Buffer.from(text), dialect, table(header))

describe('what stands before the rows', () => {
  it.each(['姓名;"a;b"\r\n', '姓名;"a;b"', '\ufeffsep=;\r\n\r\n"姓名";"a;b"\r\n\r\n\n'])(
    'may be the header line of the columns: %j',
    (text) => {
      expect(() => check(text)).not.toThrow()
    },
  )

  it.each([
    ['no header line', ''],
    ['a row behind it', '姓名;"a;b"\r\nhidden;row\r\n'],
    ['other names', '姓名;b\r\n'],
    ['names in another order', '"a;b";姓名\r\n'],
    ['a name less', '姓名\r\n'],
    ['a name more', '姓名;"a;b";c\r\n'],
    ['a quote left open', '姓名;"a;b\r\n'],
  ])('is refused with %s', (_case, text) => {
    expect(() => check(text)).toThrow(expect.objectContaining({ code: 'DAMAGED' }))
  })

  it('has no header line where the export had none', () => {
    expect(() => check('\ufeffsep=;\r\n', false)).not.toThrow()
    expect(() => check('姓名;"a;b"\r\n', false)).toThrow(expect.objectContaining({ code: 'DAMAGED' }))
  })
})
