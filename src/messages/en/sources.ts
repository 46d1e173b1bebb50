interface Cells {
  column: string
  cells: string
}

const cellsOf = ({ cells }: Cells) => (cells === '1' ? '1 cell' : `${cells} cells`)
const rowsOf = ({ rows }: { rows: string }) => (rows === '1' ? '1 row' : `${rows} rows`)
const areIs = ({ rows }: { rows: string }) => (rows === '1' ? 'is' : 'are')

/** Where a table was read, and what its source cannot give back. */
export const sources = {
  join: ', ',
  csv: (p: { encoding: string; encodingBy: string; delimiter: string }) =>
    `encoding ${p.encoding} (by ${p.encodingBy}), delimiter ${p.delimiter}`,
  jsonl: 'JSON lines',
  json: 'a JSON array',
  xlsx: (p: { sheet: string }) => `Excel sheet "${p.sheet}"`,
  sqlite: (p: { from: string }) => `SQLite ${p.from}`,
  postgres: (p: { from: string; version: string }) => `PostgreSQL ${p.version} ${p.from}`,
  from: { table: 'table', view: 'view', query: 'query' },
  compressed: (p: { by: string }) => `packed with ${p.by}`,
  files: (p: { files: number }) => `${p.files} files as one table`,
  excluded: {
    'above-header': (p: { rows: string }) => `${rowsOf(p)} above the header line ${areIs(p)} left out`,
    'below-table': (p: { rows: string }) => `${rowsOf(p)} below the table ${areIs(p)} left out`,
    blank: (p: { rows: string }) => `${rowsOf(p)} above the table, blank, ${areIs(p)} left out`,
  },
  remarks: {
    'large-object-not-read': (p: Cells) =>
      `column "${p.column}": ${cellsOf(p)} name large objects, which are not read: only their numbers are sealed`,
    'digits-cut': (p: Cells) =>
      `column "${p.column}": digits were lost before in ${cellsOf(p)}: a spreadsheet keeps 15 digits of a number, and these are longer`,
    'not-a-date': (p: Cells) =>
      `column "${p.column}": no date in ${cellsOf(p)}, though formatted as one; sealed as a number`,
    'date-rounded': (p: Cells) => `column "${p.column}": a date is rounded to milliseconds in ${cellsOf(p)}`,
    'shown-otherwise': (p: Cells) =>
      `column "${p.column}": Excel shows ${cellsOf(p)} otherwise (leading zeros, currency signs, words, percent, rounding of long ones); the stored number is sealed`,
    'shown-rounded': (p: Cells) =>
      `column "${p.column}": Excel shows fewer decimals of ${cellsOf(p)}; the stored number is sealed`,
    'formula-values': (p: Cells) =>
      `column "${p.column}": formulas in ${cellsOf(p)}; the calculated values are sealed`,
    'error-values': (p: Cells) => `column "${p.column}": errors such as #N/A in ${cellsOf(p)}`,
    'merged-cells': (p: Cells) =>
      `column "${p.column}": ${cellsOf(p)} empty, merged with the one that has the value`,
    'hidden-column': (p: Cells) =>
      `column "${p.column}" is hidden in the sheet (${cellsOf(p)} filled) and sealed like the others`,
  },
  damage: (p: { table: string; line: string }) => `table "${p.table}", ${p.line}`,
  hintDamage:
    'it is sealed as it stands: better export these columns anew, as text; --fail-on-damage refuses it instead',
  damageRefused: (p: { columns: number; cells: string }) =>
    `${p.columns} ${p.columns === 1 ? 'column' : 'columns'} of the exports, ${p.cells} cells, were damaged before, and --fail-on-damage is set`,
  hintDamageRefused: 'export these columns anew, as text, from the program that has them',
  otherRemark: (p: Cells & { code: string }) => `column "${p.column}": ${p.code} (${p.cells} cells)`,
}
