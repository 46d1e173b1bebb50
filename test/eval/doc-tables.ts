import { COLUMN_TYPES, TYPE_FACTS } from '../../src/classify/index.ts'
import type { Score } from './score.ts'

/** What docs/classification.md says of the scores, as Markdown; a test holds the document to it. */
export function renderScoreTable(scores: readonly Score[]): string {
  const row = (name: string, cell: (score: Score) => string) =>
    `| ${[name, ...scores.map(cell)].join(' | ')} |`
  const figure = (value: number) => value.toFixed(4)
  return [
    row('', ({ set }) => set),
    row('---', () => '---').replaceAll(' ', ''),
    row('tables, columns', ({ tables, columns }) => `${tables}, ${columns}`),
    row('sensitive recall', ({ sensitiveRecall }) => figure(sensitiveRecall)),
    row('sensitive precision', ({ sensitivePrecision }) => figure(sensitivePrecision)),
    row('Art. 28 recall', ({ art28Recall }) => figure(art28Recall)),
    row(
      'type accuracy (strict)',
      (score) => `${figure(score.typeAccuracy)} (${figure(score.typeAccuracyStrict)})`,
    ),
    row(
      'compartment accuracy (strict)',
      (score) => `${figure(score.compartmentAccuracy)} (${figure(score.compartmentAccuracyStrict)})`,
    ),
    row('sensitive columns left open', ({ leftOpen }) => String(leftOpen.length)),
  ].join('\n')
}

/** Of each type, the columns that were named right in each set, or `-` where the set has none. */
export function renderTypeTable(scores: readonly Score[], meanings: ReadonlyMap<string, string>): string {
  const heads = ['type', 'compartment', 'sensitive', 'Art. 28', ...scores.map(({ set }) => set), 'meaning']
  const rows = COLUMN_TYPES.map((type) => {
    const { compartment, sensitive, art28 } = TYPE_FACTS[type]
    const counts = scores.map(({ byType }) => {
      const tally = byType.get(type)
      return tally === undefined ? '-' : `${tally.right} of ${tally.columns}`
    })
    return [
      type,
      compartment,
      sensitive ? 'yes' : 'no',
      art28 ? 'yes' : '',
      ...counts,
      meanings.get(type) ?? '',
    ]
  })
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const TYPE_ROW = /^\| ([a-z0-9-]+) \| [a-z]+ \| (?:yes|no) \| (?:yes)? ?\| (.+) \|$/gm

/** What the labels' document says that each type means. */
export function readMeanings(labels: string): ReadonlyMap<string, string> {
  return new Map(
    [...labels.matchAll(TYPE_ROW)].map(([, type = '', meaning = '']) => [type, meaning] as const),
  )
}

/** A part of a document between two marks, and the document with another one in its place. */
export function replaceMarked(document: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name}: npm run eval -- --write -->`, `<!-- end of ${name} -->`]
  const from = document.indexOf(start)
  const to = document.indexOf(end)
  if (from < 0 || to < from) throw new RangeError(`the document has no marks around ${name}`)
  return `${document.slice(0, from + start.length)}\n\n${text}\n\n${document.slice(to)}`
}
