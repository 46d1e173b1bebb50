import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  assertSignatures,
  MANIFEST,
  type Manifest,
  openContainer,
  parseManifest,
  SIGNATURES,
} from '../../deed/index.ts'
import { DatadeedError, InternalError } from '../../errors.ts'
import { readFault, realFileSystem } from '../../files/index.ts'
import { assertCardSigns, type Card } from '../../identity/index.ts'
import { ENVELOPE_BYTES } from '../../limits.ts'
import { say } from '../../messages/index.ts'
import { openPaper } from '../../papers/index.ts'
import { findClaim } from '../remote/claim-name.ts'
import { readPaperFile } from './paper-file.ts'
import { addRemovals, isRemoved, type Pruned, type Removals } from './removals.ts'
import type { OpenedSeries } from './series.ts'
import { DRILLS, MARK, PRUNE, type PrunePaper, SERIES_FILE } from './series-papers.ts'
import { assertSignedInTime, issuerAmong, placeOf, SIGNERS, type Signer, type Signers } from './signers.ts'

export const LINK_KINDS = ['deed', 'mark', 'prune'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** A deed, a mark or a prune of a series that its host has signed, at the place that its name says. */
export interface Link {
  readonly sequence: number
  readonly kind: LinkKind
  /** In the series' folder. */
  readonly name: string
  readonly created: string
  /** Which of the series' signers. */
  readonly signer: { readonly name: string; readonly fingerprint: string }
  /** What the next link calls this one by. */
  readonly sha256: string
  readonly previous: string
  /** The deed that holds the sources as they were: this one, or the one that a mark names; a prune has none. */
  readonly deed: { readonly sequence: number; readonly deedId: string; readonly manifest: string } | null
  /** What a prune names; null for other kinds. */
  readonly removed: PrunePaper['removed'] | null
  /** Of a deed whose content a prune has removed. */
  readonly pruned: Pruned | null
  /** Of a deed; others have none. Bytes of a pruned one are those that stay. */
  readonly content: {
    readonly tables: number
    readonly rows: number
    readonly bytes: number
    /** Whom it was sealed to. */
    readonly readers: Manifest['addressees']
  } | null
}

/** What has the name of a link. */
export interface NamedLink {
  readonly sequence: number
  readonly kind: LinkKind
  readonly name: string
}

/** Six digits at least: names of one series sort by their number. */
const LINK = /^(\d{6}|[1-9]\d{6,9})\.(deed|mark|prune)$/
/** What lies in a series besides its links. */
const OWN_NAMES: readonly string[] = [SERIES_FILE, DRILLS, SIGNERS]
const PARTIAL = /\.partial-[0-9a-f-]+$/

export function isLinkName(name: string): boolean {
  return LINK.test(name)
}

export function numberOf(link: string): number {
  return Number.parseInt(link, 10)
}

export function linkName(sequence: number, kind: LinkKind): string {
  return `${String(sequence).padStart(6, '0')}.${kind}`
}

/** The names in a series' folder: links, oldest first, what killed runs have left, and what is none of it. */
export async function listLinks(
  folder: string,
): Promise<{ readonly links: NamedLink[]; readonly unfinished: string[]; readonly foreign: string[] }> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw readFault(folder, cause)
  })
  const links: NamedLink[] = []
  const unfinished: string[] = []
  const foreign: string[] = []
  for (const name of names.sort()) {
    const [, digits, ending] = LINK.exec(name) ?? []
    const sequence = Number(digits)
    const kind = LINK_KINDS.find((each) => each === ending)
    // What has no signatures is no deed, whoever has not copied it to its end.
    if (kind === 'deed' && (await lacksSignatures(join(folder, name)))) unfinished.push(name)
    else if (sequence >= 1 && kind !== undefined) links.push({ sequence, kind, name })
    else if (PARTIAL.test(name) || findClaim(name) !== undefined) unfinished.push(name)
    else if (!OWN_NAMES.includes(name)) foreign.push(name)
  }
  return { links: links.sort((a, b) => a.sequence - b.sequence), unfinished, foreign }
}

/**
 * Reads what a link says of itself, after its signatures were verified; of a deed only the manifest. Read newest first,
 * so that `removals` tell of a deed whether it was pruned; a prune adds to them.
 * @throws DatadeedError SIGNATURE, DAMAGED, LIMIT, UNSUPPORTED, PATH, IO_READ
 */
export async function readLink(
  series: OpenedSeries,
  named: NamedLink,
  removals: Removals = new Map(),
): Promise<Link> {
  const { series: id, ...link } = await readByKind(series, named, removals)
  if (id !== series.paper.series || link.sequence !== named.sequence)
    throw new DatadeedError('DAMAGED', say().backup.otherPlace)
  assertSignedInTime(signerOf(series, link), link.created)
  if (link.removed !== null) addRemovals(removals, link.sequence, link.removed)
  return link
}

/** Whose card the signatures of a link hold under. */
export function signerOf({ signers }: OpenedSeries, { signer }: Pick<Link, 'signer'>): Signer {
  const found = signers[placeOf(signers, signer)]
  if (found !== undefined) return found
  throw new InternalError('a link was read under a card that does not sign its series')
}

