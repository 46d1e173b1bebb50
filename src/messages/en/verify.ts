export const verify = {
  notCheckedFresh:
    'fresh: the deed has not expired, and the ledger of this computer knows of no newer one; whether there is one, only the seller can say',
  newerSeen: (p: { sequence: number; newer: number }) =>
    `this deed is number ${p.sequence} of its series; number ${p.newer} was seen on this computer before`,
  newerSeenHint: 'use the newer deed; datadeed ledger show says when it was seen',
  notCheckedRestorable: 'restorable: no key was given; use --key MY.key to open every block',
  partly: (p: { opened: readonly string[]; closed: readonly string[] }) =>
    `restorable: checked for ${p.opened.join(', ')}; this key does not open ${p.closed.join(', ')}`,
  expired: (p: { date: string }) => `the deed expired on ${p.date}`,
  expiredHint: 'ask the seller whether it still counts; it can still be restored into a folder',
}
