/** Other readers for the deeds of a series. */
export const rotate = {
  oneFile: 'the deed is one file, and only one that is a folder can have its readers changed',
  readOtherwise: 'what was written is read back otherwise than it was written',
  againHint: 'run the command again; it goes on where it was',
  nothingAsked: 'nobody is named: give --to for who comes, --drop for who goes, or both',
  both: (p: { name: string }) => `"${p.name}" cannot come and go at once: it is named by --to and by --drop`,
  title: (p: { name: string }) => `readers of the series "${p.name}", as of now`,
  wouldTitle: (p: { name: string }) => `readers of the series "${p.name}", as they would be`,
  headings: ['#', 'Deed', 'Readers', 'Statement', 'Read by'],
  states: {
    rotated: 'changed',
    finished: 'finished',
    unchanged: 'as they were',
    pruned: 'pruned',
    refused: 'REFUSED',
  },
  empty: 'no deed yet',
  counts: (p: { changed: string; same: string; refused: string }) =>
    `changed ${p.changed}, as they were ${p.same}, refused ${p.refused}`,
  refusal: (p: { sentence: string }) => `- ${p.sentence}`,
  neverAgain: (p: { deeds: number }) =>
    `of these deeds, ${p.deeds} will have no reader who may change the readers again`,
  neverAgainHint:
    'if that is not meant: let a card come that follows the old one (datadeed keys rotate OLD.key), or let one stay that the series lets grant; --dry-run shows it beforehand',
  limitsTitle: 'what this does not do:',
  limits: [
    'whoever could open these deeds until now may have kept their keys, or a copy of the series: to them they stay open. Only sealing anew, under other keys, ends that',
    'deeds that come are for whom the host names: tell it (backup run --to CARD, or "readers" under "backup" in its policy)',
  ],
  next: (p: { folder: string; card: string }) =>
    `next, to see that no deed opens with it: datadeed keys census ${p.folder} --fail-if opens-with:${p.card}`,
}
