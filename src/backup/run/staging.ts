import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { SIGNATURES } from '../../deed/index.ts'
import { DatadeedError } from '../../errors.ts'
import { realFileSystem, writeFault } from '../../files/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import { assertNoLink, claimNumber } from '../remote/claim.ts'
import type { Remote, SendOptions } from '../remote/rclone.ts'
import { linkName, listLinks, type NamedLink, readLink } from '../series/links.ts'
import type { ListRequest } from '../series/list-series.ts'
import { memoryPath, rememberSeen } from '../series/memory.ts'
import type { OpenedSeries } from '../series/series.ts'

/**
 * Copies a whole link to its place on a remote, the signatures last: until then there is no such deed. `on` goes on with
 * what an earlier run has sent a part of. Everything that arrived is compared, and what differs is sent once more.
 * @throws DatadeedError IO_WRITE, IO_READ; DAMAGED for what arrives otherwise than it is sent
 */
export async function uploadLink(
  remote: Remote,
  folder: string,
  { sequence, name, kind, how }: NamedLink & { readonly how: 'once' | 'on' },
): Promise<void> {
  const from = join(folder, name)
  const assertAlone = async (): Promise<void> =>
    assertNoLink(await remote.listNames(), { sequence, allowed: name, place: remote.place })
  if (kind !== 'deed') {
    await assertAlone()
    return sendOne(remote, { from: folder, name: '', how, file: name })
  }
  const parts = { from, name, how, filter: ['--exclude', `/${SIGNATURES}`] }
  await send(remote, parts, async () =>
    (await remote.keepsHashes(name, parts.filter)) ? 'hashes' : 'reading',
  )
  // The claim may have been taken away meanwhile.
  await assertAlone()
  await sendOne(remote, { from, name, how, file: SIGNATURES })
}

/** As a link's last part: a paper of its own, which is never changed. @throws as uploadLink */
export function sendPaper(
  remote: Remote,
  { from, folder, file }: { readonly from: string; readonly folder: string; readonly file: string },
): Promise<void> {
  return sendOne(remote, { from, name: folder, how: 'once', file })
}

/** A small file is read back, which is quicker than to ask for its hash. */
export function sendOne(
  remote: Remote,
  { file, ...sent }: Omit<Sent, 'filter'> & { readonly file: string },
): Promise<void> {
  return send(remote, { ...sent, filter: ['--include', `/${file}`] }, async () => 'reading')
}

interface Sent extends SendOptions {
  readonly from: string
  readonly name: string
}

async function send(
  remote: Remote,
  { from, name, how, filter }: Sent,
  findWay: () => Promise<'hashes' | 'reading'>,
): Promise<void> {
  await remote.put(from, name, { filter, how })
  const by = await findWay()
  if (await remote.holds(from, name, { filter, by })) return
  await remote.put(from, name, { filter, how: 'anew' })
  if (await remote.holds(from, name, { filter, by })) return
  const sentence = say().backup.arrivedOtherwise({ place: printable(remote.place) })
  throw new DatadeedError('DAMAGED', sentence, { hints: [say().backup.arrivedOtherwiseHint] })
}

/**
 * Where a run writes its link: into the series itself; for a remote, into a folder of the host from which it is sent, and
 * from which the next run goes on sending what this one could not.
 */
export async function prepareStaging(series: OpenedSeries, home: string): Promise<string> {
  if (series.remote === undefined) return series.folder
  const folder = memoryPath(home, series.paper.series, 'staging')
  if ((await realFileSystem.find(folder)) === undefined) {
    try {
      await realFileSystem.createFolder(folder)
      await realFileSystem.protectFolder(folder)
    } catch (cause) {
      throw writeFault(folder, cause)
    }
  }
  return folder
}

/** Sends what an earlier run has sealed whole and not sent to its end; true if anything was. */
export async function finishUploads(
  series: OpenedSeries,
  folder: string,
  { home, warn }: ListRequest,
): Promise<boolean> {
  const { remote, paper } = series
  if (remote === undefined) return false
  const { links } = await listLinks(folder)
  const { links: before } = await listLinks(series.folder)
  for (const named of links) {
    const link = await readLink({ ...series, folder, sizes: undefined }, named).catch(asFault)
    if (link instanceof DatadeedError) {
      warn(say().backup.passedOver({ name: named.name, why: link.message }))
      await rm(join(folder, named.name), { recursive: true })
      continue
    }
    const there = await readLink(series, named).catch(() => undefined)
    const taken = before.find(({ sequence, name }) => sequence === link.sequence && name !== named.name)
    if (taken !== undefined || (there !== undefined && there.sha256 !== link.sha256)) {
      warn(say().backup.sentByOther({ name: named.name }))
    } else {
      const { sequence, sha256, signer } = link
      await using _claim = await claimNumber(series, sequence, { home, warn, begun: named.name })
      if (there === undefined) warn(say().backup.goesOnSending({ name: named.name }))
      await uploadLink(remote, folder, { ...named, how: 'on' })
      await rememberSeen(home, paper.series, { issuer: signer.fingerprint, sequence, sha256 })
    }
    await rm(join(folder, named.name), { recursive: true })
  }
  return links.length > 0
}

/** Sends what this run has written, and takes it from here. */
export async function sendStaged(
  { remote }: OpenedSeries,
  folder: string,
  link: Omit<NamedLink, 'name'>,
): Promise<void> {
  if (remote === undefined) return
  const name = linkName(link.sequence, link.kind)
  await uploadLink(remote, folder, { ...link, name, how: 'once' })
  await rm(join(folder, name), { recursive: true })
}

function asFault(error: unknown): DatadeedError {
  if (error instanceof DatadeedError && error.code !== 'IO_READ') return error
  throw error
}
