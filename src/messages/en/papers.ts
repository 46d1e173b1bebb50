export const papers = {
  notForPapers: (p: { flag: string }) => `--${p.flag} is for deeds; this file is a paper`,
  noPage: '--html makes a page of a deed or of a receipt; this file is neither',
  noPaper: (p: { name: string }) => `${p.name} is signed, but it is no paper`,
  unknownKind: (p: { name: string }) => `${p.name} is a paper of a kind that this version does not know`,
  tooLong: (p: { name: string; got: number; most: number }) =>
    `${p.name} has ${p.got} bytes, at most ${p.most} are read of a paper`,
  payload: (p: { name: string }) => `the payload of ${p.name}`,
  otherIssuer: (p: { name: string }) =>
    `${p.name} names another issuer than the card that its signatures were checked with`,
  theCardIn: (p: { name: string }) => `the card in ${p.name}`,
}
