export const verify = {
  notCheckedAuthentic: 'authentic: no card of the seller was given; use --from SELLER.card',
  notCheckedFresh:
    'fresh: this deed has no expiry date, and without a ledger nothing shows whether a newer one exists',
  notCheckedRestorable: 'restorable: no key was given; use --key MY.key to open every block',
  notCheckedFailed: (p: { verdict: string }) =>
    `${p.verdict}: could not be checked, because of the failures above`,
  partly: (p: { opened: string; closed: string }) =>
    `restorable: checked for ${p.opened}; this key does not open ${p.closed}`,
  expired: (p: { date: string }) => `the deed expired on ${p.date}`,
  expiredHint: 'ask the seller for a new deed; restoring to a folder is still possible',
}
