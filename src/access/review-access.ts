import { openVerifiedDeed, type Party } from '../deed/index.ts'
import type { Card } from '../identity/index.ts'
import { type GrantFile, readGrants } from './read-grants.ts'

/** By which paper a reader may open a compartment, and since when. */
export interface Right {
  readonly compartment: string
  readonly reader: Party
  /** Whether the reader is no card but the escrow. */
  readonly escrow: boolean
  readonly since: string
  /** Null: the access statement in the deed. */
  readonly grant: { readonly serial: number; readonly paperId: string } | null
  /** Of the statement in the deed that stands in the first one's place; null by the first one, or a grant. */
  readonly rotation: number | null
  readonly issuer: Party
}

export interface AccessReview {
  readonly deed: string
  readonly deedId: string
  readonly manifestSha256: string
  readonly seller: Party
  readonly suite: 'hybrid' | 'classic'
  readonly created: string
  /** Whether its readers were changed after it was sealed. */
  readonly rotated: boolean
  readonly rights: readonly Right[]
  /** Addressees, and how many compartments each may open by itself: none while a deed is held. */
  readonly addressees: readonly (Party & { readonly compartments: number })[]
  /** Fingerprints that may grant besides the seller. */
  readonly grantors: readonly string[]
  readonly escrow: {
    readonly threshold: number
    readonly holders: readonly Party[]
    /** Shares that were passed on, as far as the papers given here tell. */
    readonly passed: readonly { readonly from: Party; readonly to: Party; readonly since: string }[]
  } | null
}

/**
 * Who can open what of a deed, by the access statement in it and the papers that are given; a paper that is not given, this
 * cannot know of.
 * @throws DatadeedError the first thing that is wrong with the deed or a paper
 */
export async function reviewAccess(request: {
  readonly deed: string
  /** The seller's confirmed card. */
  readonly from: Card
  readonly grants: readonly GrantFile[]
}): Promise<AccessReview> {
  const { from } = request
  await using deed = await openVerifiedDeed(request.deed, { from, grants: readGrants(request.grants, from) })
  const { manifest, access, granted } = deed
  const seller = { name: manifest.seller.name, fingerprint: manifest.seller.fingerprint }
  const byDeed = access.compartments.flatMap(({ name, readers }) =>
    readers.map((reader): Right => {
      const escrow = reader.fingerprint === access.escrow?.reader
      const common = { compartment: name, reader, escrow, since: access.created, grant: null }
      const { rotated } = access
      if (rotated === undefined) return { ...common, rotation: null, issuer: seller }
      return { ...common, rotation: access.serial, issuer: rotated.issuer }
    }),
  )
  const byGrants = granted.grants.flatMap(({ serial, paperId, created, issuer, compartments }) =>
    compartments.flatMap(({ name, readers }) =>
      readers.map((reader): Right => {
        const common = { compartment: name, reader, escrow: false, since: created, rotation: null }
        return { ...common, grant: { serial, paperId }, issuer }
      }),
    ),
  )
  const rights = [...byDeed, ...byGrants]
  const opens = (fingerprint: string): number =>
    new Set(rights.filter(({ reader }) => reader.fingerprint === fingerprint).map((each) => each.compartment))
      .size
  const holders = access.escrow?.holders.map(({ name, fingerprint }) => ({ name, fingerprint })) ?? []
  const passed = granted.shares.map(({ issuer, to, created }) => ({ from: issuer, to, since: created }))
  return {
    deed: request.deed,
    deedId: manifest.deedId,
    manifestSha256: deed.manifestSha256,
    seller,
    suite: manifest.suite,
    created: access.created,
    rotated: access.rotated !== undefined,
    rights,
    addressees: manifest.addressees.map((party) => ({ ...party, compartments: opens(party.fingerprint) })),
    grantors: manifest.grantors,
    escrow: access.escrow === undefined ? null : { threshold: access.escrow.threshold, holders, passed },
  }
}
