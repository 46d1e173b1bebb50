interface Path {
  path: string
}

interface Column {
  table: string
  column: string
}

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** Restoring into a database. */
export const into = {
  noTarget: 'this is not a database to restore into',
  hintTarget:
    'expected sqlite:FILE, postgres://USER@HOST:PORT/DATABASE, or postgres: for what PGHOST and the like say',
  schemaOfSqlite: '--schema is for PostgreSQL; an SQLite file has no schemas',
  tooManyColumns: (p: { tables: readonly string[]; most: number }) =>
    `${quoted(p.tables)}: a table of this database can have at most ${p.most} columns`,
  hintColumns: 'restore into files (-o FOLDER), or a part of the columns: --compartments NAME,…',
  tablesExist: (p: Path & { tables: readonly string[] }) =>
    `"${p.path}" has these already: ${quoted(p.tables)}; nothing was written`,
  hintTablesExist:
    'give the new tables other names with --prefix, have those there dropped and made anew with --replace, or add the rows to them with --append',
  hintOtherNames: 'give the new tables other names with --prefix',
  cannotAppend: (p: Path & { faults: readonly string[] }) =>
    `"${p.path}" has tables that cannot take these rows; nothing was written: ${p.faults.join('; ')}`,
  hintCannotAppend: 'change those tables, or make new ones beside them with --prefix',
  lacksColumn: (p: Column) => `table "${p.table}" has no column "${p.column}"`,
  takesNoText: (p: Column & { declared: string }) =>
    `column "${p.column}" of table "${p.table}" is ${p.declared}, into which texts do not go as they are`,
  needsColumn: (p: Column) =>
    `column "${p.column}" of table "${p.table}" needs a value that the deed does not have`,
  cellsDoNotFit: (p: Column & { declared: string; cells: number; row: number }) =>
    `column "${p.column}" of table "${p.table}" is ${p.declared}, and ${plural(p.cells, 'cell', 'cells')} would not be the same text there (the first in row ${p.row})`,
  doNotFit: (p: Path & { faults: readonly string[] }) =>
    `"${p.path}" has columns that cannot take these cells; nothing was written: ${p.faults.join('; ')}`,
  hintDoNotFit: 'make those columns text, or make new tables beside them with --prefix',
  tookOthers: (p: Path & { table: string; rows: number; got: number }) =>
    `"${p.path}" table "${p.table}" took ${plural(p.got, 'row', 'rows')} of ${p.rows}; nothing was kept`,
  tableDiffers: (p: {
    table: string
    missing: number
    extra: number
    different: number
    columns: readonly string[]
  }) =>
    [
      `table "${p.table}":`,
      [
        ...(p.missing > 0 ? [`${plural(p.missing, 'row', 'rows')} missing`] : []),
        ...(p.extra > 0 ? [`${plural(p.extra, 'row', 'rows')} too many`] : []),
        ...(p.different > 0
          ? [`${plural(p.different, 'row differs', 'rows differ')} in ${p.columns.join(', ')}`]
          : []),
      ].join(', '),
    ].join(' '),
  notTheSame: (p: { tables: readonly string[] }) =>
    `what the database gives back is not what was sealed, so nothing was kept: ${p.tables.join('; ')}`,
  hintNotTheSame:
    'look for triggers, rules or collations that change what is written, and restore into tables of their own',
}

