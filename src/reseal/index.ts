/**
 * A deed sealed once more after a compromise: the same content, proven byte for byte, under new keys and for other readers.
 * The old deed is taken away only when the new one is there to stay, and only if that is asked for. Nothing here takes a
 * key back: whoever held the old ones still opens every copy of the old deed.
 */
export type { Party } from './choose-readers.ts'
export type { LeftOutBecause, NamedDeed, ResealProgress, ResealReport, ResealRequest } from './request.ts'
export { resealDeed } from './reseal-deed.ts'
export { RESEAL, type ResealPaper, takeReseal } from './reseal-paper.ts'
export { retiredName } from './retire-deed.ts'
export { startResealThreads } from './walk-blocks.ts'
