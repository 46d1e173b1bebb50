import { type GeneraliseStep, generaliseText, UNREADABLE } from './generalise.ts'
import { type MaskShape, maskText } from './mask.ts'
import { openPseudonyms } from './pseudonymise.ts'

/** What an action does to every cell of a column. */
export type Change =
  | { readonly action: 'mask'; readonly shape: MaskShape }
  | {
      readonly action: 'generalise'
      readonly to: GeneraliseStep
      /** Of bands of the seller's own, ascending. */
      readonly bounds?: readonly number[] | undefined
    }
  | {
      readonly action: 'pseudonymise'
      /** The key's name in the policy. */
      readonly label: string
    }

/** A change with what it needs; crosses to threads. */
export type KeyedChange =
  | Exclude<Change, { action: 'pseudonymise' }>
  | (Extract<Change, { action: 'pseudonymise' }> & { readonly key: Uint8Array })

/** What the manifest says was done (FORMAT.md section 5.3). */
export function describeChange(change: Change): string {
  switch (change.action) {
    case 'mask':
      return `mask:${change.shape}`
    case 'generalise':
      return ['generalise', change.to, ...(change.bounds === undefined ? [] : [change.bounds.join()])].join(
        ':',
      )
    case 'pseudonymise':
      return `pseudonymise:hmac-sha256:${change.label}`
    default:
      return change satisfies never
  }
}

/** What became of a text that is not empty. `odd`: it was not of the form that the change is made for. */
export interface ChangedText {
  readonly text: string
  readonly odd: boolean
}

/** A change, ready for many texts. */
export function openChange(change: KeyedChange): (text: string) => ChangedText {
  switch (change.action) {
    case 'mask':
      return (text) => maskText(text, change.shape)
    case 'generalise':
      return (text) => {
        const coarse = generaliseText(text, change)
        return { text: coarse ?? UNREADABLE, odd: coarse === undefined }
      }
    case 'pseudonymise': {
      const pseudonymOf = openPseudonyms(change.key)
      return (text) => ({ text: pseudonymOf(text), odd: false })
    }
    default:
      return change satisfies never
  }
}
