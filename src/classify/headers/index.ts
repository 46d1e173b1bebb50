/** Header words per language, and how a header is read with them. */
export { isGrading } from './carriers.ts'
export type { Entry } from './dictionary.ts'
export { foldHeader } from './fold.ts'
export { mentionsAnimal, mentionsChild, mentionsParent } from './owners.ts'
export { readHeaders } from './read-header.ts'
export type { HeaderReading } from './reading.ts'
