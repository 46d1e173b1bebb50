/** Header words per language, and how a header is read with them. */
export type { Entry } from './dictionary.ts'
export { foldHeader } from './fold.ts'
export { mentionsChild, mentionsParent, type Owner } from './owners.ts'
export { type HeaderReading, readHeaders } from './read-header.ts'
