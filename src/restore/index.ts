/**
 * The buyer's way: a verified deed, through its blocks and slices, into files. It takes nothing but a VerifiedDeed,
 * writes 0600 `.partial` files only, and gives them their names when every check of every block has passed.
 */

export type { RestoredTable, RestoreProgress, RestoreReport, RestoreRequest } from './request.ts'
export { restoreDeed } from './restore-deed.ts'
export { startRestoreThreads } from './restore-threads.ts'
