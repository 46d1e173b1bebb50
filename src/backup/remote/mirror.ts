import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MANIFEST, SIGNATURES } from '../../deed/index.ts'
import { ENVELOPE_BYTES, PAPER_BYTES, SERIES_SIGNERS, SUCCESSION_BYTES } from '../../limits.ts'
import { isLinkName } from '../series/links.ts'
import { DRILLS, SERIES_FILE } from '../series/series-papers.ts'
import { SIGNERS } from '../series/signers.ts'
import { findClaim } from './claim-name.ts'
import { isRemote, Remote } from './rclone.ts'

/**
 * Where a series can be read from: its own folder; or, of one on a remote, a folder here that holds its papers and
 * manifests, none of its blocks, and goes with it.
 */
export interface Mirror extends AsyncDisposable {
  /** As it was named. */
  readonly place: string
  readonly folder: string
  readonly remote: Remote | undefined
  /** Bytes of each deed, where the mirror does not hold them. */
  readonly sizes: ReadonlyMap<string, number> | undefined
  /** Looks again at what is there. @throws DatadeedError IO_READ */
  refresh(): Promise<void>
}

/** What says whose a series is. */
export const HEAD = [`/${SERIES_FILE}`, `/${SIGNERS}/*.succession`]
const HEAD_BYTES = PAPER_BYTES + SERIES_SIGNERS * SUCCESSION_BYTES
const PAPERS = [
  ...HEAD,
  '/*.mark',
  '/*.prune',
  `/*.deed/${MANIFEST}`,
  `/*.deed/${SIGNATURES}`,
  `/${DRILLS}/*.json`,
]
const PAPER = new RegExp(
  `^(${SERIES_FILE}|${SIGNERS}/[^/]+\\.succession|[^/]+\\.(?:mark|prune)|[^/]+\\.deed/(${MANIFEST}|${SIGNATURES})|${DRILLS}/[^/]+\\.json)$`,
)

/**
 * `only`: nothing but the paper of the series and those of its signers, for whoever looks again under its lock.
 * @throws DatadeedError USAGE without rclone; IO_READ
 */
export async function openMirror(
  place: string,
  { signal, only }: { readonly signal?: AbortSignal | undefined; readonly only?: 'series' } = {},
): Promise<Mirror> {
  if (!isRemote(place)) {
    const nothing = async (): Promise<void> => undefined
    return {
      place,
      folder: place,
      remote: undefined,
      sizes: undefined,
      refresh: nothing,
      [Symbol.asyncDispose]: nothing,
    }
  }
  const remote = new Remote(place, signal)
  const folder = await mkdtemp(join(tmpdir(), 'datadeed-series-'))
  const sizes = new Map<string, number>()
  const mirror: Mirror = {
    place,
    folder,
    remote,
    sizes,
    async refresh() {
      const files = await remote.list()
      // The folder itself stays: where others may write beside it, its name must never be free.
      for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true })
      sizes.clear()
      for (const { path, size } of files) {
        if (findClaim(path) !== undefined) await writeFile(join(folder, path), '')
        const [name = '', inside] = path.split('/', 2)
        if (inside !== undefined && isLinkName(name))
          sizes.set(name, (sizes.get(name) ?? 0) + Math.max(size, 0))
      }
      // Names without papers are told of as well.
      for (const name of sizes.keys()) await mkdir(join(folder, name), { mode: 0o700 })
      const papers = files.filter(({ path, size }) => PAPER.test(path) && size <= ENVELOPE_BYTES + 1)
      const bytes = papers.reduce((sum, { size }) => sum + Math.max(size, 0), 0)
      if (files.length > 0) await remote.fetch('', folder, { bytes, patterns: PAPERS })
    },
    async [Symbol.asyncDispose]() {
      await rm(folder, { recursive: true, force: true })
    },
  }
  try {
    if (only === 'series') await remote.fetch('', folder, { bytes: 0, most: HEAD_BYTES, patterns: HEAD })
    else await mirror.refresh()
    return mirror
  } catch (error) {
    await mirror[Symbol.asyncDispose]()
    throw error
  }
}
