interface Cells {
  column: string
  cells: string
}

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
    'above-header': (p: { rows: string }) => `${p.rows} rows above the header line are left out`,
    'below-table': (p: { rows: string }) => `${p.rows} rows below the table are left out`,
    blank: (p: { rows: string }) => `${p.rows} blank rows are left out`,
  },
  remarks: {},
  otherRemark: (p: Cells & { code: string }) => `column "${p.column}": ${p.code} (${p.cells} cells)`,
}
