/**
 * Writing to disk, for every room that writes: the one port to the file system, outputs that have their name only when
 * they are whole, and the sentences for what the system refuses. Whatever fails is taken back, and what cannot be taken
 * back is named. Nothing here knows a format.
 */
export { existsFault, LeftBehind, readFault, reasonOf, writeFault } from './file-faults.ts'
export { type FileSystem, type Found, type NewFile, realFileSystem } from './file-system.ts'
export { holdLock } from './hold-lock.ts'
export { type SweptFolder, sweepPartials } from './leftovers.ts'
export { LineFile, syncFolderNow, writeOwnFileNow } from './line-file.ts'
export { type TakenOver, withLock } from './lock-file.ts'
export { OutputFile } from './output-file.ts'
export { makeOwnFolder, namesIn } from './own-folder.ts'
export { PartialOutput } from './partial-output.ts'
export { type Synced, syncFolder } from './sync.ts'
export { takeAway } from './take-away.ts'
export { type FileToWrite, replaceFile, writeNewFile, writeNewFiles } from './write-file.ts'