type ReadLink = Link & { readonly series: string | null }

function readByKind(series: OpenedSeries, named: NamedLink, removals: Removals): Promise<ReadLink> {
  switch (named.kind) {
    case 'deed':
      return readDeed(series, named, removals.get(named.sequence))
    case 'mark':
      return readMark(series, named)
    case 'prune':
      return readPrune(series, named)
    default:
      return named.kind satisfies never
  }
}

async function readDeed(
  series: OpenedSeries,
  named: NamedLink,
  removal: { readonly by: number; readonly manifest: string } | undefined,
): Promise<ReadLink> {
  const pruned = removal && (await readPruned(series, named, removal))
  if (pruned !== undefined) return pruned
  const { folder, sizes } = series
  const { name } = named
  await using container = await openContainer(join(folder, name))
  const has = (entry: string): boolean => container.entries.some((each) => each.name === entry)
  if (!has(SIGNATURES) || !has(MANIFEST)) throw new DatadeedError('DAMAGED', say().backup.noDeed)
  const manifest = await container.readWhole(MANIFEST, ENVELOPE_BYTES)
  const signatures = await container.readWhole(SIGNATURES, ENVELOPE_BYTES)
  return describeDeed(series, named, { manifest, signatures, bytes: sizes?.get(name) ?? container.size })
}

/** Undefined where what lies there is another deed than the one that was pruned: then it is read as any other. */
async function readPruned(
  series: OpenedSeries,
  named: NamedLink,
  { by, manifest: wanted }: { readonly by: number; readonly manifest: string },
): Promise<ReadLink | undefined> {
  const path = join(series.folder, named.name)
  if ((await realFileSystem.find(path))?.kind !== 'folder') return undefined
  // Of what is being removed just now no container can be made.
  const manifest = await readPaperFile(join(path, MANIFEST))
  const signatures = await readPaperFile(join(path, SIGNATURES))
  const bytes = manifest.length + signatures.length
  const deed = describeDeed(series, named, { manifest, signatures, bytes })
  if (deed.sha256 !== wanted) return undefined
  return { ...deed, pruned: { by, done: await isRemoved(series, named.name) } }
}

function describeDeed(
  { signers }: OpenedSeries,
  { name, kind }: NamedLink,
  read: { readonly manifest: Uint8Array; readonly signatures: Uint8Array; readonly bytes: number },
): ReadLink {
  const entry = { bytes: read.signatures, name: SIGNATURES }
  const { card } = findDeedSigner(signers, (each) =>
    assertSignatures(read.manifest, entry, assertCardSigns(each)),
  )
  const { manifest, sha256 } = parseManifest(read.manifest)
  if (manifest.seller.fingerprint !== card.fingerprint)
    throw new DatadeedError('SIGNATURE', say().papers.otherIssuer({ name }))
  const { series, sequence, previous, created, deedId, tables, addressees: readers } = manifest
  return {
    ...{ series, kind, name, created, sha256, signer: named(card) },
    sequence: sequence ?? 0,
    previous: previous ?? '',
    deed: { sequence: sequence ?? 0, deedId, manifest: sha256 },
    ...NO_PRUNE,
    content: {
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      bytes: read.bytes,
      readers,
    },
  }
}

/** A manifest is not looked into before its signatures hold: each signer is tried, the newest first. */
function findDeedSigner(signers: Signers, assertSigns: (card: Card) => void): Signer {
  const [first, ...followers] = signers
  for (const signer of followers.toReversed()) {
    try {
      assertSigns(signer.card)
      return signer
    } catch (error) {
      if (!(error instanceof DatadeedError) || error.code !== 'SIGNATURE') throw error
    }
  }
  assertSigns(first.card)
  return first
}

function named({ name, fingerprint }: Card): Link['signer'] {
  return { name, fingerprint }
}

async function readMark({ folder, signers }: OpenedSeries, { name, kind }: NamedLink): Promise<ReadLink> {
  const bytes = await readPaperFile(join(folder, name))
  const { card } = issuerAmong(signers, bytes, name)
  const { predicate, sha256 } = openPaper(bytes, MARK, { from: card, name })
  const { series, sequence, previous, created, unchanged } = predicate
  const common = { series, sequence, previous, created, sha256, kind, name, signer: named(card), ...NO_PRUNE }
  return { ...common, deed: unchanged, content: null }
}

async function readPrune({ folder, signers }: OpenedSeries, { name, kind }: NamedLink): Promise<ReadLink> {
  const bytes = await readPaperFile(join(folder, name))
  const { card } = issuerAmong(signers, bytes, name)
  const { predicate, sha256 } = openPaper(bytes, PRUNE, { from: card, name })
  const { series, sequence, previous, created, removed } = predicate
  const common = { series, sequence, previous, created, sha256, kind, name, signer: named(card) }
  return { ...common, deed: null, removed, pruned: null, content: null }
}

const NO_PRUNE = { removed: null, pruned: null } as const

/** Of a folder; a deed in one file says itself what it lacks. */
async function lacksSignatures(path: string): Promise<boolean> {
  if ((await realFileSystem.find(path))?.kind !== 'folder') return false
  return (await realFileSystem.find(join(path, SIGNATURES))) === undefined
}
