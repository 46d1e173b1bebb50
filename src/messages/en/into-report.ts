/** What is told of a restore into a database. */
export const intoReport = {
  restored: (p: { into: string; rows: string; time: string; readBack: string }) =>
    `restored ${p.rows} rows into ${p.into}: ${p.time}; of these ${p.readBack} to read them back and compare every cell with the deed`,
  dry: (p: { into: string; rows: string }) =>
    `a dry run: ${p.rows} rows would be restored into ${p.into}; nothing was written`,
  headings: ['table', 'rows', 'columns', 'in the database', ''],
  done: { made: 'new', replaced: 'replaced', appended: 'rows added' },
  renamed: 'names that the database cannot have as they are, or that two would share there:',
  renamedColumn: (p: { table: string; name: string; column: string }) =>
    `table "${p.table}": column "${p.name}" is "${p.column}"`,
  rowNumber: (p: { table: string; column: string }) =>
    `table "${p.table}": "${p.column}" is the number of the row in the deed, to join other parts of the table on`,
  nulls: 'NULL is what was empty without quotes, or NULL, in the export; "" is the empty text',
  absent: (p: { tables: string }) => `${p.tables}: absent and null members are both NULL`,
  listed: 'the table datadeed_columns says what each column holds, and what it is called in the deed',
  commented: 'comments of tables and columns say what each holds, and what it is called in the deed',
}
