import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { assertSignatures, MANIFEST, openContainer, parseManifest, SIGNATURES } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { readFault, realFileSystem } from '../files/index.ts'
import { assertCardSigns } from '../identity/index.ts'
import { ENVELOPE_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { openPaper } from '../papers/index.ts'
import { DRILLS, type OpenedSeries, readPaperFile, SERIES_FILE } from './series.ts'
import { MARK } from './series-papers.ts'

export type LinkKind = 'deed' | 'mark'

/** A deed or a mark of a series that its host has signed, at the place that its name says. */
export interface Link {
  readonly sequence: number
  readonly kind: LinkKind
  /** In the series' folder. */
  readonly name: string
  readonly created: string
  /** What the next link calls this one by. */
  readonly sha256: string
  readonly previous: string
  /** The deed that holds the sources as they were: this one, or the one that a mark names. */
  readonly deed: { readonly sequence: number; readonly deedId: string; readonly manifest: string }
  /** Of a deed; a mark has none. */
  readonly content: { readonly tables: number; readonly rows: number; readonly bytes: number } | null
}

/** What has the name of a link. */
export interface NamedLink {
  readonly sequence: number
  readonly kind: LinkKind
  readonly name: string
}

/** Six digits at least: names of one series sort by their number. */
const LINK = /^(\d{6}|[1-9]\d{6,9})\.(deed|mark)$/
const PARTIAL = /\.partial-[0-9a-f-]+$/

export function isLinkName(name: string): boolean {
  return LINK.test(name)
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
    const [, digits, kind] = LINK.exec(name) ?? []
    const sequence = Number(digits)
    // What has no signatures is no deed, whoever has not copied it to its end.
    if (kind === 'deed' && (await lacksSignatures(join(folder, name)))) unfinished.push(name)
    else if (sequence >= 1 && (kind === 'deed' || kind === 'mark')) links.push({ sequence, kind, name })
    else if (PARTIAL.test(name)) unfinished.push(name)
    else if (name !== SERIES_FILE && name !== DRILLS) foreign.push(name)
  }
  return { links: links.sort((a, b) => a.sequence - b.sequence), unfinished, foreign }
}

/**
 * Reads what a link says of itself, after its signatures were verified; of a deed only the manifest.
 * @throws DatadeedError SIGNATURE, DAMAGED, LIMIT, UNSUPPORTED, PATH, IO_READ
 */
export async function readLink(series: OpenedSeries, named: NamedLink): Promise<Link> {
  const link = await (named.kind === 'deed' ? readDeed : readMark)(series, named)
  if (link.series === series.paper.series && link.sequence === named.sequence) return link
  throw new DatadeedError('DAMAGED', say().backup.otherPlace)
}

type ReadLink = Link & { readonly series: string | null }

async function readDeed({ folder, card, sizes }: OpenedSeries, { name, kind }: NamedLink): Promise<ReadLink> {
  await using container = await openContainer(join(folder, name))
  const has = (entry: string): boolean => container.entries.some((each) => each.name === entry)
  if (!has(SIGNATURES) || !has(MANIFEST)) throw new DatadeedError('DAMAGED', say().backup.noDeed)
  const manifestBytes = await container.readWhole(MANIFEST, ENVELOPE_BYTES)
  const signatures = { bytes: await container.readWhole(SIGNATURES, ENVELOPE_BYTES), name: SIGNATURES }
  assertSignatures(manifestBytes, signatures, assertCardSigns(card))
  const { manifest, sha256 } = parseManifest(manifestBytes)
  if (manifest.seller.fingerprint !== card.fingerprint)
    throw new DatadeedError('SIGNATURE', say().papers.otherIssuer({ name }))
  const { series, sequence, previous, created, deedId, tables } = manifest
  return {
    ...{ series, kind, name, created, sha256 },
    sequence: sequence ?? 0,
    previous: previous ?? '',
    deed: { sequence: sequence ?? 0, deedId, manifest: sha256 },
    content: {
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      bytes: sizes?.get(name) ?? container.size,
    },
  }
}

async function readMark({ folder, card }: OpenedSeries, { name, kind }: NamedLink): Promise<ReadLink> {
  const bytes = await readPaperFile(join(folder, name))
  const { predicate, sha256 } = openPaper(bytes, MARK, { from: card, name })
  const { series, sequence, previous, created, unchanged } = predicate
  return { series, sequence, previous, created, sha256, kind, name, deed: unchanged, content: null }
}

/** Of a folder; a deed in one file says itself what it lacks. */
async function lacksSignatures(path: string): Promise<boolean> {
  if ((await realFileSystem.find(path))?.kind !== 'folder') return false
  return (await realFileSystem.find(join(path, SIGNATURES))) === undefined
}
