import type { Card, OpenedKey } from '../identity/index.ts'
import type { Language } from '../messages/index.ts'
import type { Policy } from '../policy/index.ts'
import type { ExportRequest, SealProgress, SealRequest } from '../seal/index.ts'
import type { Preview, Stage } from './preview-paper.ts'

/** What a running preview tells whoever watches it: first the classifier's pass over the rows, then the counting one. */
export type PreviewProgress = Omit<SealProgress, 'phase'> & {
  readonly phase: SealProgress['phase'] | 'preview'
}

export interface PreviewRequest {
  readonly exports: readonly ExportRequest[]
  readonly stage: Stage
  readonly seller: OpenedKey
  /** Of the page and of what is invented. */
  readonly language: Language
  readonly policy?: Policy | undefined
  readonly now: Date
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: PreviewProgress) => void) | undefined
  readonly askEncoding?: SealRequest['askEncoding']
}

/** A preview as it was signed. */
export interface SignedPreview {
  readonly preview: Preview
  /** The bytes of its envelope: the JSON form of the file. */
  readonly envelope: Uint8Array
  /** What a person should know of what was left out of the exports. */
  readonly notes: readonly string[]
}

/** How a page is made of a preview and its envelope, and how the envelope is found in one. */
export interface PreviewPages {
  render(preview: Preview, envelope: string): string
  findEnvelope(page: string): string | undefined
}

export interface CheckRequest {
  readonly bytes: Uint8Array
  /** The seller's card, confirmed before. */
  readonly from: Card
  /** The file in sentences. */
  readonly name: string
  readonly pages: PreviewPages
}

export interface CheckedPreview {
  readonly preview: Preview
  readonly form: 'envelope' | 'page'
  /** Of the signed statement, hexadecimal. */
  readonly sha256: string
}
