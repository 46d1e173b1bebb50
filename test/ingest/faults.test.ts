import { describe, expect, it } from 'vitest'
import {
  type CsvDialect,
  cutSlice,
  faultToError,
  type SliceFault,
  SliceRefused,
} from '../../src/ingest/index.ts'
import { FIELD_BYTES, ROW_BYTES } from '../../src/limits.ts'

const dialect: CsvDialect = { encoding: 'utf-8', delimiter: ',', lineEnd: '\n', columns: 3 }

function faultOf(text: string | Uint8Array, last = true, more: Partial<CsvDialect> = {}): SliceFault {
  try {
    cutSlice(Buffer.from(text), { ...dialect, ...more }, { number: 4, offset: 1000, last })
  } catch (error) {
    if (error instanceof SliceRefused) return error.fault
    throw error
  }
  throw new Error('it was accepted')
}

describe('a fault', () => {
  it('names line, character and field of a bare quote', () => {
    expect(faultOf('1,2,3\n"a\r\nb",中文,x"y\n')).toEqual({
      kind: 'bare-quote',
      line: 3,
      character: 8,
      field: 3,
    })
  })

  it('names the line on which a field with text behind its quote began', () => {
    expect(faultOf('1,"a\nb"c,3\n')).toMatchObject({
      kind: 'text-after-quote',
      line: 2,
      character: 3,
      openedLine: 1,
    })
  })

  it('names the line that opens a quote which never closes', () => {
    expect(faultOf('1,2,3\n4,5,"x\n7,8,9\n')).toMatchObject({ kind: 'unclosed-quote', line: 2, character: 5 })
  })

  it('counts the fields of a ragged row', () => {
    expect(faultOf('1,2,3\n4\n')).toMatchObject({ kind: 'ragged', line: 2, got: 1, expected: 3 })
    expect(faultOf('1,2,3,"x,\ny",5\n')).toMatchObject({ kind: 'ragged', line: 1, got: 5, expected: 3 })
  })

  it('names the offset of a bad byte in the whole file', () => {
    const bytes = Buffer.concat([Buffer.from('1,2,3\n4,中,'), Buffer.from([0xff]), Buffer.from('\n')])
    expect(faultOf(bytes)).toMatchObject({ kind: 'encoding', offset: 1012, line: 2, character: 5 })
  })

  it('names the start of a double byte sequence that is broken', () => {
    const bytes = Buffer.concat([Buffer.from('1,2,'), Buffer.from('d0d5d00a', 'hex')])
    expect(faultOf(bytes, true, { encoding: 'gb18030' })).toMatchObject({
      kind: 'encoding',
      offset: 1006,
      line: 1,
    })
  })

  it('is plain data, and becomes the sentence with the line in the whole file', () => {
    const fault = structuredClone(faultOf('1,2,3\n4\n'))
    const error = faultToError(fault, 10, 'a\u001b[2J.csv')
    expect(error.code).toBe('SHAPE')
    expect(error.message).toContain('line 12')
    expect(error.message).not.toContain('\u001b')
  })

  it('never quotes a cell', () => {
    for (const text of [
      '1,2,canary\n4\n',
      'canary"x,2,3\n',
      '"canary"x,2,3\n',
      '1,2,"canary',
      '1,2,canary\0\n',
    ]) {
      expect(faultToError(faultOf(text), 0, 'x.csv').message).not.toContain('canary')
    }
  })
})

describe('limits', () => {
  const place = { number: 0, offset: 0, last: true }
  const wide = (sizes: readonly number[]) =>
    Buffer.from(`${sizes.map((size) => 'x'.repeat(size)).join(',')}\n`)

  it('allow a field of FIELD_BYTES, not one byte more', () => {
    expect(cutSlice(wide([1, 1, FIELD_BYTES]), dialect, place).rows).toBe(1)
    expect(faultOf(wide([1, 1, FIELD_BYTES + 1]))).toMatchObject({ kind: 'field-size', field: 3 })
  })

  it('allow a row of ROW_BYTES, not one byte more', () => {
    const rest = ROW_BYTES - 2 * FIELD_BYTES
    expect(rest).toBe(0)
    expect(cutSlice(wide([FIELD_BYTES, FIELD_BYTES - 2, 0]), dialect, place).rows).toBe(1)
    expect(faultOf(wide([FIELD_BYTES, FIELD_BYTES - 2, 1]))).toMatchObject({ kind: 'row-size', line: 1 })
  })

  it('call a slice that ends within a row too long, unless it is the last', () => {
    expect(faultOf('1,2,3\n4,5,6', false)).toMatchObject({ kind: 'row-size', line: 2 })
    expect(faultOf('1,2\n4,5,6', false)).toMatchObject({ kind: 'ragged', line: 1 })
  })
})
