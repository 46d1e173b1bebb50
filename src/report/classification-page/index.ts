/**
 * The page of `classify --html`: what each column of the exports is, how sure that is and why, what the law calls it,
 * and what needs a person. Made of names, counts and shares; it has no cell to show.
 */
export { type ClassificationFacts, renderClassificationPage } from './page.ts'
