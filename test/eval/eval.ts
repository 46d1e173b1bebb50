/**
 * `npm run eval`: the classifier's scores on the labelled sets, and every miss. `--types` adds the table by type,
 * `--write` makes fixtures/eval anew, but for the set that came from elsewhere, and the tables of the documentation.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readMeanings, renderScoreTable, renderTypeTable, replaceMarked } from './doc-tables.ts'
import { predictSet, readLabels } from './predict.ts'
import { type Score, scoreSet } from './score.ts'
import { BUILDERS, SETS } from './sets.ts'

const ROOT = join(import.meta.dirname, '../..')
const writing = process.argv.includes('--write')

if (writing) {
  for (const [set, build] of Object.entries(BUILDERS)) {
    for (const [path, text] of build()) {
      const target = join(ROOT, 'fixtures/eval', set, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
    }
  }
}
const scores = SETS.map((set) => scoreSet(readLabels(set), predictSet(set)))
for (const score of scores) print(score)
if (writing) {
  const path = join(ROOT, 'docs/classification.md')
  const meanings = readMeanings(readFileSync(join(ROOT, 'fixtures/eval/LABELS.md'), 'utf8'))
  const document = replaceMarked(readFileSync(path, 'utf8'), 'scores', renderScoreTable(scores))
  writeFileSync(path, replaceMarked(document, 'types', renderTypeTable(scores, meanings)))
}

function print(score: Score): void {
  const lines = [
    `set ${score.set}: ${score.columns} columns`,
    `sensitive recall     ${score.sensitiveRecall.toFixed(4)}  (missed ${score.missed.length})`,
    `sensitive precision  ${score.sensitivePrecision.toFixed(4)}  (false alarms ${score.falseAlarms.length})`,
    `sensitive F2         ${score.sensitiveF2.toFixed(4)}   Art. 28 recall ${score.art28Recall.toFixed(4)}   cost ${score.cost}`,
    `type accuracy        ${score.typeAccuracy.toFixed(4)}   strict ${score.typeAccuracyStrict.toFixed(4)}   macro over types ${score.typeMacroRecall.toFixed(4)}`,
    `compartment accuracy ${score.compartmentAccuracy.toFixed(4)}   strict ${score.compartmentAccuracyStrict.toFixed(4)}   sensitive columns left open ${score.leftOpen.length}`,
    ...section('MISSED sensitive columns', score.missed),
    ...section('false alarms', score.falseAlarms),
    ...section('sensitive columns left in an open compartment', score.leftOpen),
    ...section('type errors', score.typeErrors),
    ...section('compartment errors', score.compartmentErrors),
    ...(process.argv.includes('--types') ? typeTable(score) : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)]
}

function typeTable({ byType }: Score): string[] {
  const rows = [...byType].sort(([a], [b]) => (a < b ? -1 : 1))
  return ['', ...rows.map(([type, { columns, right }]) => `| ${type} | ${columns} | ${right} |`)]
}
