import {
  type ColumnDecision,
  classifyTable,
  OPEN_COMPARTMENTS,
  UNSURE_BELOW,
} from '../../../src/classify/index.ts'
import { explainTables } from '../../../src/cli/explain.ts'
import type { ClassificationFacts } from '../../../src/report/index.ts'

const ROWS = 60
const NO_HITS = { mobile: 0, phone: 0, 'national-id': 0, 'bank-card': 0, email: 0 }

/** Columns of a made-up shop: sensitive and open, sure and unsure, texts, children. */
const MEMBERS: Readonly<Record<string, (row: number) => string>> = {
  会员编号: (row) => `M${1000 + row}`,
  姓名: (row) => `${'王李张刘陈杨赵黄周吴'[row % 10]}${'伟芳娜敏静强磊军洋勇'[(row * 7) % 10]}`,
  手机号: (row) => `138${String(10_000_000 + row * 7919).slice(0, 8)}`,
  宗教: (row) => ['佛教', '', '基督教', '无'][row % 4] ?? '',
  储值余额: (row) => `${row * 13}.50`,
  备注: (row) =>
    row % 9 === 0 ? `改约请打 139${String(20_000_000 + row * 104_729).slice(0, 8)}` : '靠窗座位',
  q7: (row) => `${'kxwzvj'[row % 6]}-${(row * 37) % 61}/${'ab'[row % 2]}`,
  ordered_at: (row) => `2026-0${1 + (row % 9)}-1${row % 9} 12:0${row % 9}`,
  total: (row) => `${row}.00`,
}
const CLASS_LIST: Readonly<Record<string, (row: number) => string>> = {
  学员姓名: (row) => `${'王李张刘陈'[row % 5]}小${'明红刚丽军'[(row * 3) % 5]}`,
  年级: (row) => `${'一二三四五六'[row % 6]}年级`,
  家长手机: (row) => `137${String(30_000_000 + row * 7907).slice(0, 8)}`,
  过敏: (row) => ['花生', '', '牛奶', ''][row % 4] ?? '',
}

function decide(name: string, columns: Readonly<Record<string, (row: number) => string>>): ColumnDecision[] {
  const samples = Object.entries(columns).map(([header, cellOf], index) => ({
    index,
    name: header,
    values: Array.from({ length: ROWS }, (_, row) => cellOf(row)),
    rows: ROWS,
    scan: { cells: ROWS, filled: ROWS, passed: 0, hits: NO_HITS },
  }))
  return classifyTable({ name, columns: samples })
}

function buildFacts(tables: Readonly<Record<string, readonly ColumnDecision[]>>): ClassificationFacts {
  const classified = Object.entries(tables).map(([name, columns]) => ({
    file: `exports/${name}.csv`,
    name,
    rows: ROWS,
    source: { kind: 'jsonl', bom: false } as const,
    remarks: [],
    excluded: [],
    columns,
  }))
  return {
    tables: explainTables(classified, undefined),
    notes: [],
    unsureBelow: UNSURE_BELOW,
    openCompartments: OPEN_COMPARTMENTS,
    made: { at: new Date('2026-11-25T08:30:00Z'), name: 'datadeed', version: '0.1.0' },
    exports: Object.keys(tables).join('.csv ').concat('.csv'),
  }
}

/** Two tables as the classifier decides them, in the language of the run. */
export const ordinaryFacts = (): ClassificationFacts =>
  buildFacts({ members: decide('members', MEMBERS), 学员花名册: decide('学员花名册', CLASS_LIST) })

/** The same decisions under other names, again and again until there are `count`. */
export function factsNamed(names: readonly string[], count = names.length): ClassificationFacts {
  const decided = decide('members', MEMBERS)
  const columns = Array.from({ length: count }, (_, index): ColumnDecision => {
    const like = decided[index % decided.length]
    if (like === undefined) throw new Error('no column to be like')
    return { ...like, index, header: names[index % names.length] ?? '' }
  })
  return buildFacts({ [names[0] ?? 'table']: columns })
}
