/** The page of a preview: a function of the signed figures alone, and the way back from a page to the paper on it. */
export { findPaper } from './paper-block.ts'
export { renderPreviewPage } from './render-preview-page.ts'
