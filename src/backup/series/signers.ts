import { join } from 'node:path'
import { DatadeedError } from '../../errors.ts'
import { realFileSystem } from '../../files/index.ts'
import type { Card } from '../../identity/index.ts'
import {
  dayOf,
  readSuccession,
  type Succession,
  type SuccessionFile,
  type Successions,
} from '../../keys/index.ts'
import { SERIES_SIGNERS, SUCCESSION_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { peekPaper } from '../../papers/index.ts'
import { readPaperFile } from './paper-file.ts'

/** In a series' folder: the papers by which its signers follow one another, each named by the old card's fingerprint. */
export const SIGNERS = 'signers'

/** A card that signs links of a series. */
export interface Signer {
  readonly card: Card
  /** By which the signer before it vouches for it; undefined for the one that began the series. */
  readonly vouchedBy: Succession | undefined
  readonly followedBy: Succession | undefined
}

/** The card that began a series, and those that followed it, oldest first. */
export type Signers = readonly [Signer, ...Signer[]]

/** Where a succession may lie besides the series' own folder. */
export interface KnownSuccessions {
  /** Of this installation. */
  readonly known: Successions
  /** Papers that lie beside a key, whoever has signed them. */
  readonly beside?: readonly SuccessionFile[] | undefined
}

export function successionName({ fingerprint }: Pick<Card, 'fingerprint'>): string {
  return `${SIGNERS}/${fingerprint}.succession`
}

/**
 * Follows successions from the card that began a series on. Each is signed by both of its cards; whether the first is
 * to be believed, the caller knows.
 * @throws DatadeedError UNTRUSTED where a card has two successors; SIGNATURE, DAMAGED, LIMIT for a paper that is not right
 */
export async function followSigners(
  first: Card,
  { folder, ...known }: KnownSuccessions & { readonly folder: string },
): Promise<Signers> {
  const signers: Signer[] = []
  let [card, vouchedBy]: [Card, Succession | undefined] = [first, undefined]
  for (;;) {
    const followedBy = oneOf(await readPapersOf(card, folder, known))
    signers.push({ card, vouchedBy, followedBy })
    if (followedBy === undefined) break
    const { to } = followedBy
    if (signers.some((each) => each.card.fingerprint === to.fingerprint))
      throw new DatadeedError('DAMAGED', say().keys.cannotFollow({ name: successionName(card) }))
    if (signers.length === SERIES_SIGNERS)
      throw new DatadeedError('LIMIT', say().signers.tooMany({ most: SERIES_SIGNERS }))
    ;[card, vouchedBy] = [to, followedBy]
  }
  const [begun = { card: first, vouchedBy: undefined, followedBy: undefined }, ...rest] = signers
  return [begun, ...rest]
}

/** By its fingerprint; -1 for a card that signs nothing of the series. */
export function placeOf(signers: Signers, { fingerprint }: Pick<Card, 'fingerprint'>): number {
  return signers.findIndex(({ card }) => card.fingerprint === fingerprint)
}

/** The signer whom a paper names as its issuer, unproven. @throws DatadeedError SIGNATURE, DAMAGED, LIMIT */
export function issuerAmong(signers: Signers, bytes: Uint8Array, name: string): Signer {
  const signer = signers[placeOf(signers, peekPaper(bytes, name).issuer)]
  if (signer !== undefined) return signer
  throw new DatadeedError('SIGNATURE', say().papers.otherIssuer({ name }))
}

/** That a signer could sign at this time. @throws DatadeedError UNTRUSTED */
export function assertSignedInTime({ card, vouchedBy, followedBy }: Signer, created: string): void {
  const time = new Date(created)
  const told = { name: printable(card.name), signed: dayOf(time) }
  if (vouchedBy !== undefined && time < vouchedBy.activeFrom)
    throw new DatadeedError(
      'UNTRUSTED',
      say().signers.tooEarly({ ...told, date: dayOf(vouchedBy.activeFrom) }),
    )
  if (followedBy !== undefined && time >= followedBy.decryptOnlyFrom)
    throw new DatadeedError(
      'UNTRUSTED',
      say().signers.tooLate({ ...told, date: dayOf(followedBy.decryptOnlyFrom) }),
    )
}

async function readPapersOf(
  from: Card,
  folder: string,
  { known, beside = [] }: KnownSuccessions,
): Promise<Succession[]> {
  const own = known.get(from.fingerprint)
  const name = successionName(from)
  const path = join(folder, name)
  const inSeries =
    (await realFileSystem.find(path)) === undefined
      ? []
      : [{ name, bytes: await readPaperFile(path, SUCCESSION_BYTES) }]
  const others = beside.filter(
    ({ bytes, name: file }) => peekPaper(bytes, file).issuer.fingerprint === from.fingerprint,
  )
  return [
    ...(own === undefined ? [] : [own]),
    ...[...inSeries, ...others].map((paper) =>
      readSuccession(paper.bytes, { from, name: printable(paper.name) }),
    ),
  ]
}

function oneOf([first, ...rest]: readonly Succession[]): Succession | undefined {
  const other = rest.find(({ to }) => to.fingerprint !== first?.to.fingerprint)
  if (first === undefined || other === undefined) return first
  const told = {
    name: printable(first.from.name),
    first: printable(first.to.name),
    second: printable(other.to.name),
  }
  throw new DatadeedError('UNTRUSTED', say().keys.twoSuccessors(told), { hints: [say().signers.twoHint] })
}
