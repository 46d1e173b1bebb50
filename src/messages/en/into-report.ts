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
  typed: 'columns that are not text:',
  typedColumns: (p: { table: string; columns: readonly string[] }) =>
    `table "${p.table}": ${p.columns.join(', ')}`,
  stayedText: 'columns that stayed text, since not every cell would be read back as the text that it was:',
  stayed: (p: { table: string; column: string; because: string }) =>
    `table "${p.table}": "${p.column}": ${p.because}`,
  noType: (p: { why: string; row: string }) =>
    `no cell is of a type that would keep it as it is; the first, in row ${p.row}: ${p.why}`,
  noValues: 'it has no cells but NULL',
  nearly: (p: { type: string; cells: string; row: string; why: string }) =>
    `${p.cells} cell${p.cells === '1' ? ' is' : 's are'} not ${p.type}; the first, in row ${p.row}: ${p.why}`,
  textReasons: {
    'empty-text': 'the empty text, which is not NULL',
    'space-around': 'space in front or behind',
    'plus-sign': 'a plus sign',
    'leading-zero': 'a zero in front',
    'negative-zero': 'minus zero',
    'trailing-zero': 'a zero at the end of a fraction',
    'too-many-digits': 'more digits than the type keeps',
    exponent: 'a number with an exponent',
    'digit-groups': 'digits in groups',
    'date-or-time': 'a date or time, which PostgreSQL alone has a type for, in the form YYYY-MM-DD hh:mm:ss',
    'boolean-form': 'a yes or no, which PostgreSQL alone has a type for, as true and false or t and f',
    'other-text': 'another text',
  },
  rowNumber: (p: { table: string; column: string }) =>
    `table "${p.table}": "${p.column}" is the number of the row in the deed, to join other parts of the table on`,
  nulls: 'NULL is what was empty without quotes, or NULL, in the export; "" is the empty text',
  absent: (p: { tables: string }) => `${p.tables}: absent and null members are both NULL`,
  bytes: (p: { table: string; columns: string }) =>
    `table "${p.table}": bytes are kept as hexadecimal text in ${p.columns}`,
  listed: 'the table datadeed_columns says what each column holds, and what it is called in the deed',
  commented: 'comments of tables and columns say what each holds, and what it is called in the deed',
}
