/** Who signs a series, one card after the other. */
export const signers = {
  tooMany: (p: { most: number }) => `more than ${p.most} cards have signed this series one after the other`,
  twoHint:
    'call the owner on a number you know already; the paper that is wrong must not lie in the folder "signers" of the series',
  tooEarly: (p: { name: string; signed: string; date: string }) =>
    `it says to be signed on ${p.signed}, and the card of "${p.name}" is active from ${p.date} only`,
  tooLate: (p: { name: string; signed: string; date: string }) =>
    `it says to be signed on ${p.signed}, and the card of "${p.name}" signs nothing since ${p.date}`,
  cameBack: (p: { signer: string }) =>
    `it is signed by "${p.signer}", whose successor had gone on with the series by then`,
  cameBackHint:
    'somebody has the old key, or an old run is still set up with it: find out who; the link counts for nothing',
  notSignedYet: (p: { known: string; unknown: string }) =>
    `"${p.known}", whom this computer knows, has signed none of it yet; what is there is by "${p.unknown}", whom it does not know`,
  notSignedYetHint: 'trust the older card too, or wait for the next run: datadeed card trust OLD.card',
  wentOn: (p: { own: string; signer: string; sequence: number }) =>
    `"${p.signer}" has followed "${p.own}" and signed number ${p.sequence} of the series; "${p.own}" signs nothing behind it`,
  wentOnHint: (p: { signer: string }) => `use the key of ${p.signer}: --key ${p.signer}.key`,
  signedBy: (p: { names: readonly string[] }) => p.names.join(', then '),
}
