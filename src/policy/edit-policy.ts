import { type DecidedColumn, encodeEntry, encodeKey, entryWords } from './encode-entry.ts'
import { ACTION_SETTINGS, type ActionSetting, isSettingOf } from './read-actions.ts'
import { YamlText } from './yaml-text.ts'

/** One change of a policy. `table` is a name or '*'. */
export type PolicyEdit =
  | { readonly act: 'decide'; readonly table: string; readonly column: string; readonly entry: DecidedColumn }
  | {
      readonly act: 'rename'
      readonly table: string
      readonly column: string
      readonly to: string
      readonly entry: DecidedColumn
    }
  | { readonly act: 'remove'; readonly table: string; readonly column: string }

/**
 * A policy's text with these changes; all else keeps its bytes, comments and order among it.
 * @param headers - of the exports' tables, so that a new column stands where the export has it
 */
export function editPolicy(
  text: string,
  edits: readonly PolicyEdit[],
  headers: ReadonlyMap<string, readonly string[]>,
): string {
  const decided = decideInPlace(text, edits)
  const cleared = ACTION_SETTINGS.reduce(
    (now, setting) => clearSetting(now, edits, setting),
    clear(decided, edits),
  )
  return addColumns(cleared, edits, headers)
}

/** What only another action has than the one that a person chose. */
function clearSetting(text: string, edits: readonly PolicyEdit[], setting: ActionSetting): string {
  if (!text.includes(setting)) return text
  const yaml = new YamlText(text)
  for (const edit of edits) {
    if (edit.act === 'remove' || isSettingOf(setting, edit.entry.action)) continue
    const found = yaml.find('columns', edit.table, edit.act === 'rename' ? edit.to : edit.column)
    if (found !== undefined) yaml.remove(found, setting)
  }
  return yaml.toString()
}

function decideInPlace(text: string, edits: readonly PolicyEdit[]): string {
  const yaml = new YamlText(text)
  for (const edit of edits) {
    const { act, table, column } = edit
    const columns = yaml.find('columns', table)
    const found = yaml.find('columns', table, column)
    if (act === 'remove' || columns === undefined || found === undefined) continue
    if (found.map.items.length === 0) yaml.replace(found, encodeEntry(edit.entry))
    else for (const [key, value] of entryWords(edit.entry)) yaml.setScalar(found, key, value)
    yaml.unmark(columns, column)
    if (act === 'rename') yaml.renameKey(columns, column, encodeKey(edit.to))
  }
  return yaml.toString()
}

/** Takes away what is gone, and the mark of those that a person has looked at now. */
function clear(text: string, edits: readonly PolicyEdit[]): string {
  const yaml = new YamlText(text)
  for (const [table, changes] of Map.groupBy(edits, (edit) => edit.table)) {
    const columns = yaml.find('columns', table)
    const gone = new Set(changes.filter(({ act }) => act === 'remove').map(({ column }) => column))
    if (columns !== undefined && columns.map.items.length <= gone.size) {
      yaml.replace(columns, '{}')
      continue
    }
    for (const change of changes) {
      const column = change.act === 'rename' ? change.to : change.column
      const found = yaml.find('columns', table, column)
      if (columns === undefined || found === undefined) continue
      if (change.act === 'remove') yaml.remove(columns, column)
      else if (change.entry.unsure === undefined) yaml.remove(found, 'unsure')
    }
  }
  return yaml.toString()
}

/** Table by table, since the first column of a new one makes the map that the others stand in. */
function addColumns(
  text: string,
  edits: readonly PolicyEdit[],
  headers: ReadonlyMap<string, readonly string[]>,
): string {
  const decided = edits.filter((edit) => edit.act === 'decide')
  let current = text
  for (const [table, additions] of Map.groupBy(decided, (edit) => edit.table)) {
    const yaml = new YamlText(current)
    const fresh = additions.filter(({ column }) => yaml.find('columns', table, column) === undefined)
    if (fresh.length > 0) current = addTo(yaml, table, fresh, headers.get(table) ?? [])
  }
  return current
}

function addTo(
  yaml: YamlText,
  table: string,
  fresh: readonly { readonly column: string; readonly entry: DecidedColumn }[],
  order: readonly string[],
): string {
  const pairOf = ({ column, entry }: (typeof fresh)[number]) => `${encodeKey(column)}: ${encodeEntry(entry)}`
  const own = yaml.find('columns', table)
  if (own !== undefined && own.map.items.length > 0) {
    for (const each of fresh) {
      const before = order.slice(0, Math.max(0, order.indexOf(each.column))).reverse()
      const anchor = before.find((header) => yaml.pairOf(own, header) !== undefined)
      yaml.insert(own, anchor === undefined ? undefined : yaml.pairOf(own, anchor), pairOf(each))
    }
    return yaml.toString()
  }
  if (own !== undefined) {
    yaml.replace(own, `{ ${fresh.map(pairOf).join(', ')} }`)
    return yaml.toString()
  }
  const all = yaml.find('columns')
  const block = [`${encodeKey(table)}:`, ...fresh.map((each) => `  ${pairOf(each)}`)]
  if (all === undefined) yaml.append(['', 'columns:', ...block.map((line) => `  ${line}`)])
  else if (all.map.flow) {
    const inline = `${encodeKey(table)}: { ${fresh.map(pairOf).join(', ')} }`
    if (all.map.items.length === 0) yaml.replace(all, `{ ${inline} }`)
    else yaml.insert(all, all.map.items.at(-1), inline)
  } else yaml.insert(all, all.map.items.at(-1), block.join('\n'))
  return yaml.toString()
}
