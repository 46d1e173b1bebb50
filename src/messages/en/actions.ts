export const actions = {
  settingOfOther: (p: { where: string; owner: string }) =>
    `${p.where}: only the action "${p.owner}" has this`,
  noKey: (p: { where: string }) => `${p.where} is missing: "pseudonymise" needs the name of a key`,
  declareKeyHint:
    'name the key under "pseudonyms": members: { key: members.secret } keeps it with you, members: { compartment: identity } gives it to those readers',
  bands: (p: { where: string; most: number }) =>
    `${p.where}: expected 1 to ${p.most} ascending numbers, as [0, 100, 500]`,
  keyLabel: (p: { label: string }) =>
    `pseudonyms "${p.label}": a name is 1 to 32 of a-z, 0-9 and -, and begins with a letter`,
  keyNowhere: (p: { label: string }) =>
    `pseudonyms "${p.label}": neither "key" (a file that stays with you) nor "compartment" (whose readers get the key)`,
  keyPathEmpty: (p: { label: string }) => `pseudonyms "${p.label}": "key" names no file`,
  keyCompartmentUnused: (p: { label: string; compartment: string }) =>
    `pseudonyms "${p.label}": its key is to go to compartment "${p.compartment}", which holds no column of these exports`,
  notGeneralised: (p: { table: string; column: string; type: string }) =>
    `column "${p.column}" of table "${p.table}" has type ${p.type}, which cannot be generalised`,
  generalisedTypesHint: (p: { types: string }) =>
    `"generalise" knows ${p.types}; correct the type, or mask, pseudonymise or drop the column`,
  stepOfOtherType: (p: { table: string; column: string; type: string; got: string; steps: string }) =>
    `column "${p.column}" of table "${p.table}" has type ${p.type}, which "to: ${p.got}" does not fit (known: ${p.steps})`,
  done: { mask: 'masked', generalise: 'generalised', pseudonymise: 'pseudonymised' },
  changedTable: (p: { table: string }) =>
    `table "${p.table}": cells of these columns were changed before sealing; all of them are still personal information`,
  otherFormMasked: (p: { table: string; column: string; cells: string }) =>
    `column "${p.column}" of table "${p.table}": ${p.cells} cell${p.cells === '1' ? '' : 's'} of another form, masked but for at most the first and the last character`,
  otherFormGeneralised: (p: { table: string; column: string; cells: string }) =>
    `column "${p.column}" of table "${p.table}": ${p.cells} cell${p.cells === '1' ? '' : 's'} could not be read and became *`,
  keyStays: (p: { label: string; file: string }) =>
    `key "${p.label}" of the pseudonyms stays with you in ${p.file}: keep a copy, without it later exports get other pseudonyms`,
  keyToMake: (p: { label: string; file: string }) =>
    `key "${p.label}" of the pseudonyms will be made and stay with you in ${p.file}`,
  keyMade: (p: { label: string; file: string }) =>
    `key "${p.label}" of the pseudonyms was made and stays with you in ${p.file}: keep a copy, without it later exports get other pseudonyms`,
  keyGoes: (p: { label: string; compartment: string }) =>
    `key "${p.label}" of the pseudonyms goes to the readers of ${p.compartment}: they can tell whose a pseudonym is by trying`,
}
