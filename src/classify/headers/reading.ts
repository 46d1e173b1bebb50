import type { Entry } from './dictionary.ts'
import type { Owner } from './owners.ts'

/** What a header says by itself. */
export interface HeaderReading {
  /** Most likely first; empty where the header says nothing. */
  readonly entries: readonly Entry[]
  /** 1: the whole header is a known word. 0.8: its head is. 0.4: a known word stands somewhere in it. */
  readonly certainty: number
  readonly owner: Owner | undefined
  /** Whether the word only carries something that the rest of the header names in words that are not known. */
  readonly unknown: boolean
  /** Whether no list knows any of the words that stand beside its head. */
  readonly unread: boolean
  /** The word of the owner, for the reason. */
  readonly ownerWord: string
  /** What the end of initials may stand for besides, if the cells say so. */
  readonly ending: readonly Entry[]
  /** A reading by initials (xm, sjh): true of many words at once, so the cells must agree. */
  readonly initials: boolean
  /** Whether these are initials of a word as a whole, not only at their end. */
  readonly whole: boolean
}

export const NOTHING: HeaderReading = {
  entries: [],
  certainty: 0,
  owner: undefined,
  ownerWord: '',
  ending: [],
  unknown: false,
  unread: false,
  initials: false,
  whole: false,
}
