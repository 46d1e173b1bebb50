import { type GrantFile, readGrants } from '../access/index.ts'
import {
  type Access,
  type Granted,
  isPrunedDeed,
  type Manifest,
  NOTHING_GRANTED,
  openVerifiedDeed,
  readUnverified,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { peekPaper } from '../papers/index.ts'

interface Named {
  readonly name: string
  readonly fingerprint: string
}

/** Who opens a compartment by itself, by the deed or by a grant of this serial. */
export interface CountedReader extends Named {
  readonly grant: number | null
  /** No card, but the escrow of several. */
  readonly escrow: boolean
}

export interface CountedDeed {
  readonly deed: string
  readonly deedId: string
  readonly manifestSha256: string
  /** Whether the seller's card is trusted here and has signed all this; else it is only what the deed says of itself. */
  readonly verified: boolean
  readonly seller: Named
  /** Its place in a series of backups. */
  readonly series: { readonly name: string; readonly sequence: number } | null
  readonly suite: 'hybrid' | 'classic'
  /** When its data keys were made. */
  readonly created: Date
  readonly compartments: readonly {
    readonly name: string
    readonly epochs: number
    readonly readers: readonly CountedReader[]
  }[]
  /** Fingerprints of those whom the manifest names as readers. */
  readonly addressees: readonly string[]
  /** Fingerprints that may grant besides the seller. */
  readonly grantors: readonly string[]
  /** Who has issued a grant that was given. */
  readonly issuers: readonly Named[]
  readonly holders: readonly Named[]
}

/** A deed that could not be counted, and why. */
export interface UncountedDeed {
  readonly deed: string
  readonly error: DatadeedError
}

export interface Census {
  readonly deeds: readonly CountedDeed[]
  readonly uncounted: readonly UncountedDeed[]
  /** Deeds of a series of which only manifest and signatures are left: nobody opens anything of them. */
  readonly pruned: readonly string[]
}

/**
 * Who can open what of deeds, by their access statements and the grants that are given. What nobody has given here, it
 * cannot know of.
 * @throws DatadeedError DAMAGED for a grant of none of these deeds
 */
export async function takeCensus(request: {
  readonly deeds: readonly string[]
  readonly trusted: readonly Card[]
  readonly grants: readonly GrantFile[]
}): Promise<Census> {
  const cards = new Map(request.trusted.map((card) => [card.fingerprint, card]))
  const grants = request.grants.map(({ name, bytes }) => {
    const { subjects } = peekPaper(bytes, printable(name))
    return { name, bytes, subjects, used: false }
  })
  const deeds: CountedDeed[] = []
  const uncounted: UncountedDeed[] = []
  const pruned: string[] = []
  for (const deed of request.deeds) {
    try {
      const said = await readUnverified(deed)
      const own = grants.filter(({ subjects }) => subjects.includes(said.manifestSha256))
      for (const grant of own) grant.used = true
      deeds.push(
        await countDeed(deed, said, { from: cards.get(said.manifest.seller.fingerprint), grants: own }),
      )
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
      if (await isPrunedDeed(deed)) pruned.push(deed)
      else uncounted.push({ deed, error })
    }
  }
  const stray = grants.find(({ used }) => !used)
  if (stray === undefined || uncounted.length + pruned.length > 0) return { deeds, uncounted, pruned }
  throw new DatadeedError('DAMAGED', say().census.strayGrant({ name: printable(stray.name) }))
}

/** A grant of a deed whose seller is not trusted here cannot be checked, and is refused. */
async function countDeed(
  path: string,
  said: { readonly manifest: Manifest; readonly access: Access; readonly manifestSha256: string },
  { from, grants }: { readonly from: Card | undefined; readonly grants: readonly GrantFile[] },
): Promise<CountedDeed> {
  if (from === undefined) {
    const [grant] = grants
    if (grant === undefined) return describeDeed(path, { ...said, granted: NOTHING_GRANTED }, false)
    throw new DatadeedError('UNTRUSTED', say().census.grantUnchecked({ name: printable(grant.name) }), {
      hints: [say().census.grantUncheckedHint],
    })
  }
  await using deed = await openVerifiedDeed(path, { from, grants: readGrants(grants, from) })
  return describeDeed(path, deed, true)
}

function describeDeed(
  deed: string,
  read: {
    readonly manifest: Manifest
    readonly access: Access
    readonly granted: Granted
    readonly manifestSha256: string
  },
  verified: boolean,
): CountedDeed {
  const { manifest, access, granted, manifestSha256 } = read
  const inDeed = (name: string) =>
    (access.compartments.find((each) => each.name === name)?.readers ?? []).map((reader) => ({
      ...{ name: reader.name, fingerprint: reader.fingerprint, grant: null },
      escrow: reader.fingerprint === access.escrow?.reader,
    }))
  const byGrants = (name: string) =>
    granted.grants.flatMap(({ serial, compartments }) =>
      compartments
        .filter((each) => each.name === name)
        .flatMap(({ readers }) => readers.map((reader) => ({ ...reader, grant: serial, escrow: false }))),
    )
  return {
    deed,
    deedId: manifest.deedId,
    manifestSha256,
    verified,
    seller: { name: manifest.seller.name, fingerprint: manifest.seller.fingerprint },
    series: manifest.series === null ? null : { name: manifest.series, sequence: manifest.sequence ?? 0 },
    suite: manifest.suite,
    created: new Date(manifest.created),
    compartments: manifest.compartments.map(({ name, epochs }) => ({
      name,
      epochs: epochs.length,
      readers: [...inDeed(name), ...byGrants(name)],
    })),
    addressees: manifest.addressees.map((party) => party.fingerprint),
    grantors: manifest.grantors,
    issuers: granted.grants.map(({ issuer }) => issuer),
    holders: (access.escrow?.holders ?? []).map(({ name, fingerprint }) => ({ name, fingerprint })),
  }
}

/** Names of the compartments that a card opens by itself. */
export function opensIn({ compartments }: CountedDeed, fingerprint: string): string[] {
  return compartments
    .filter(({ readers }) => readers.some((reader) => reader.fingerprint === fingerprint))
    .map(({ name }) => name)
}
