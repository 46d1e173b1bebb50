export const restore = {
  fileExists: (p: { path: string }) => `"${p.path}" exists already; nothing was written`,
  chooseFolder: 'choose another folder with -o, or move the file away first',
  insideDeed: (p: { path: string }) => `"${p.path}" is the deed itself or lies in it; nothing was written`,
  notAFolder: (p: { path: string }) => `"${p.path}" is not a folder, or is a link`,
  folderSwapped: (p: { path: string }) => `the folder "${p.path}" was replaced by another while restoring`,
  foreignPreamble: (p: { table: string }) =>
    `table "${p.table}": what stands before its rows is not the header line of its columns, or holds more than that`,
  badPath: (p: { table: string }) =>
    `table "${p.table}": a column's name is not the path of a member, as tables from JSON have it`,
  deepPath: (p: { table: string; most: number }) =>
    `table "${p.table}": a column's name is the path of a member more than ${p.most} levels deep`,
  foreignCell: 'a cell is not the JSON that the deed says it is; the deed was made by a faulty program',
  askSeller: 'ask the seller for the deed again; nothing was restored from this one',
  unknownCompartments: (p: { names: string; known: string }) =>
    `this deed has no compartment ${p.names}; there are: ${p.known}`,
  compartmentsNotOpened: (p: { names: string }) => `this key does not open: ${p.names}`,
  askForCompartment: 'leave it out of --compartments, or ask the seller for access to it',
  readBackDiffers: (p: { file: string }) =>
    `"${p.file}" was read again, and is not what was written; nothing was restored`,
  hintReadBack:
    'the disk or something on its way is at fault: restore onto another disk, and do not trust this one',
  nothingOpens: 'this key opens no compartment of this deed',
}
