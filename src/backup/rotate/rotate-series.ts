import { join } from 'node:path'
import {
  assertOpensAll,
  canBeChanged,
  findRotationFaults,
  planRotation,
  type ReaderChange,
  type RotationCards,
  rotateAccess,
} from '../../access/index.ts'
import { type DeedAccess, openDeedAccess, type Party } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { type FileSystem, holdLock, realFileSystem } from '../../files/index.ts'
import { cardsAs, type Recorder } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { faultOf, type SeriesFault } from '../series/check-chain.ts'
import { type Link, listLinks, type NamedLink, readLink, signerOf } from '../series/links.ts'
import { listSeries } from '../series/list-series.ts'
import { makeMemoryFolder, memoryPath } from '../series/memory.ts'
import type { OpenedSeries } from '../series/series.ts'
import { findFirstKeys } from './access-entries.ts'
import { dropFirstKeys, putRotated } from './rotated-entry.ts'

/** A run of the series may be at its end. */
const WAIT_MS = 10_000

export interface RotateSeriesRequest extends Pick<RotationCards, 'key' | 'trusted' | 'successions'> {
  readonly series: OpenedSeries
  readonly change: ReaderChange
  /** Every check and no effect. */
  readonly dryRun: boolean
  readonly home: string
  readonly now: Date
  readonly recorder: Recorder
  readonly warn: (sentence: string, hints?: readonly string[]) => void
  readonly signal?: AbortSignal | undefined
  readonly files?: FileSystem | undefined
}

/** `finished`: had these readers, and lost what a run that was ended had left. */
export type RotationState = 'rotated' | 'finished' | 'unchanged' | 'pruned' | 'refused'

export interface RotatedDeed {
  readonly sequence: number
  readonly name: string
  readonly state: RotationState
  /** Of the access statement that holds after the run; null where none is there, or none can be read. */
  readonly serial: number | null
  readonly compartments: readonly { readonly name: string; readonly readers: readonly Party[] }[]
  /** Whether those who read it may change who does, once more; null of a deed that is refused or was pruned. */
  readonly changeable: boolean | null
}

export interface SeriesRotation {
  readonly series: OpenedSeries
  /** All deeds, oldest first. */
  readonly deeds: readonly RotatedDeed[]
  /** Why deeds were left as they are. */
  readonly faults: readonly SeriesFault[]
}

/**
 * Changes who can open the deeds of a series, each in a single step and whole at every moment. What stands against a deed is
 * found before anything is written to any; such a deed stays as it is, and all others are changed. What a run that was ended
 * has left, the next one finishes.
 * @throws DatadeedError LOCKED; NOSPACE, IO_WRITE, IO_READ
 */
export async function rotateSeries(request: RotateSeriesRequest): Promise<SeriesRotation> {
  const { series, home, dryRun, recorder, warn } = request
  if (!dryRun) await recorder.intent()
  await makeMemoryFolder(home)
  using _lock = await holdLock(memoryPath(home, series.paper.series, 'lock'), { waitMs: WAIT_MS })
  const { links } = await listSeries(series, request)
  const deeds = (await listLinks(series.folder)).links.filter(({ kind }) => kind === 'deed')
  const firstKeys = await findFirstKeys(series, deeds, request)
  const looked: Looked[] = []
  for (const named of deeds) {
    request.signal?.throwIfAborted()
    const link = links.find(({ name }) => name === named.name)
    looked.push(await lookAt(named, { link, firstKeys: firstKeys.has(named.name) }, request))
  }
  const last = looked.filter(({ deed }) => deed.state === 'rotated' && deed.changeable === false)
  if (last.length > 0) warn(say().rotate.neverAgain({ deeds: last.length }), [say().rotate.neverAgainHint])
  if (!dryRun) await rotateAll(looked, request)
  return {
    series,
    deeds: looked.map(({ deed }) => deed),
    faults: looked.flatMap(({ deed, errors }) => errors.map((error) => faultOf(deed, 'refused', error))),
  }
}

/** What is to be done with a deed, and what stands against it. */
interface Looked {
  deed: RotatedDeed
  errors: readonly DatadeedError[]
}

