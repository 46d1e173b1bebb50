const plural = (count: string, one: string, many: string) => `${count} ${count === '1' ? one : many}`

export const compare = {
  // Usage
  whichTable: (p: { file: string; tables: string }) =>
    `"${p.file}" is named like no table of this deed; there are: ${p.tables}`,
  hintWhichTable: (p: { table: string; file: string }) =>
    `say which one it is: --table "${p.table}=${p.file}"`,
  noSuchTable: (p: { names: string; known: string }) =>
    `this deed has no table ${p.names}; there are: ${p.known}`,
  noKeyColumns: (p: { columns: string }) =>
    `--match-on ${p.columns}: no table that this key opens has these columns`,
  badTable: (p: { got: string }) => `--table "${p.got}" is not DEEDTABLE=TARGETTABLE`,
  tableTwice: (p: { name: string }) => `--table names "${p.name}" twice`,
  databaseOnly: (p: { flag: string }) => `--${p.flag} is for databases, and the target is none`,
  askTarget: 'What is it to be compared with? (a folder, a file, sqlite:FILE or postgres:…)',
  comparing: (p: { table: string }) => `comparing ${p.table}`,
  comparingAgain: (p: { table: string }) => `finding what differs in ${p.table}`,
  // Failure
  differs: (p: { target: string; deed: string }) => `"${p.target}" is not what "${p.deed}" holds`,
  hintOrder: 'leave out --in-order if the order of the rows does not matter',
  hintMissingTable: '--table DEEDTABLE=TARGETTABLE says which table it is, where it has another name',
  hintKey: '--match-on COLUMN,… pairs the rows by columns that tell them apart',
  hintNulls: 'only empty cells differ: whoever loaded the target did not keep NULL and "" apart',
  hintMasked: '--show-masked shows the first cells that differ, masked',
  hintRestoreAgain:
    'find out what changed these rows, or restore once more into a new place; do not sign for the delivery before that',
  nextSame: 'next: keep this result with the deed; the target holds customer data in the clear',
  // Report
  same: (p: { deed: string; target: string; rows: string; time: string }) =>
    `the same: ${p.target} holds what ${p.deed} holds, ${plural(p.rows, 'row', 'rows')}, ${p.time}`,
  different: (p: { deed: string; target: string; rows: string; time: string }) =>
    `DIFFERENT: ${p.target} is not what ${p.deed} holds, ${plural(p.rows, 'row', 'rows')} compared, ${p.time}`,
  headings: ['table', 'in the target', 'rows sealed', 'rows there', 'same', 'different', 'missing', 'extra'],
  equalBy: {
    bytes: (p: { table: string }) => `${p.table}: the same, byte for byte`,
    cells: (p: { table: string }) => `${p.table}: the same, cell for cell`,
  },
  noTable: (p: { table: string }) => `table "${p.table}" is not in the target`,
  noColumns: (p: { table: string; names: string }) => `${p.table}: not in the target: ${p.names}`,
  extraColumns: (p: { table: string; names: string }) => `${p.table}: only in the target: ${p.names}`,
  movedColumns: (p: { table: string; names: string }) => `${p.table}: stands in another place: ${p.names}`,
  column: (p: { table: string; column: string; cells: string }) =>
    `${p.table}: column "${p.column}": ${plural(p.cells, 'cell differs', 'cells differ')}`,
  nullToEmpty: (p: { cells: string }) => `${p.cells} empty in the deed and "" in the target`,
  emptyToNull: (p: { cells: string }) => `${p.cells} "" in the deed and empty in the target`,
  withDetails: (p: { told: string; details: readonly string[] }) => `${p.told} (${p.details.join(', ')})`,
  rowDiffers: (p: { deedRow: string; targetRow: string; columns: string }) =>
    `row ${p.deedRow} (row ${p.targetRow} of the target) differs in ${p.columns}`,
  rowMissing: (p: { row: string }) => `row ${p.row} of the deed is missing`,
  rowExtra: (p: { row: string }) => `row ${p.row} of the target is extra`,
  rowRepeats: (p: { row: string }) =>
    `row ${p.row} of the target is extra: it repeats a row that the deed has`,
  swapped: (p: { column: string; first: string; second: string }) =>
    `rows ${p.first} and ${p.second} have each other's "${p.column}"`,
  swappedColumns: (p: { row: string; first: string; second: string }) =>
    `row ${p.row} has its "${p.first}" and "${p.second}" the other way round`,
  morePlaces: (p: { more: string }) => `and ${p.more} more`,
  masked: (p: { column: string; deedRow: string; deed: string; target: string }) =>
    `row ${p.deedRow}, "${p.column}": ${p.deed} in the deed, ${p.target} in the target`,
  emptyCell: 'empty',
  otherOrder: (p: { table: string; deedRow: string; targetRow: string }) =>
    `${p.table}: the rows stand in another order, from row ${p.targetRow} of the target on`,
  pairedByPlace: (p: { table: string }) =>
    `${p.table}: so many rows differ that rows were paired by their place alone; --match-on COLUMN pairs them by a key that few rows share`,
  notes: {
    'written-otherwise': (p: { table: string }) =>
      `${p.table}: no cell differs, but the file is written otherwise than a restore writes it (quotes, line ends, encoding or layout)`,
    'empty-text-not-told': (p: { table: string }) =>
      `${p.table}: a workbook does not know "" from an empty cell, so they were taken for the same`,
    'absent-not-told': (p: { table: string }) =>
      `${p.table}: the target does not know an absent member from null, so they were taken for the same`,
    'kinds-not-told': (p: { table: string }) =>
      `${p.table}: whether a cell is a number, a text or JSON was not compared, only what it says`,
  },
  otherTables: (p: { names: string }) => `not of this deed, but in the target: ${p.names}`,
  tablesNotCompared: (p: { names: string }) => `not compared: ${p.names}`,
  columnsNotCompared: (p: { table: string; names: string }) =>
    `${p.table}: not compared, because their compartments are not opened or not asked for: ${p.names}`,
}
