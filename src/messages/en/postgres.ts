interface Path {
  path: string
}

interface Looked extends Path {
  file: string
}

/** Connections to PostgreSQL, and exports that come from there. No sentence holds a password. */
export const postgres = {
  passwordInUrl: 'the address of the database holds a password, which others can see on the command line',
  hintPasswordFile:
    'leave it out, and put the line HOST:PORT:DATABASE:USER:PASSWORD into ~/.pgpass (chmod 600), or into the file that PGPASSFILE names',
  hintPasswordElse: 'or keep it in a service file (postgres://?service=NAME), or in PGPASSWORD',
  badUrl: 'this is not the address of a PostgreSQL database',
  hintUrl:
    'expected postgres://USER@HOST:PORT/DATABASE, or postgres: to take all of it from the environment (PGHOST, PGSERVICE, …)',
  severalHosts: 'the address names several hosts, and a snapshot is of one',
  notUnderstood: (p: { name: string }) => `the connection asks for "${p.name}", which is not supported here`,
  hintNotUnderstood:
    'take it out of the address, the service file or the environment; it is not ignored, as it may be there for safety',
  badValue: (p: { name: string; expected: string }) =>
    `the connection's "${p.name}" has no such value, expected ${p.expected}`,
  noService: (p: { service: string; files: readonly string[] }) =>
    `no service "${p.service}" in ${p.files.map((file) => `"${file}"`).join(' or ')}`,
  badServiceLine: (p: Path & { line: number }) =>
    `"${p.path}" line ${p.line}: expected NAME=VALUE of a connection`,
  noCertificate: (p: Path & { reason: string }) =>
    `the certificate file "${p.path}" cannot be read (${p.reason})`,
  hintCertificate:
    'sslmode verify-ca and verify-full need the authority that signed the server: sslrootcert=FILE, or sslrootcert=system',

  passwordMissing: {
    missing: (p: Looked) => `"${p.path}" wants a password, and there is no password file "${p.file}"`,
    'no-line': (p: Looked) =>
      `"${p.path}" wants a password, and no line of "${p.file}" fits its host, port, database and user`,
    'open-to-others': (p: Looked) =>
      `"${p.path}" wants a password, and "${p.file}" is not used because others may read it`,
  },
  hintPasswordLine:
    'its lines are HOST:PORT:DATABASE:USER:PASSWORD; * stands for any, a Unix socket is "localhost", and : and \\ within are written \\: and \\\\',
  hintPasswordMode: (p: { file: string }) => `chmod 600 "${p.file}"`,
  wrongPassword: (p: Path) => `"${p.path}" does not accept the password of this user`,
  hintWrongPassword:
    'look at PGPASSWORD, then the service file, then the password file (~/.pgpass): the first that fits is used',
  notLetIn: (p: Path) => `"${p.path}" does not let this user in from here`,
  hintNotLetIn: 'the rules are in pg_hba.conf on the server; check user, database and sslmode',
  noDatabase: (p: Path) => `"${p.path}" has no such database`,
  hintNoDatabase: 'without a name it is the one called like the user; psql -l lists them',
  tooManyConnections: (p: Path) => `"${p.path}" has no connection free`,
  hintTooMany: 'datadeed needs two; close some, or run it later',
  cannotConnect: (p: Path & { reason: string }) => `"${p.path}" cannot be reached (${p.reason})`,
  hintCannotConnect: 'check host, port and sslmode; psql with the same address says more',

  tooOld: (p: Path) => `"${p.path}" is older than PostgreSQL 10, which is the first that is read`,
  noEncoding: (p: Path) =>
    `"${p.path}" has the encoding SQL_ASCII: nobody knows what characters its bytes are`,
  hintNoEncoding: 'restore a dump of it into a database with an encoding, and seal that',
  hintNoTables: 'check the database and the search path of the user; tables elsewhere are named SCHEMA.TABLE',
  schemasLeftOut: (p: Path & { names: string }) =>
    `"${p.path}": outside the search path, not read unless named by --table: ${p.names}`,
  noRightOn: (p: Path & { names: string }) => `"${p.path}": this user may not read: ${p.names}`,
  noRight: (p: Path) =>
    `"${p.path}": this user may not read all rows of a table (or what a view or query needs)`,
  hintNoRight:
    'have the right granted (GRANT SELECT, BYPASSRLS where rows are hidden), or name the other tables by --table',
  broken: (p: Path & { reason: string }) =>
    `"${p.path}": the connection ended before all was read (${p.reason}); nothing of it is used`,
  hintBroken: 'see whether the server was stopped or the network failed, and run the command again',
  failed: (p: Path & { reason: string }) => `"${p.path}": the server stopped with an error (${p.reason})`,
  hintFailed: 'the code is one of PostgreSQL (appendix "Error Codes"); the server log says more',
}
