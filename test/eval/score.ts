import { type ColumnDecision, OPEN_COMPARTMENTS } from '../../src/classify/index.ts'
import type { LabelledColumn, LabelledSet } from './labels.ts'

/** A missed sensitive column is far worse than a false alarm. */
const MISS_COST = 10
const ALARM_COST = 1

/** What is scored of a decision. */
type Prediction = Pick<
  ColumnDecision,
  'index' | 'type' | 'compartment' | 'sensitive' | 'confidence' | 'reasons'
>

export interface Score {
  readonly set: string
  readonly tables: number
  readonly columns: number
  readonly sensitiveRecall: number
  readonly sensitivePrecision: number
  readonly sensitiveF2: number
  readonly art28Recall: number
  readonly cost: number
  readonly typeAccuracy: number
  readonly typeAccuracyStrict: number
  readonly typeMacroRecall: number
  readonly compartmentAccuracy: number
  readonly compartmentAccuracyStrict: number
  readonly byType: ReadonlyMap<string, { readonly columns: number; readonly right: number }>
  /** Lines for people: where, what it is, what was said. */
  readonly missed: readonly string[]
  readonly falseAlarms: readonly string[]
  readonly leftOpen: readonly string[]
  readonly typeErrors: readonly string[]
  readonly compartmentErrors: readonly string[]
}

/** The figures of fixtures/eval/LABELS.md: lenient accuracies (alternatives accepted) unless called strict. */
export function scoreSet(
  labels: LabelledSet,
  predictions: ReadonlyMap<string, readonly Prediction[]>,
): Score {
  const judged = Object.entries(labels.tables).flatMap(([file, { columns }]) =>
    columns.map((label) =>
      judge(
        file,
        label,
        predictions.get(file)?.find(({ index }) => index === label.index),
      ),
    ),
  )
  const scored = judged.filter(({ label }) => label.sensitiveUnscored !== true)
  const sensitive = scored.filter(({ label }) => label.sensitive)
  const missed = sensitive.filter(({ flagged }) => !flagged)
  const falseAlarms = scored.filter(({ label, flagged }) => !label.sensitive && flagged)
  const hits = sensitive.length - missed.length
  const recall = share(hits, sensitive.length)
  const precision = share(hits, hits + falseAlarms.length)
  const art28 = scored.filter(({ label }) => label.art28 === true)
  const byType = tallyTypes(judged)
  const macro = [...byType.values()].reduce((sum, { columns, right }) => sum + right / columns, 0)
  const rate = (right: (item: Judged) => boolean) => share(judged.filter(right).length, judged.length)
  const lines = (items: readonly Judged[]) => items.map(({ line }) => line)
  return {
    set: labels.set,
    tables: Object.keys(labels.tables).length,
    columns: judged.length,
    sensitiveRecall: recall,
    sensitivePrecision: precision,
    sensitiveF2: (5 * precision * recall) / (4 * precision + recall),
    art28Recall: share(art28.filter(({ flagged }) => flagged).length, art28.length),
    cost: MISS_COST * missed.length + ALARM_COST * falseAlarms.length,
    typeAccuracy: rate(({ typeRight }) => typeRight),
    typeAccuracyStrict: rate(({ typeExact }) => typeExact),
    typeMacroRecall: macro / byType.size,
    compartmentAccuracy: rate(({ compartmentRight }) => compartmentRight),
    compartmentAccuracyStrict: rate(({ compartmentExact }) => compartmentExact),
    byType,
    missed: lines(missed),
    falseAlarms: lines(falseAlarms),
    leftOpen: lines(sensitive.filter(({ open }) => open)),
    typeErrors: lines(judged.filter(({ typeRight }) => !typeRight)),
    compartmentErrors: lines(judged.filter(({ compartmentRight }) => !compartmentRight)),
  }
}

type Judged = ReturnType<typeof judge>

function judge(file: string, label: LabelledColumn, decision: Prediction | undefined) {
  const type = decision?.type ?? 'unknown'
  const compartment = decision?.compartment ?? 'general'
  const compartmentExact = compartment === label.compartment
  const compartmentRight = compartmentExact || (label.altCompartments ?? []).includes(compartment)
  return {
    label,
    flagged: decision?.sensitive ?? false,
    typeExact: type === label.type,
    typeRight: type === label.type || (label.altTypes ?? []).some((also) => also === type),
    compartmentExact,
    compartmentRight,
    open: OPEN_COMPARTMENTS.includes(compartment) && !compartmentRight,
    line: `${file} [${label.index}] "${label.header.trim()}": ${label.type}/${label.compartment}, said ${type}/${compartment} (${decision?.confidence ?? 0}) ${JSON.stringify(decision?.reasons ?? [])}`,
  }
}

function tallyTypes(judged: readonly Judged[]): Map<string, { columns: number; right: number }> {
  const byType = new Map<string, { columns: number; right: number }>()
  for (const { label, typeRight } of judged) {
    const tally = byType.get(label.type) ?? { columns: 0, right: 0 }
    byType.set(label.type, { columns: tally.columns + 1, right: tally.right + (typeRight ? 1 : 0) })
  }
  return byType
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole
}
