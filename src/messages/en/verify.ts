export const verify = {
  notCheckedFresh:
    'fresh: the deed has not expired, but without a ledger nothing shows whether a newer one exists',
  notCheckedRestorable: 'restorable: no key was given; use --key MY.key to open every block',
  partly: (p: { opened: readonly string[]; closed: readonly string[] }) =>
    `restorable: checked for ${p.opened.join(', ')}; this key does not open ${p.closed.join(', ')}`,
  expired: (p: { date: string }) => `the deed expired on ${p.date}`,
  expiredHint: 'ask the seller whether it still counts; it can still be restored into a folder',
}
