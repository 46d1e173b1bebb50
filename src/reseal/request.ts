import type { ReadGrants } from '../deed/index.ts'
import type { FileSystem } from '../files/index.ts'
import type { Card, OpenedKey } from '../identity/index.ts'
import type { Recorder } from '../ledger/index.ts'
import type { Party, ReadersChoice } from './choose-readers.ts'
import type { ResealThreads } from './walk-blocks.ts'

/** What a running reseal tells whoever watches it. Bytes are of the deed that is read; `total` is its size. */
export interface ResealProgress {
  readonly phase: 'reseal' | 'read-back'
  readonly table: string
  readonly bytes: number
  readonly total: number
  readonly rows: number
}

export interface ResealRequest extends Omit<ReadersChoice, 'own'> {
  readonly deed: string
  /** The confirmed card of whoever sealed it. */
  readonly from: Card
  /** Opens every compartment of it. */
  readonly key: OpenedKey
  /** Signs the new deed and the paper; the same key, or another one of whoever reseals. */
  readonly signer: OpenedKey
  /** Papers beside the deed that let somebody open it. */
  readonly grants?: ReadGrants | undefined
  readonly output: string
  /** Where the paper goes. */
  readonly paper: string
  /** Takes the old deed away when the new one and the paper are there to stay. */
  readonly retire: boolean
  readonly dryRun: boolean
  readonly workers?: number | undefined
  /** From `startResealThreads`, by whoever has cards and keys to read meanwhile; to be ended by them. */
  readonly threads?: ResealThreads | undefined
  readonly now: Date
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((step: ResealProgress) => void) | undefined
  /** The real one when absent. */
  readonly files?: FileSystem | undefined
  readonly recorder?: Recorder | undefined
  /** Told who shall open the new deed before anything is written; what it throws ends the run. */
  readonly chosen?: ((readers: readonly Card[]) => Promise<void>) | undefined
}

/** A deed, by what nobody can change of it. */
export interface NamedDeed {
  readonly deedId: string
  /** SHA-256 of its manifest, hexadecimal. */
  readonly manifest: string
}

/** Why a reader of the old deed opens the new one no more. */
export type LeftOutBecause = 'compromised' | 'unknown' | 'not-named'

export interface ResealReport {
  readonly deed: string
  readonly output: string
  readonly paper: string
  readonly before: NamedDeed & { readonly seller: Party }
  /** Null before there is one. */
  readonly after: NamedDeed | null
  readonly signer: Party
  readonly tables: readonly { readonly name: string; readonly rows: number }[]
  readonly rows: number
  readonly compartments: readonly { readonly name: string; readonly readers: readonly Party[] }[]
  readonly addressees: readonly Party[]
  readonly leftOut: readonly (Party & { readonly because: LeftOutBecause })[]
  /** Readers whose card another one follows. */
  readonly followed: readonly { readonly was: Party; readonly by: Party }[]
  /** Whether the old deed has an escrow, which the new one has not. */
  readonly escrowLeft: boolean
  /** The old deed's place in a series, which the new one has not. */
  readonly series: { readonly name: string; readonly sequence: number } | null
  /** The new deed was there already, and a run that had been stopped was brought to its end. */
  readonly wentOn: boolean
  /** The folder that keeps the old deed's manifest and signatures; null if the old deed stays as it is. */
  readonly retired: string | null
  readonly bytes: number
  readonly seconds: number
  /** False where the file system cannot tell whether a power cut would spare the deed. */
  readonly lasting: boolean
  readonly leftovers: readonly string[]
}
