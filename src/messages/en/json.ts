interface Place {
  path: string
  line: number
  offset: number
  most: number
}

const at = (p: Place) => `"${p.path}" line ${p.line} (byte ${p.offset})`
const mib = (bytes: number) => `${bytes / 1024 / 1024} MiB`

/** JSON lines and JSON arrays as exports. */
export const json = {
  empty: (p: { path: string }) => `"${p.path}" holds no table: no object with a member in it`,
  wide: (p: { path: string }) => `"${p.path}" is UTF-16 or UTF-32; JSON that travels is UTF-8`,
  hintWide: 'convert a copy: iconv -f UTF-16 -t UTF-8 OLD.jsonl > NEW.jsonl',
  foreign: (p: { path: string; what: string }) => `"${p.path}" is not JSON: its content is ${p.what}`,
  hintForeign:
    'name the file that holds JSON itself: one object a line (.jsonl) or one array of objects (.json)',
  arrayInLines: (p: { path: string }) =>
    `"${p.path}" holds an array; under this name one object a line is expected`,
  hintNameJson: 'give a copy a name that ends in .json',
  noArray: (p: { path: string }) =>
    `"${p.path}" does not begin with an array; under this name one array of objects is expected`,
  hintNameJsonl: 'if it has one object a line: give a copy a name that ends in .jsonl',
  hintInnerArray:
    'if the rows are an array within an object: write that array alone into a file, as jq .rows OLD.json > NEW.json',
  csvOnly: (p: { path: string; flags: string }) =>
    `${p.flags} concerns CSV only, but "${p.path}" is read as JSON`,
  hintCsvOnly: 'leave it out; exports that need it are sealed by a command of their own',
  emptyName: (p: { path: string }) =>
    `"${p.path}": a member has an empty name, which no column of a deed can have`,
  hintEmptyName: 'give it a name in a copy of the export',
  valuesAsNames: (p: { path: string; columns: readonly number[]; count: number }) =>
    `"${p.path}": names of members look like values (${p.count} columns; the first are ${p.columns.join(', ')}); names are not encrypted`,
  hintKeyedByValue:
    'objects that are keyed by telephone number, date or the like: export an array of objects with that key as a member',
  faults: {
    encoding: (p: Place) => `${at(p)}: not valid UTF-8`,
    byte: (p: Place) => `${at(p)}: no valid JSON: another character is expected here`,
    cut: (p: Place) => `${at(p)}: the object is not complete, it ends here`,
    control: (p: Place) => `${at(p)}: a bare control character within a string, which JSON writes as \\u00XX`,
    escape: (p: Place) => `${at(p)}: a backslash that begins no escape of JSON`,
    behind: (p: Place) => `${at(p)}: more stands behind the value`,
    noObject: (p: Place) => `${at(p)}: a row that is no object`,
    keyTwice: (p: Place) =>
      `${at(p)}: a name that the object has already; programs disagree which of the two counts`,
    nul: (p: Place) => `${at(p)}: a NUL character, which no cell can hold`,
    surrogate: (p: Place) => `${at(p)}: half of a surrogate pair, which is no character`,
    depth: (p: Place) => `${at(p)}: nested deeper than ${p.most} levels`,
    cellSize: (p: Place) => `${at(p)}: the cell is longer than ${mib(p.most)}`,
    rowSize: (p: Place) => `${at(p)}: the row that begins here is longer than ${mib(p.most)}`,
    nameSize: (p: Place) => `${at(p)}: the column's name would be longer than ${p.most} bytes`,
    columns: (p: Place) => `${at(p)}: more than ${p.most} columns; each member of nested objects makes one`,
  },
  hints: {
    encoding:
      'export it again as UTF-8, or convert a copy if all of it is in one encoding: iconv -f GB18030 -t UTF-8 OLD.jsonl > NEW.jsonl',
    byte: 'look at that place: one object a line (.jsonl), or one array of objects (.json), strictly as RFC 8259 has it',
    cut: 'look at that place: the export may have been cut off, or an object stands on several lines of a .jsonl',
    control: 'export it again with a program that escapes control characters',
    escape: 'export it again with a program that writes valid JSON',
    behind: 'one object a line (.jsonl), or one array and nothing behind it (.json)',
    noObject: 'every row must be an object, {"name": value, …}; export it again in that form',
    keyTwice: 'export it again so that every name stands once in its object',
    nul: 'remove it where the data come from, or in a copy of the export',
    surrogate: 'the text was cut in the middle of a character; correct it where the data come from',
    depth: 'export the inner parts as tables of their own, or as text',
    cellSize: 'leave large contents, such as pictures, out of the export',
    rowSize: 'look at that place: the export may lack its line ends, or be no export at all',
    nameSize: 'give the members shorter names, or export the inner objects as a table of their own',
    columns: 'objects that are keyed by what they hold: export them as arrays of objects instead',
  },
}
