export const verify = {
  notCheckedFresh:
    'fresh: this deed has no expiry date in the past, and without a ledger nothing shows whether a newer one exists',
  notCheckedRestorable: 'restorable: no key was given; use --key MY.key to open every block',
  partly: (p: { opened: readonly string[]; closed: readonly string[] }) =>
    `restorable: checked for ${p.opened.join(', ')}; this key does not open ${p.closed.join(', ')}`,
  expired: (p: { date: string }) => `the deed expired on ${p.date}`,
}
