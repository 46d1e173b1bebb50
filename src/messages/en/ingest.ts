interface Place {
  path: string
  line: number
  character: number
  field: number
}

interface Likeness {
  path: string
  first: string
}

interface TypedPlace {
  path: string
  row: number
  column: number
}

const at = (p: Place) => `"${p.path}" line ${p.line}, column ${p.character}`
const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`

export const ingest = {
  isDirectory: (p: { path: string }) => `"${p.path}" is a folder, expected an export file`,
  notAFile: (p: { path: string }) => `"${p.path}" is a pipe, socket or device, expected a regular file`,
  hintCopyFirst: 'write its content to a file first, then name that file',
  cannotRead: (p: { path: string; reason: string }) => `"${p.path}" cannot be read (${p.reason})`,
  changed: (p: { path: string }) => `"${p.path}" changed while it was read; nothing of it is used`,
  hintChanged: 'wait until the program that writes it is done, or copy the file, and run the command again',
  standardInput: 'standard input',
  otherDigest: (p: { path: string }) => `"${p.path}" does not have the SHA-256 that --expect-sha256 says`,
  otherRows: (p: { path: string; got: number; expected: number }) =>
    `"${p.path}" has ${p.got} rows, --expect-rows says ${p.expected}`,
  hintUnexpected: 'it was cut off or is another one: make it anew',
  packedBroken: (p: { path: string; what: string }) =>
    `"${p.path}" is not whole ${p.what} data: it is cut off or damaged, or something stands behind it`,
  hintPackedBroken: 'copy it anew from where it was made',
  packedRatio: (p: { path: string; most: number }) =>
    `"${p.path}" unpacks to more than ${p.most} times its size`,
  hintPackedRatio: 'no export does that; if this one is sound, unpack it and name the unpacked file',
  rowsOfMany: (p: { path: string }) =>
    `--expect-rows is for an export of one table, which "${p.path}" is not`,
  tooManyFiles: (p: { got: number; most: number }) =>
    `${p.got} files as one table, at most ${p.most} are possible`,
  hintTooManyFiles: 'put some of them together first, or make several tables of them',
  otherColumnCount: (p: Likeness & { got: number; expected: number }) =>
    `"${p.path}" has ${p.got} columns, "${p.first}" has ${p.expected}`,
  otherColumnName: (p: Likeness & { column: number; got: string; expected: string }) =>
    `"${p.path}": column ${p.column} is called "${p.got}", in "${p.first}" it is "${p.expected}"`,
  otherEncoding: (p: Likeness & { got: string; expected: string }) =>
    `"${p.path}" is ${p.got}, "${p.first}" is ${p.expected}`,
  otherDelimiter: (p: Likeness) => `"${p.path}" has another delimiter than "${p.first}"`,
  hintOneShape: 'files of one table need the same columns in the same order, written alike',
  hintJoined: 'to seal each file as a table of its own, name the files instead of the folder, without --join',
  cutUnseen: 'standard input: whether it was cut off cannot be told without --expect-rows or --expect-sha256',
  foreignFormat: (p: { path: string; what: string }) => `"${p.path}" is not CSV: its content is ${p.what}`,
  protectedWorkbook: 'an Excel workbook with a password (OLE)',
  aDeed: 'a deed',
  hintUnpack: 'unpack it, then name the CSV that was inside',
  hintSaveAsXlsx: 'open it in Excel, WPS or LibreOffice and save it as .xlsx',
  hintRenameXlsx: 'rename it to .xlsx',
  hintWorkbookAlone:
    'give it as a file of its own that is named .xlsx: not packed, not piped, not joined with others',
  hintPassword: 'open it with its password, take the password off, and save it as .xlsx',
  hintExportAsCsv: 'export the table as CSV (UTF-8) from the program that made this file',
  hintNameJson:
    'give it a name of its own that ends in .jsonl (one object a line) or .json (one array of objects)',
  hintNameDatabase: 'give it a name that ends in .db: its tables are read as they are',
  hintDecrypt: 'decrypt it, then name the CSV that was inside',
  hintIsDeed: 'it is sealed already; to get the exports out: datadeed restore',
  empty: (p: { path: string }) =>
    `"${p.path}" holds no table: expected a header line, got nothing but blank lines`,
  hintEmpty: 'run the export again and check that it wrote rows',

  bomContradictsFlag: (p: { path: string; bom: string; flag: string }) =>
    `"${p.path}" begins with the byte order mark of ${p.bom}, but the encoding asked for is ${p.flag}`,
  utf16WithoutBom: (p: { path: string }) =>
    `"${p.path}" looks like UTF-16, but has no byte order mark that tells which kind`,
  utf32: (p: { path: string }) => `"${p.path}" is UTF-32, which is not read`,
  hintUtf32: 'convert a copy: iconv -f UTF-32 -t UTF-8 OLD.csv > NEW.csv',
  halfUnit: (p: { path: string; size: number; encoding: string }) =>
    `"${p.path}" has ${p.size} bytes, expected an even number for ${p.encoding}: it was cut in the middle of a character`,
  badByte: (p: Place & { offset: number; encoding: string }) =>
    `${at(p)} (byte ${p.offset}): not valid ${p.encoding}`,
  secondBom: (p: { path: string; line: number }) =>
    `"${p.path}" line ${p.line}: a second byte order mark, within the name of column 1`,
  hintSecondBom: 'remove it in a copy of the export; often two files with one each were put together',
  noEncoding: (p: { path: string; offset: number; line: number; tried: readonly string[] }) =>
    `"${p.path}" is not UTF-8 (first at byte ${p.offset}, line ${p.line}) and none of ${p.tried.join(', ')} from end to end either`,
  ambiguousEncoding: (p: { path: string; offset: number; line: number; candidates: readonly string[] }) =>
    `"${p.path}" is not UTF-8 (first at byte ${p.offset}, line ${p.line}); it could be ${p.candidates.join(' or ')}, and its header line does not tell`,
  hintEncoding: (p: { encoding: string }) => `say which it is: --encoding ${p.encoding}`,
  hintWestern: 'if it comes from a Western European program: --encoding windows-1252',
  hintReExport: 'export it again as UTF-8; a file made of parts in different encodings must be split first',

  badSeparatorLine: (p: { path: string }) =>
    `"${p.path}" begins with a "sep=" line that names another delimiter than "," ";" "|" or tab, or than --delimiter`,
  hintSeparatorLine: 'leave --delimiter out, or remove the "sep=" line from a copy of the export',
  ambiguousDelimiter: (p: { path: string; names: readonly string[] }) =>
    `"${p.path}" can be read with more than one delimiter: ${p.names.map((name) => `"${name}"`).join(' and ')}`,
  hintDelimiter: (p: { delimiter: string }) => `say which it is: --delimiter "${p.delimiter}"`,
  titleLine: (p: { path: string; delimiter: string; usual: number }) =>
    `"${p.path}": the first line has 1 field, but most rows have ${p.usual} with "${p.delimiter}" between them`,
  hintOneField: 'if it is a title or total line, remove it from a copy of the export',

  nulByte: (p: Place) => `${at(p)}: a NUL character in field ${p.field}, which CSV text cannot hold`,
  bareQuote: (p: Place) => `${at(p)}: a quote within field ${p.field}, which does not begin with one`,
  textAfterQuote: (p: Place & { opened: number }) =>
    `${at(p)}: text after the closing quote of field ${p.field} (the quoted field begins on line ${p.opened})`,
  unclosedQuote: (p: Place) => `${at(p)}: the quote that opens here is never closed`,
  raggedRow: (p: Place & { got: number; expected: number }) =>
    `"${p.path}" line ${p.line}: the row has ${p.got} fields, expected ${p.expected}`,
  fieldTooLong: (p: Place & { most: number }) => `${at(p)}: field ${p.field} is longer than ${mib(p.most)}`,
  rowTooLong: (p: Place & { most: number }) =>
    `"${p.path}" line ${p.line}: the row is longer than ${mib(p.most)}`,
  noRowEnd: (p: { path: string; most: number }) =>
    `"${p.path}": more than ${mib(p.most)} without the end of a row`,
  headerTooLong: (p: { path: string; most: number }) =>
    `"${p.path}": the header line does not end within the first ${mib(p.most)}`,
  hintQuotes: 'export it again with quotes doubled inside quoted fields (RFC 4180), not with backslashes',
  hintRagged: 'look at that line: a delimiter inside a field needs quotes around the field',
  hintCheckExport: 'look at that place: the export may have been cut off or be no CSV at all',

  typedNul: (p: TypedPlace) =>
    `"${p.path}" row ${p.row}: a NUL character in column ${p.column}, which no text cell can hold`,
  typedSurrogate: (p: TypedPlace) =>
    `"${p.path}" row ${p.row}: half of a surrogate pair in column ${p.column}, which is no character`,
  typedCellTooLong: (p: TypedPlace & { most: number }) =>
    `"${p.path}" row ${p.row}: the cell of column ${p.column} is longer than ${mib(p.most)}`,
  typedRowTooLong: (p: { path: string; row: number; most: number }) =>
    `"${p.path}" row ${p.row}: the row is longer than ${mib(p.most)}`,

  tooManyColumns: (p: { path: string; got: number; most: number }) =>
    `"${p.path}" has ${p.got} columns, at most ${p.most} are possible`,
  hintSplitTable: 'export it as several tables, each with the column that they share',
  emptyNames: (p: { path: string; line: number; columns: readonly number[] }) =>
    `"${p.path}" line ${p.line}: no name for column ${p.columns.join(', ')}`,
  doubleName: (p: { path: string; line: number; name: string; first: number; second: number }) =>
    `"${p.path}" line ${p.line}: columns ${p.first} and ${p.second} have the same name "${p.name}"`,
  nameTooLong: (p: { path: string; line: number; column: number; most: number }) =>
    `"${p.path}" line ${p.line}: the name of column ${p.column} is longer than ${p.most} bytes`,
  valuesAsNames: (p: { path: string; line: number; columns: readonly number[] }) =>
    `"${p.path}" line ${p.line}: column ${p.columns.join(', ')} has a name that looks like a value; names are not encrypted`,
  hintNameColumns: 'give every column a name of its own in a copy of the export',
  hintNoHeader: 'if the first line is a row of data: --no-header',
  hintHeader: 'if these really are names: --header',

  badSegment: (p: { kind: string }) =>
    `a segment of kind "${p.kind}" is not of the form that the format requires`,
  hintDamaged:
    'verify the deed; if it is intact, it was made by a faulty program: ask its sender for a new one',
}
