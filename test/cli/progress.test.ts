import { describe, expect, it } from 'vitest'
import {
  besideLine,
  describeStep,
  showSealProgress,
  type Watch,
  writeBeside,
} from '../../src/cli/progress.ts'

describe('the live line', () => {
  it('tells bytes, rows, rate and the time left', () => {
    const step = { label: 'sealing 会员', bytes: 1024 ** 2, totalBytes: 4 * 1024 ** 2, rows: 5000 }
    expect(describeStep(step, 2)).toBe(
      'sealing 会员 · 1.0 MiB / 4.0 MiB · 5,000 rows · 512.0 KiB/s · 6.0 s left',
    )
  })

  it('tells the time by rows where the bytes are not known beforehand', () => {
    expect(describeStep({ label: 'restoring', bytes: 1024, rows: 10, totalRows: 20 }, 1)).toBe(
      'restoring · 1.0 KiB · 10 rows · 1.0 KiB/s · 1.0 s left',
    )
  })

  it('tells no total where nobody knows one', () => {
    const heard: Parameters<Watch>[0][] = []
    const step = { phase: 'seal' as const, table: 't', bytes: 1024, rows: 10 }
    showSealProgress((told) => heard.push(told))({ ...step, total: 0 })
    showSealProgress((told) => heard.push(told))({ ...step, total: 4096 })
    expect(heard.map((told) => describeStep(told, 0).replace(/^.*?· /, ''))).toEqual([
      '1.0 KiB · 10 rows',
      '1.0 KiB / 4.0 KiB · 10 rows',
    ])
  })

  it('claims no rate before anything was done', () => {
    expect(describeStep({ label: 'verifying', bytes: 0, totalBytes: 0 }, 0)).toBe('verifying · 0 B / 0 B')
  })
})

describe('a warning during the work', () => {
  it('stands on lines of its own', () => {
    const heard: string[] = []
    const line = { text: '', start: () => heard.push('start'), stop: () => heard.push('stop') }
    writeBeside({ line }, () => void heard.push('warning'))
    writeBeside({}, () => void heard.push('warning'))
    expect(heard).toEqual(['stop', 'warning', 'start', 'warning'])
  })
})

describe('a question during the work', () => {
  it('takes the place of the live line until it is answered', async () => {
    const heard: string[] = []
    const line = {
      text: '',
      start: () => heard.push('start'),
      stop: () => heard.push('stop'),
    }
    const person = {
      ask: async (question: string) => {
        heard.push(question)
        return 'gb18030'
      },
      askHidden: async () => '',
      tell: (text: string) => void heard.push(text),
    }
    const apart = besideLine(person, { line })
    apart.tell('header')
    expect(await apart.ask('which?')).toBe('gb18030')
    expect(heard).toEqual(['stop', 'header', 'start', 'stop', 'which?', 'start'])
  })
})
