import type { ColumnType, Compartment } from '../classify/index.ts'

export const ACTIONS = ['seal', 'drop', 'mask', 'generalise', 'pseudonymise'] as const
export type Action = (typeof ACTIONS)[number]

/**
 * What happens to a column that nobody has reviewed. `classify`: as the classifier decides. `refuse`: nothing is sealed
 * (exit 14). `seal-strict`: into the compartment with the fewest readers, and so does one that is another than reviewed.
 */
export const UNREVIEWED = ['classify', 'refuse', 'seal-strict'] as const
export type Unreviewed = (typeof UNREVIEWED)[number]

/** What is compared with the review before anything is sealed: names and types of columns, or only their names. */
export const DRIFT = ['types', 'names'] as const
type DriftCheck = (typeof DRIFT)[number]

/** What the classifier saw in a column when it was reviewed. */
export interface Found {
  readonly type: ColumnType
  readonly compartment: Compartment
}

export interface ColumnPolicy {
  readonly type?: ColumnType
  readonly compartment?: string
  readonly action: Action
  /** The step of `generalise`; absent: the type's usual one. */
  readonly to?: string
  /** Of the seller's own bands, ascending. */
  readonly bounds?: readonly number[]
  /** Of `pseudonymise`, always: the key's label. */
  readonly key?: string
  /** Its exact sum is sealed with it: a control total. */
  readonly total?: true
  /** Absent in a policy written by hand: the type that it says. */
  readonly found?: Found
  /** The classifier was unsure, and nobody has looked yet. */
  readonly unsure?: true
  /** Where the policy says so, from 1. */
  readonly line: number
}

export interface CompartmentPolicy {
  /** Names or fingerprints of cards; absent: everybody the deed is addressed to. */
  readonly readers?: readonly string[]
  readonly line: number
}

/** Where a key of pseudonyms stays or goes: at least one of the two. */
export interface PseudonymPolicy {
  /** A file that stays with the seller; absent: the key is made for one deed. */
  readonly file?: string
  /** The compartment whose readers get the key. */
  readonly compartment?: string
  readonly line: number
}

/** A data key serves at most so many rows, and so many bytes of source. */
export interface EpochPolicy {
  readonly rows: number
  readonly bytes: number
}

export const RETENTION_RULES = ['last', 'daily', 'weekly', 'monthly', 'yearly'] as const

/** How many copies each rule of a prune keeps. */
export type RetentionPolicy = { readonly [Rule in (typeof RETENTION_RULES)[number]]?: number }

/** What is backed up without a person, and where to; flags outweigh it. */
export interface BackupPolicy {
  /** Exports: files and folders by paths from here, databases as they are written. */
  readonly sources: readonly string[]
  /** The folder of the series. */
  readonly destination?: string
  /** Names or fingerprints of trusted cards. */
  readonly readers: readonly string[]
  /** Seconds that the newest deed or mark may be old. */
  readonly deedAge?: number
  /** Seconds that the newest drill that passed may be old. */
  readonly drillAge?: number
  /** Absent: nothing is pruned. */
  readonly retention?: RetentionPolicy
  /** Numbers of deeds and marks whose deeds are never pruned. */
  readonly hold: readonly number[]
}

export const KEY_USES = ['signing', 'reader'] as const
export type KeyUse = (typeof KEY_USES)[number]

/** Days after which a key is due for rotation, is warned of, and is refused for anything new. */
export type KeyAges = Readonly<
  Record<KeyUse, { readonly due: number; readonly warn: number; readonly refuse: number }>
>

/** The seller's reviewed decisions, read from `datadeed.yaml`. */
export interface Policy {
  readonly path: string
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly digest: string
  readonly compartments: ReadonlyMap<string, CompartmentPolicy>
  /** By table name, or '*' for every table; then by header. */
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, ColumnPolicy>>
  /** By the key's label. */
  readonly pseudonyms: ReadonlyMap<string, PseudonymPolicy>
  readonly epochs: EpochPolicy
  readonly backup?: BackupPolicy
  /** Absent: `refuse` once the policy names a table, `classify` before. */
  readonly unreviewed?: Unreviewed
  readonly drift: DriftCheck
  /** Absent: the usual ones. */
  readonly keyAges?: KeyAges
}

/** The key under `columns` that speaks of every table. */
export const EVERY_TABLE = '*'
