import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLUMN_TYPES } from '../../src/classify/index.ts'
import { buildOwnSet } from './own/build.ts'
import { predictSet, readLabels } from './predict.ts'
import { scoreSet } from './score.ts'

/** Just under what the classifier reaches: a change that makes it worse fails here. Raise them when it gets better. */
const FLOORS = {
  dev: { recall: 1, precision: 0.99, art28: 1, type: 0.985, compartment: 0.99 },
  own: { recall: 1, precision: 0.99, art28: 1, type: 0.985, compartment: 0.99 },
} as const

describe.each(['dev', 'own'] as const)('on the labelled set %s', (set) => {
  const score = scoreSet(readLabels(set), predictSet(set))
  const floor = FLOORS[set]

  it('misses no sensitive column and leaves none in an open compartment', () => {
    expect(score.missed).toEqual([])
    expect(score.leftOpen).toEqual([])
    expect(score.sensitiveRecall).toBeGreaterThanOrEqual(floor.recall)
    expect(score.art28Recall).toBeGreaterThanOrEqual(floor.art28)
  })

  it('raises few false alarms', () => {
    expect(score.sensitivePrecision).toBeGreaterThanOrEqual(floor.precision)
  })

  it('names types and compartments as well as before', () => {
    expect(score.typeAccuracy).toBeGreaterThanOrEqual(floor.type)
    expect(score.compartmentAccuracy).toBeGreaterThanOrEqual(floor.compartment)
  })
})

describe('the scorer', () => {
  it('counts a column without a prediction as an unprotected miss', () => {
    const labels = readLabels('dev')
    const score = scoreSet(labels, new Map())
    expect(score.sensitiveRecall).toBe(0)
    expect(score.typeAccuracy).toBe(0)
    expect(score.cost).toBe(10 * score.missed.length)
    expect(score.leftOpen.length).toBe(score.missed.length - openByLabel(labels))
  })

  it('gives full marks to the labels themselves', () => {
    const labels = readLabels('own')
    const perfect = new Map(
      Object.entries(labels.tables).map(([file, { columns }]) => [
        file,
        columns.map((label) => ({ ...label, confidence: 1, reasons: [] })),
      ]),
    )
    const score = scoreSet(labels, perfect)
    expect([
      score.sensitiveRecall,
      score.sensitivePrecision,
      score.typeAccuracyStrict,
      score.compartmentAccuracyStrict,
    ]).toEqual([1, 1, 1, 1])
    expect(score.typeMacroRecall).toBe(1)
  })
})

/** Sensitive columns whose label itself accepts an open compartment. */
function openByLabel(labels: ReturnType<typeof readLabels>): number {
  const columns = Object.values(labels.tables).flatMap((table) => table.columns)
  return columns.filter(
    (label) =>
      label.sensitive &&
      label.sensitiveUnscored !== true &&
      (label.compartment === 'general' || (label.altCompartments ?? []).includes('general')),
  ).length
}

describe('the set of our own', () => {
  it('is what its makers write', () => {
    for (const [path, text] of buildOwnSet()) {
      expect(readFileSync(new URL(`../../fixtures/eval/own/${path}`, import.meta.url), 'utf8')).toBe(text)
    }
  })
})

describe('the documentation', () => {
  it('lists every type', () => {
    const text = readFileSync(new URL('../../docs/classification.md', import.meta.url), 'utf8')
    for (const type of COLUMN_TYPES) expect(text).toContain(`| ${type} |`)
  })
})
