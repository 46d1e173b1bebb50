const KINDS: Readonly<Record<string, string>> = {
  string: 'a single value',
  array: 'a list',
  map: 'a list of names with what holds for each',
  object: 'a list of settings',
}

export const policy = {
  emptyInBackup: (p: { key: string }) => `backup.${p.key} is empty`,
  nulInBackup: (p: { key: string }) => `backup.${p.key} holds the character U+0000, which no path can have`,
  retention: (p: { rule: string; got: string; most: number }) =>
    `backup.retention.${p.rule} is "${p.got}"; expected how many to keep, 1 to ${p.most}`,
  hold: (p: { got: string }) => `backup.hold: "${p.got}" is no number of a deed`,
  notATime: (p: { key: string; got: string }) =>
    `backup.${p.key} must be a time such as 90m, 26h, 7d or 4w, got "${p.got}"`,
  faults: (p: { path: string; count: number; list: string }) =>
    `policy "${p.path}": ${p.count} fault${p.count === 1 ? '' : 's'}\n  ${p.list}`,
  drifted: (p: { path: string; count: number; list: string }) =>
    `the exports are not as policy "${p.path}" reviewed them: ${p.count} difference${p.count === 1 ? '' : 's'}\n  ${p.list}`,
  planFaults: (p: { list: string }) => `these exports cannot be sealed as asked\n  ${p.list}`,
  atLine: (p: { line: number; what: string }) => `line ${p.line}: ${p.what}`,
  moreFaults: (p: { count: number }) => `… and ${p.count} more`,
  tooLarge: (p: { path: string; bytes: number; most: number }) =>
    `policy "${p.path}" has ${p.bytes} bytes; at most ${p.most} are read`,
  notUtf8: (p: { path: string }) => `policy "${p.path}" is not UTF-8 text`,
  duplicateKey: 'a name occurs twice',
  notYaml: (p: { code: string }) => `not valid YAML (${p.code})`,
  alias: 'aliases (*name) are not accepted in a policy',
  unknownKey: (p: { key: string; where: string }) =>
    `unknown setting "${p.key}"${p.where === '' ? '' : ` in ${p.where}`}`,
  kind: (expected: string) => KINDS[expected] ?? expected,
  wrongKind: (p: { where: string; expected: string }) => `${p.where || 'the file'}: expected ${p.expected}`,
  version: (p: { got: string }) => `version is "${p.got}"; this program reads version 1`,
  compartmentName: (p: { name: string }) =>
    `compartment "${p.name}": a name is 1 to 32 of a-z, 0-9 and -, and begins with a letter`,
  noReaders: (p: { name: string }) => `compartment "${p.name}" has no readers`,
  noReadersHint: 'name at least one reader, or leave "readers" out to address everybody in --to',
  tooManyCompartments: (p: { count: number; most: number }) =>
    `${p.count} compartments, the standard ones included; a deed has at most ${p.most}`,
  unknownWord: (p: { where: string; got: string; nearest: string | undefined; known: string | undefined }) =>
    `${p.where}: "${p.got}" is unknown${p.nearest === undefined ? '' : `; did you mean "${p.nearest}"?`}${p.known === undefined ? '' : ` (known: ${p.known})`}`,
  declareCompartment: (p: { name: string }) =>
    `to use a compartment of your own, name it under "compartments": ${p.name}: { readers: [...] }`,
  epochRows: (p: { got: string; most: number }) => `epochs.rows is "${p.got}"; expected 1 to ${p.most}`,
  epochBytes: (p: { got: string }) => `epochs.bytes is "${p.got}"; expected 1KiB to 1GiB, for example 64MiB`,
  keyAge: (p: { where: string; got: string }) =>
    `${p.where} is "${p.got}"; expected days or years up to 100y, for example 90d or 1y`,
  keyAgeOrder: (p: { where: string }) =>
    `${p.where}: due, warn and refuse must not fall from one to the next`,
  readerUnknown: (p: { compartment: string; reader: string; nearest: string | undefined }) =>
    `reader "${p.reader}" of compartment "${p.compartment}" is not among the cards given${p.nearest === undefined ? '' : `; did you mean "${p.nearest}"?`}`,
  readerUnknownHint: 'add the card with --to, or trust it first: datadeed card trust THEIR.card',
  readerAmbiguous: (p: { compartment: string; reader: string }) =>
    `reader "${p.reader}" of compartment "${p.compartment}" is the name of more than one card; write its fingerprint instead`,
  noAddressee: 'nobody is addressed: no card was given with --to',
  noAddresseeHint: 'name the buyer: --to THEIR.card',
  allDropped: 'the policy drops every column; nothing would be left to seal',
  yamlHead: [
    'What datadeed decided for these exports. Check it, change it, then seal with --policy.',
    'A column: type (what it holds), compartment (what the same people may read), action (what is done with it);',
    'all choices stand at the end of this file. found: what datadeed saw when this was written. Leave it as it is:',
    'sealing stops (exit 14) when a column is no longer what was found, and when one is new or gone.',
    'A compartment without an entry under "compartments" is readable by everybody in --to.',
  ],
  yamlToCheck: (p: { count: number }) =>
    `PLEASE CHECK what is marked "unsure: yes", and take the mark away once you agree, or have datadeed review ask you. When this was written: ${p.count === 1 ? 'one column' : `${p.count} columns`}`,
  yamlNothingToCheck: 'datadeed is sure of every column; look them over all the same.',
  yamlReaders: 'compartments: who may read which; names of cards given with --to, or their fingerprints',
  yamlUnsure: '?',
  yamlConfidence: (p: { percent: number }) => `${p.percent} % sure`,
  yamlUnreviewed:
    'a column that does not stand here: refuse (exit 14), seal-strict (for the fewest readers, reported), classify (as datadeed decides)',
  yamlActions: (p: { actions: string }) =>
    `actions: ${p.actions} (pseudonymise needs a key: docs/policy.md, Actions)`,
  yamlTypes: 'types, by the compartment that each goes into unless you say otherwise:',
}