async function lookAt(
  named: NamedLink,
  { link, firstKeys }: { readonly link: Link | undefined; readonly firstKeys: boolean },
  request: RotateSeriesRequest,
): Promise<Looked> {
  const { sequence, name } = named
  const unread = { sequence, name, serial: null, compartments: [], changeable: null }
  if (link?.pruned) return { deed: { ...unread, state: 'pruned' }, errors: [] }
  try {
    await using access = await openLink(named, request)
    const plan = planRotation(access, request.change)
    const { serial, compartments } = plan.changed ? plan : access.access
    const leftovers = access.access.rotated !== undefined && firstKeys
    const state = plan.changed ? 'rotated' : leftovers ? 'finished' : 'unchanged'
    const changeable = canBeChanged(access, compartments, request.successions)
    const deed = { ...unread, state, serial, compartments: describe(compartments), changeable } as const
    if (!plan.changed) return { deed, errors: [] }
    const errors = findRotationFaults(access, plan, { ...request, to: request.change.to })
    if (errors.length === 0) await assertOpensAll(access, plan, request.key)
    return errors.length === 0 ? { deed, errors } : { deed: refused(deed, access), errors }
  } catch (error) {
    return { deed: { ...unread, state: 'refused' }, errors: [asFault(error)] }
  }
}

async function rotateAll(looked: readonly Looked[], request: RotateSeriesRequest): Promise<void> {
  const { series, change, recorder, signal, files } = request
  const due = looked.filter(({ deed: { state } }) => state === 'rotated' || state === 'finished')
  const refusals = looked.filter(({ errors }) => errors.length > 0).length
  await recorder.outcome({
    series: series.paper.series,
    cards: [...cardsAs('reader', change.to), ...cardsAs('dropped', change.dropped)],
    counts: { deeds: looked.length, rotated: due.length, refused: refusals },
    state: due.length === 0 ? 'unchanged' : 'rotated',
  })
  for (const each of due) {
    signal?.throwIfAborted()
    const { name, state } = each.deed
    const place = { series, name, files }
    if (state === 'rotated') {
      const error = await rotateOne(each.deed, request).then(() => undefined, asFault)
      if (error !== undefined) {
        Object.assign(each, { deed: { ...each.deed, state: 'refused' }, errors: [error] })
        continue
      }
    }
    // From here on something is done that nothing takes back.
    recorder.done()
    await dropFirstKeys(place)
  }
}

async function rotateOne({ sequence, name }: RotatedDeed, request: RotateSeriesRequest): Promise<void> {
  const { series, change, recorder, files } = request
  await using access = await openLink({ sequence, name, kind: 'deed' }, request)
  const { from } = access
  const cards = { ...request, to: change.to, from, ledgerHead: recorder.head }
  const rotated = await rotateAccess(access, planRotation(access, change), cards)
  await putRotated({ series, name, files }, rotated, from)
}

/** The deed at its place in the series, under the card that signs it there. */
async function openLink(named: NamedLink, { series }: RotateSeriesRequest) {
  const link = await readLink(series, named)
  // Who changes one in a single file would have to write all of it anew; a run of a series makes none.
  if ((await realFileSystem.find(join(series.folder, named.name)))?.kind !== 'folder')
    throw new DatadeedError('UNSUPPORTED', say().rotate.oneFile)
  const from = signerOf(series, link).card
  const access = await openDeedAccess(join(series.folder, named.name), from)
  if (access.manifestSha256 === link.sha256) return { ...access, from }
  await access[Symbol.asyncDispose]()
  throw new DatadeedError('DAMAGED', say().backup.changedMeanwhile)
}

/** As it is and stays. */
function refused(deed: RotatedDeed, { access }: DeedAccess): RotatedDeed {
  return {
    ...deed,
    ...{ state: 'refused', serial: access.serial, compartments: describe(access.compartments) },
    changeable: null,
  }
}

function describe(compartments: RotatedDeed['compartments']): RotatedDeed['compartments'] {
  return compartments.map(({ name, readers }) => ({ name, readers }))
}

/** A disk or a network that does not answer ends the run: it says nothing of the deed. */
function asFault(error: unknown): DatadeedError {
  const ends: readonly string[] = ['INTERNAL', 'IO_READ', 'IO_WRITE', 'NOSPACE']
  if (error instanceof DatadeedError && !ends.includes(error.code)) return error
  throw error
}
