export const classify = {
  header: (p: { word: string; language: string }) => `the header says "${p.word}" (${p.language})`,
  headerPart: (p: { word: string; language: string }) => `the header contains "${p.word}" (${p.language})`,
  headerOverruled: (p: { word: string }) => `the header says "${p.word}", but the cells do not agree`,
  checksum: (p: { type: string; percent: number }) =>
    `${p.percent} % of the filled cells pass the check digits of ${p.type}`,
  shape: (p: { type: string; percent: number }) =>
    `${p.percent} % of the filled cells have the form of ${p.type}`,
  embedded: (p: { what: string; percent: number }) => `${p.percent} % of the texts contain ${p.what}`,
  scan: (p: { what: string; cells: number; atLeast?: true }) =>
    `the scan of all rows found ${p.what} in ${p.atLeast ? 'at least ' : ''}${p.cells} cell${p.cells === 1 ? '' : 's'}`,
  owner: (p: { word: string }) => `"${p.word}" in the header: it belongs to a business, not to a person`,
  child: 'the table is about children, so their columns are specially protected',
  animal: 'it is about an animal, not about a person',
  payrollTable: 'other columns of this table are about pay',
  goodsTable: 'other columns of this table are about goods',
  medicalTable: 'other columns of this table are about health',
  fewValues: (p: { distinct: number }) =>
    `only ${p.distinct} different value${p.distinct === 1 ? '' : 's'}, again and again`,
  masked: (p: { percent: number }) =>
    `${p.percent} % of the filled cells are masked; masked data are still personal`,
  blank: 'no cell is filled',
  unsure: 'neither header nor cells decide; protected to be safe, please check',
  unexamined: (p: { cells: number }) =>
    `${p.cells} cell${p.cells === 1 ? ' was' : 's were'} too long and looked at only in part`,
  columnsUnexamined: (p: { cells: string; columns: string }) =>
    `cells that were not examined as far as their columns need: ${p.cells}, in ${p.columns}`,
  hintUnexamined:
    'look at these columns and decide them in a policy (datadeed classify EXPORT… --write-policy datadeed.yaml)',
}
