export const ledger = {
  // Writing
  theKey: (p: { path: string }) => `the ledger's key "${p.path}"`,
  keyDamaged: (p: { what: string }) => `${p.what} is not what this program wrote`,
  keyGone: (p: { path: string }) =>
    `the ledger's key "${p.path}" is gone, so nothing can be added to the ledger`,
  keyGoneHint: (p: { path: string }) =>
    `bring the key back; if it is lost, keep ${p.path} as evidence under another name, and a new ledger begins`,
  notContinued: (p: { path: string }) =>
    `the last line of the ledger "${p.path}" is not as it was written, so nothing can be added behind it`,
  notContinuedHint:
    'datadeed ledger verify names the first bad line; bring the ledger back from a backup, or keep it as evidence under another name, and a new one begins',
  unwritten: (p: { path: string; why: string }) =>
    `nothing is done that cannot stand in the ledger: ${p.why}`,
  unwrittenRead: (p: { path: string; why: string }) => `this is not in the ledger: ${p.why}`,
  homeHint: 'the ledger lies in the folder that --home names; make room there, or make it writable',
  lockTaken: (p: { pid: number }) =>
    `the ledger was locked by process ${p.pid}, which is over; its lock was taken over`,
  completed: 'the last line of the ledger lacked its end, as after a power cut; it was completed',
  setAside: (p: { bytes: number; file: string }) =>
    `the ledger ended in half a line (${p.bytes} bytes), as after a power cut; it was moved to "${p.file}"`,
  // Reading
  theLastLine: 'the last line of the ledger',
  lineTooLong: (p: { what: string; got: number; most: number }) =>
    `${p.what} has ${p.got} bytes, at most ${p.most} are read`,
  lineForm: (p: { what: string }) => `${p.what} is no line of a ledger of this version`,
  lineSpelling: (p: { what: string }) => `${p.what} is not spelled as it was written`,
  lineSignature: (p: { what: string }) => `${p.what} is not as it was signed`,
  lineNoKey: (p: { what: string }) => `${p.what} does not begin a ledger: it names no key`,
}
