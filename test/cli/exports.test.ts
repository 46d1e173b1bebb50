import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeExports, readExports } from '../../src/cli/exports.ts'
import { buildValues } from '../../src/cli/values.ts'

const before = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'datadeed-exports-'))

const read = (operands: string[], flags: Record<string, string[]> = {}) =>
  readExports(buildValues(operands, new Map(Object.entries(flags))))

describe('exports on the command line', () => {
  beforeAll(() => {
    for (const name of ['a.csv', 'b.csv', '会员.csv', '[x].csv', 'k=v.csv'])
      writeFileSync(join(folder, name), 'a\n1\n')
    process.chdir(folder)
  })
  afterAll(() => {
    process.chdir(before)
    rmSync(folder, { recursive: true })
  })

  it('are expanded in order, each file once', () => {
    expect(read(['b.csv', '?.csv']).map(({ path }) => path)).toEqual(['b.csv', 'a.csv'])
    expect(read(['会*.csv']).map(({ path }) => path)).toEqual(['会员.csv'])
  })

  it('are taken literally where such a file is', () => {
    expect(read(['[x].csv']).map(({ path }) => path)).toEqual(['[x].csv'])
  })

  it('may be missing, which the reader will say, but a pattern must match', () => {
    expect(read(['none.csv']).map(({ path }) => path)).toEqual(['none.csv'])
    expect(() => read(['*.xml'])).toThrow(expect.objectContaining({ code: 'IO_READ' }))
  })

  it('take a name: alone, by file, by base name, with "=" in either', () => {
    expect(read(['a.csv'], { name: ['members'] })[0]?.name).toBe('members')
    expect(read(['a.csv', 'b.csv'], { name: ['b.csv=orders'] }).map(({ name }) => name)).toEqual([
      undefined,
      'orders',
    ])
    expect(read([join(folder, 'a.csv')], { name: ['a.csv=x=y'] })[0]?.name).toBe('x=y')
    expect(read(['k=v.csv'], { name: ['k=v.csv=t'] })[0]?.name).toBe('t')
  })

  it('are named again with the flags that say how they are read, and no others', () => {
    const flags = { encoding: ['gbk'], name: ['a.csv=x', 'b.csv=y z'], 'no-header': [], html: ['r.html'] }
    expect(describeExports(buildValues(['a.csv', 'b.csv'], new Map(Object.entries(flags))))).toEqual([
      'a.csv',
      'b.csv',
      '--encoding',
      'gbk',
      '--no-header',
      '--name',
      'a.csv=x',
      '--name',
      'b.csv=y z',
    ])
  })

  it('are refused when a name says nothing certain', () => {
    const usage = expect.objectContaining({ code: 'USAGE' })
    expect(() => read(['a.csv', 'b.csv'], { name: ['x'] })).toThrow(usage)
    expect(() => read(['a.csv', 'b.csv'], { name: ['=x'] })).toThrow(usage)
  })

  it('take an encoding by any of its names, a delimiter by word or sign', () => {
    expect(read(['a.csv'], { encoding: ['GBK'], delimiter: ['tab'], 'no-header': [] })).toEqual([
      { path: 'a.csv', encoding: 'gb18030', delimiter: '\t', header: false },
    ])
    expect(read(['a.csv'], { header: [] })[0]?.header).toBe(true)
    expect(() => read(['a.csv'], { header: [], 'no-header': [] })).toThrow(
      expect.objectContaining({ code: 'USAGE' }),
    )
    expect(() => read(['a.csv'], { encoding: ['klingon'] })).toThrow(
      expect.objectContaining({ code: 'USAGE' }),
    )
  })
})
