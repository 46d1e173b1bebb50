import type { DrillTarget } from './drill-paper.ts'

/** Where a drill may make its target. */
export type DrillPlace =
  | { readonly kind: 'folder' | 'sqlite'; readonly parent: string }
  | { readonly kind: 'postgres'; readonly database: string }

/** A target that nobody else knows: disposing it without `delete` tries the same, and says nothing. */
export interface ThrowAway extends AsyncDisposable {
  readonly kind: DrillTarget
  /** As `restore` and `compare` name it. */
  readonly operand: string
  readonly schema?: string
  /** @throws DatadeedError IO_WRITE where plain data may still lie there */
  delete(): Promise<void>
}

export interface MakeRequest {
  readonly warn: (sentence: string, hints?: readonly string[]) => void
}
