interface Path {
  path: string
}

interface InTable extends Path {
  table: string
  columns: readonly number[]
}

const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`
const at = (p: InTable) => `"${p.path}" table "${p.table}", column ${p.columns.join(', ')}`

/** Exports that are databases. */
export const databases = {
  names: (p: { names: readonly string[]; more: number }) =>
    p.names.join(', ') + (p.more > 0 ? `, and ${p.more} more` : ''),
  foreignFlags: (p: Path & { flags: string }) =>
    `"${p.path}" is a database, which says itself what ${p.flags} would say of a CSV`,
  tableAndQuery: '--table and --query both say what to read; give one of them',
  noDatabase: '--table and --query are for databases, and no export here is one',
  hintNoDatabase:
    'an SQLite file is known by its content, or by a name that ends in .db, .db3, .sqlite or .sqlite3',
  noSuchTables: (p: Path & { names: string }) => `"${p.path}" has no table or view named: ${p.names}`,
  hintTables: (p: { names: string }) => `there are: ${p.names}; choose with --table NAME`,
  noTables: (p: Path) => `"${p.path}" is a database without tables`,
  hintNoTables: 'check that it is the right database; a program may keep its data in another file',
  viewsLeftOut: (p: Path & { names: string }) =>
    `"${p.path}": views are not read unless named by --table: ${p.names}`,
  virtualLeftOut: (p: Path & { names: string }) =>
    `"${p.path}": virtual tables are not read unless named by --table: ${p.names}`,
  shadowLeftOut: (p: Path & { names: string }) =>
    `"${p.path}": left out, as what virtual tables keep for themselves: ${p.names}`,

  noColumns: (p: Path & { table: string }) => `"${p.path}" table "${p.table}" has no columns`,
  tooManyColumns: (p: Path & { table: string; got: number; most: number }) =>
    `"${p.path}" table "${p.table}" has ${p.got} columns, at most ${p.most} are possible`,
  emptyNames: (p: InTable) => `${at(p)}: no name`,
  badNames: (p: InTable) => `${at(p)}: a name with NUL or characters that do not exist`,
  longNames: (p: InTable) => `${at(p)}: a name longer than 1,024 bytes`,
  valuesAsNames: (p: InTable) => `${at(p)}: a name that looks like a value; names are not encrypted`,
  doubleNames: (p: InTable) => `${at(p)}: a name that an earlier column has`,
  hintRename: 'name the columns yourself: --query "SELECT … AS name, … FROM …"',

  badQuery: (p: Path & { reason: string }) => `"${p.path}": the query cannot be run: ${p.reason}`,
  parameters: 'it has parameters, and nothing gives them values',
  givesNoRows: 'it gives no rows',
  failedRunning: (p: { code: string }) => `it failed while it ran (${p.code})`,
  hintQuery: 'give one SELECT; it is only ever read',

  notSqlite: (p: Path) => `"${p.path}" is not an SQLite database, though its name says so`,
  hintNotSqlite:
    'it may be encrypted, as chat programs and SQLCipher do, or cut off: have the program that made it export plain data',
  damaged: (p: Path) => `"${p.path}" is damaged: SQLite cannot read all of it`,
  refused: (p: Path & { code: number }) => `"${p.path}" cannot be read as a database (SQLite ${p.code})`,
  hintDamaged: (p: Path) =>
    `save what can be saved into a new file: sqlite3 "${p.path}" .recover | sqlite3 NEW.db`,
  beside: (p: Path & { beside: string }) =>
    `"${p.path}" is not all there: "${p.beside}" holds changes that are not in it yet`,
  hintBeside: 'close the program that uses it, until that file is gone or empty, and run the command again',
  hintCopy: (p: Path) => `or make a whole copy and seal that: sqlite3 "${p.path}" "VACUUM INTO 'COPY.db'"`,
  notText: (p: Path & { table: string; row: number; column: number }) =>
    `"${p.path}" table "${p.table}" row ${p.row}: column ${p.column} holds text that is not valid in the database's encoding`,
  hintNotText: 'if those are bytes and no text: --query "SELECT CAST(… AS BLOB) AS …, … FROM …"',
  rowTooLong: (p: Path & { most: number }) => `"${p.path}": a row is longer than ${mib(p.most)}`,
}