/** What can go wrong with an SQLite file that is written to. */
export const intoSqlite = {
  notAFile: (p: Path) => `"${p.path}" is no file`,
  busy: (p: Path) => `"${p.path}" is being written to by another program; nothing was changed`,
  readOnly: (p: Path & { code: number }) => `"${p.path}" cannot be opened or written to (SQLite ${p.code})`,
  damaged: (p: Path) => `"${p.path}" is damaged: SQLite cannot read all of it; nothing was changed`,
  full: (p: Path) => `there is not enough space to write "${p.path}"; nothing was changed`,
  tooLarge: (p: Path) => `"${p.path}": SQLite cannot hold a value of this length; nothing was changed`,
  rule: (p: Path) => `"${p.path}": a rule of a table refuses a row; nothing was changed`,
  noDatabase: (p: Path) => `"${p.path}" exists and is no SQLite database; nothing was changed`,
  failed: (p: Path & { code: number }) =>
    `"${p.path}" cannot be written (SQLite ${p.code}); nothing was changed`,
  hints: {
    busy: 'wait until that program is done, or restore into a new file',
    readOnly: 'check the folder and the permissions of both',
    damaged: 'restore into a new file',
    full: 'make room on this disk, or name a file on another one',
    tooLarge: 'restore into files: -o FOLDER',
    rule: 'restore into tables of their own, for example with --prefix',
    noDatabase: 'name another file; a new one is made if there is none',
    failed: 'check the disk, and run the command again',
  },
}

/** What can go wrong with a PostgreSQL database that is written to. */
export const intoPostgres = {
  tooOld: (p: Path) => `"${p.path}" is older than PostgreSQL 10, which is the first that is written to`,
  notUtf8: (p: Path & { encoding: string }) =>
    `"${p.path}" has the encoding ${p.encoding}, which cannot hold every character; only UTF8 can`,
  hintNotUtf8: "make a database that can: CREATE DATABASE name ENCODING 'UTF8' TEMPLATE template0",
  noSchema: (p: Path & { schema: string }) => `"${p.path}" has no schema "${p.schema}"`,
  noSchemaAtAll: (p: Path) => `"${p.path}": no schema of this user's search path exists`,
  hintNoSchema: 'make it first: CREATE SCHEMA name; its name is case-sensitive here',
  hintSchema: 'name one: --schema NAME',
  anotherRestore: (p: Path) => `another restore is writing into this schema of "${p.path}"`,
  hintAnotherRestore: 'wait until it is done, or restore into another schema: --schema NAME',
  commitUnknown: (p: Path) =>
    `"${p.path}": the connection ended in the very moment of the commit, so nobody here knows whether all of it was kept or nothing`,
  hintCommitUnknown: 'look whether the tables are there: they are whole, or not there at all',
  noWriteRight: (p: Path) => `"${p.path}": this user may not do that; nothing was changed`,
  readOnly: (p: Path) => `"${p.path}" takes no changes: it is a replica, or set to read only`,
  diskFull: (p: Path) => `"${p.path}": the server has no space left; nothing was changed`,
  busy: (p: Path) => `"${p.path}": another session holds a table that is needed; nothing was changed`,
  appeared: (p: Path) => `"${p.path}": something of the same name came up meanwhile; nothing was changed`,
  needed: (p: Path) =>
    `"${p.path}": something else, such as a view, needs a table that is to be replaced; nothing was changed`,
  tooLarge: (p: Path & { reason: string }) =>
    `"${p.path}": a row does not fit into a PostgreSQL table (${p.reason}); nothing was changed`,
  rule: (p: Path & { reason: string }) =>
    `"${p.path}": a table refuses a row (${p.reason}); nothing was changed`,
  brokenWrite: (p: Path & { reason: string }) =>
    `"${p.path}": the connection ended before all was written (${p.reason}); nothing of it was kept`,
  failedWrite: (p: Path & { reason: string }) =>
    `"${p.path}": the server stopped with an error (${p.reason}); nothing was changed`,
  hints: {
    noWriteRight:
      'have the right to make tables in this schema granted (GRANT CREATE); a table is replaced by its owner alone',
    readOnly: 'name the primary server, or a database that can be written to',
    diskFull: "make room on the server's disk",
    busy: 'find it in pg_stat_activity, and run the command again when it is done',
    appeared: 'run the command again',
    needed: 'drop that first, or restore beside it: --prefix or --schema',
    tooLarge: 'restore a part of the columns: --compartments NAME,…; or into files: -o FOLDER',
    rule: 'the code is one of PostgreSQL (appendix "Error Codes"); the server log says more',
    brokenWrite: 'see whether the server was stopped or the network failed, and run the command again',
    failedWrite: 'the code is one of PostgreSQL (appendix "Error Codes"); the server log says more',
  },
}
