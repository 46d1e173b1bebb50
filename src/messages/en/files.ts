export const files = {
  unreadable: (p: { path: string; reason: string }) => `"${p.path}" cannot be read (${p.reason})`,
  unwritable: (p: { path: string; reason: string }) => `"${p.path}" cannot be written (${p.reason})`,
  noSpace: (p: { path: string }) => `there is not enough space to write "${p.path}"`,
  noSpaceHint: 'free some space, or choose a folder on another disk, then run the command again',
  exists: (p: { path: string }) => `"${p.path}" exists already and is never overwritten`,
  existsHint: 'choose another name with -o, or move the existing one away',
  tooManyOpen: (p: { reason: string }) => `the system lets this program open no more files (${p.reason})`,
  tooManyOpenHint: 'raise the limit, for example with ulimit -n 256, then run the command again',
  leftBehind: (p: { paths: readonly string[] }) =>
    `delete this yourself, it could not be taken away again: ${p.paths.map((path) => `"${path}"`).join(', ')}`,
  lockHeld: (p: { path: string; pid: number }) =>
    `another datadeed (process ${p.pid}) holds "${p.path}" and does not let go of it`,
  lockHeldElsewhere: (p: { path: string }) => `another computer or container holds "${p.path}"`,
  lockStuck: (p: { path: string }) => `"${p.path}" was left behind and could not be taken over`,
  lockHint: 'wait until it has ended, or end it, then run the command again',
  lockDeleteHint: (p: { path: string }) =>
    `if no datadeed is running there any more, delete ${p.path} and run the command again`,
}
