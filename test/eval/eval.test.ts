import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COLUMN_TYPES } from '../../src/classify/index.ts'
import { readMeanings, renderScoreTable, renderTypeTable } from './doc-tables.ts'
import { predictSet, readLabels } from './predict.ts'
import { scoreSet } from './score.ts'
import { BUILDERS, SETS } from './sets.ts'

/** Just under what the classifier reaches: a change that makes it worse fails here. Raise them when it gets better. */
const FLOORS = {
  dev: { precision: 0.99, type: 0.985, compartment: 0.99 },
  own: { precision: 0.99, type: 0.985, compartment: 0.985 },
  unseen: { precision: 0.98, type: 0.97, compartment: 0.94 },
  fresh: { precision: 0.98, type: 0.95, compartment: 0.94 },
  strangers: { precision: 0.97, type: 0.94, compartment: 0.91 },
  last: { precision: 0.97, type: 0.97, compartment: 0.93 },
  final: { precision: 0.95, type: 0.97, compartment: 0.94 },
  china: { precision: 0.98, type: 0.965, compartment: 0.965 },
  blind: { precision: 0.98, type: 0.97, compartment: 0.95 },
  'china-b': { precision: 0.97, type: 0.955, compartment: 0.955 },
  abroad: { precision: 0.98, type: 0.98, compartment: 0.98 },
} as const

const SCORES = SETS.map((set) => scoreSet(readLabels(set), predictSet(set)))

describe.each(SETS.map((set, index) => ({ set, score: SCORES[index] })))(
  'on the labelled set $set',
  ({ set, score }) => {
    if (score === undefined) throw new RangeError('a set without a score')
    const floor = FLOORS[set]

    it('misses no sensitive column and leaves none in an open compartment', () => {
      expect(score.missed).toEqual([])
      expect(score.leftOpen).toEqual([])
      expect(score.sensitiveRecall).toBe(1)
      expect(score.art28Recall).toBe(1)
    })

    it('raises few false alarms', () => {
      expect(score.sensitivePrecision).toBeGreaterThanOrEqual(floor.precision)
    })

    it('names types and compartments as well as before', () => {
      expect(score.typeAccuracy).toBeGreaterThanOrEqual(floor.type)
      expect(score.compartmentAccuracy).toBeGreaterThanOrEqual(floor.compartment)
    })
  },
)

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

describe.each(Object.entries(BUILDERS))('the set %s', (set, build) => {
  it('is what its makers write', () => {
    for (const [path, text] of build()) {
      expect(readFileSync(new URL(`../../fixtures/eval/${set}/${path}`, import.meta.url), 'utf8')).toBe(text)
    }
  })
})

describe('the documentation', () => {
  it('gives the scores of this classifier, and lists every type', () => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    const document = read('docs/classification.md')
    const meanings = readMeanings(read('fixtures/eval/LABELS.md'))
    expect(document).toContain(renderScoreTable(SCORES))
    expect(document).toContain(renderTypeTable(SCORES, meanings))
    expect([...meanings.keys()].sort()).toEqual([...COLUMN_TYPES].sort())
  })
})
