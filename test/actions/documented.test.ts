import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GENERALISED_TYPES, generaliseStepsOf, maskShapeOf } from '../../src/actions/index.ts'
import { COLUMN_TYPES, isColumnType } from '../../src/classify/index.ts'
import { change } from './change.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/policy.md'), 'utf8')

/** The rows of the table under this head, each cell without its backquotes. */
function rowsOf(...head: readonly string[]): string[][] {
  const lines = PAGE.split('\n')
  const first = lines.indexOf(`| ${head.join(' | ')} |`)
  const length = lines.slice(first).findIndex((line) => !line.startsWith('|'))
  return lines.slice(first + 2, first + length).map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('`', '')),
  )
}

const masks = rowsOf('shape', 'types', 'for example', 'becomes')
const moreMasks = rowsOf('shape', 'also', 'becomes')
const steps = rowsOf('type', 'steps of `to`', 'for example', 'becomes')
const moreSteps = rowsOf('step', 'also', 'becomes')

describe('docs/policy.md', () => {
  it.each(masks)('masks by %s what is %s', (shape, types, example, becomes) => {
    expect(change(example ?? '', `mask:${shape}`)).toEqual({ text: becomes, odd: 0 })
    const named = types === 'all others' ? [] : types?.split(', ')
    expect(named?.filter((type) => !isColumnType(type) || maskShapeOf(type) !== shape)).toEqual([])
  })

  it('shows a pseudonym as it is', () => {
    const [, cell = '', shown] =
      /`(\d{11})` under a key of 32 bytes 07 for example `([a-z2-7]+)`/.exec(PAGE) ?? []
    expect(change(cell, 'pseudonymise:hmac-sha256:a').text).toBe(shown)
  })

  it('names the shape of every type', () => {
    const named = masks.flatMap(([, types]) => types?.split(', ') ?? [])
    const others = COLUMN_TYPES.filter((type) => !named.includes(type))
    expect(others.filter((type) => maskShapeOf(type) !== 'text')).toEqual([])
    expect(new Set(masks.map(([shape]) => shape)).size).toBe(masks.length)
  })

  it.each(moreMasks)('masks by %s also %s', (shape, example, becomes) => {
    expect(change(example ?? '', `mask:${shape}`)).toEqual({ text: becomes, odd: 0 })
  })

  it.each(steps)('generalises %s by %s', (type = '', named, example, becomes) => {
    const known = isColumnType(type) ? generaliseStepsOf(type) : []
    expect(known.join(', ')).toBe(named)
    expect(change(example ?? '', `generalise:${known[0]}`)).toEqual({ text: becomes, odd: 0 })
  })

  it('names every type that can be generalised', () => {
    expect(steps.map(([type]) => type)).toEqual([...GENERALISED_TYPES])
  })

  it.each(moreSteps)('generalises to the %s also %s', (step, example, becomes) => {
    expect(change(example ?? '', `generalise:${step}`)).toEqual({
      text: becomes,
      odd: becomes === '*' ? 1 : 0,
    })
  })
})
