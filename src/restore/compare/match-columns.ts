import type { ManifestTable } from '../../deed/index.ts'
import type { Column } from '../../table.ts'
import type { PlannedTable } from '../into/plan-tables.ts'
import type { TargetTable } from './target-table.ts'

/** Which columns of a table the target has, and how it differs in them. */
export interface MatchedColumns {
  readonly columns: readonly { readonly deed: number; readonly target: number }[]
  readonly rowNumber?: number | undefined
  /** Names of opened columns of the deed, */
  readonly missing: readonly string[]
  /** and of columns of the target, that the other side does not have; those that the reader does not open it has. */
  readonly extra: readonly string[]
  /** Names of columns that stand elsewhere among the others; of a CSV alone, where their order is something. */
  readonly moved: readonly string[]
}

/**
 * Finds the columns of a table in a target by their names; of a file without a header line by their places.
 * @param opened - positions of the columns that the reader opens, ascending
 * @param rowNumber - the name that a restore gives the column of row numbers
 * @param planned - how a restore into a database would call them
 */
export function matchColumns(
  table: ManifestTable,
  target: Pick<TargetTable, 'columns' | 'description'>,
  {
    opened,
    rowNumber,
    planned,
  }: {
    readonly opened: readonly number[]
    readonly rowNumber?: string | undefined
    readonly planned?: PlannedTable | undefined
  },
): MatchedColumns {
  const names = new Map(planned?.columns.map(({ deed, column }) => [deed, column]))
  const nameless = target.description.kind === 'csv' && !target.description.header
  const number = names.get(null) ?? rowNumber
  const numbered = number === undefined ? undefined : findNumbers(target, number, nameless && opened.length)
  const shift = nameless && numbered !== undefined ? 1 : 0
  const taken = new Set<number>()
  const columns: { deed: number; target: number }[] = []
  // A column that has another's very name is that one's.
  const exact = new Set(table.columns.map((_, deed) => names.get(deed) ?? nameOf(table, deed, target)))
  const free = target.columns.filter(({ name }) => !exact.has(name))
  for (const [place, deed] of opened.entries()) {
    const found = nameless
      ? target.columns[place + shift]
      : (target.columns.find(({ name }) => name === (names.get(deed) ?? nameOf(table, deed, target))) ??
        findColumn(free, nameOf(table, deed, target), target))
    if (found === undefined || taken.has(found.index)) continue
    taken.add(found.index)
    columns.push({ deed, target: found.index })
  }
  const matched = new Set(columns.map(({ deed }) => deed))
  const isOrdered = target.description.kind === 'csv'
  const others = table.columns.filter(({ action }, deed) => action !== 'drop' && !opened.includes(deed))
  const inPlace = longestAscending(columns.map((column) => column.target))
  return {
    columns,
    ...(numbered === undefined ? {} : { rowNumber: numbered.index }),
    missing: opened.filter((deed) => !matched.has(deed)).map((deed) => table.columns[deed]?.name ?? ''),
    extra: target.columns
      .filter(({ index }) => !taken.has(index) && index !== numbered?.index)
      .map(({ name }) => name)
      .filter((name) => !others.some((other) => other.name === name)),
    moved: isOrdered
      ? columns.flatMap(({ deed, target: at }) => (inPlace.has(at) ? [] : [table.columns[deed]?.name ?? '']))
      : [],
  }
}

/** The column of row numbers; without names it is the first, if there is one more than the others. */
function findNumbers(
  target: Pick<TargetTable, 'columns' | 'description'>,
  name: string,
  others: number | false,
): Column | undefined {
  if (others === false) return findColumn(target.columns, name, target)
  return target.columns.length > others ? target.columns[0] : undefined
}

/** The name as a reader of the target gives it: what was no path of JSON is one there. */
function nameOf(
  table: ManifestTable,
  deed: number,
  { description }: Pick<TargetTable, 'description'>,
): string {
  const name = table.columns[deed]?.name ?? ''
  const isPath = table.source.kind === 'jsonl' || table.source.kind === 'json'
  const asPath = description.kind === 'jsonl' || description.kind === 'json'
  return asPath && !isPath ? name.replace(/[\\.]/g, '\\$&') : name
}

/** Databases do not always keep the case of a name. */
function findColumn(
  columns: readonly Column[],
  name: string,
  { description: { kind } }: Pick<TargetTable, 'description'>,
): Column | undefined {
  const exact = columns.find((column) => column.name === name)
  if (exact !== undefined || (kind !== 'postgres' && kind !== 'sqlite')) return exact
  const folded = columns.filter((column) => column.name.toLowerCase() === name.toLowerCase())
  return folded.length === 1 ? folded[0] : undefined
}

/** A longest run of ascending numbers: what stands in it has not moved. */
function longestAscending(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []
  const before = new Array<number>(numbers.length).fill(-1)
  for (const [at, number] of numbers.entries()) {
    const longer = ends.findIndex((end) => numbers[end]! >= number)
    const length = longer < 0 ? ends.length : longer
    before[at] = length === 0 ? -1 : ends[length - 1]!
    ends[length] = at
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) kept.add(numbers[at]!)
  return kept
}
