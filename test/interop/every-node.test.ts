import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Host } from '../backup/a-host.ts'
import { PROGRAM } from '../built-program.ts'
import { Folder } from '../hostile/make-deed.ts'
import { findPrograms, itWith } from './needs.ts'
import type { NodeAnswer } from './on-this-node.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')
const FIXED = pathToFileURL(join(ROOT, 'fixtures/deeds/fixed-draws.ts')).href
const PACKED = pathToFileURL(join(ROOT, 'test/packed-threads.ts')).href
const WAIT_MS = 300_000

interface FoundNode {
  readonly path: string
  readonly version: string
  readonly major: number
  readonly minor: number
}

/** The running Node, those that DATADEED_TEST_NODES names and those on PATH. */
const nodes = [
  process.execPath,
  ...(process.env.DATADEED_TEST_NODES ?? '').split(delimiter).filter((path) => path !== ''),
  ...findPrograms('node'),
].map(describeNode)

/** The releases that are promised: the oldest, and one of each later line. */
const PROMISED = [
  { name: '24.6', is: ({ major, minor }: FoundNode) => major === 24 && minor === 6 },
  { name: 'a later 24', is: ({ major, minor }: FoundNode) => major === 24 && minor > 6 },
  { name: '26', is: ({ major }: FoundNode) => major === 26 },
]

function describeNode(path: string): FoundNode {
  const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim().slice(1)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return { path, version, major, minor }
}

async function answerOf(node: string, ...only: readonly 'seal'[]): Promise<NodeAnswer> {
  using folder = new Folder()
  const script = join(import.meta.dirname, 'on-this-node.ts')
  const { stdout } = await run(node, ['--import', FIXED, '--import', PACKED, script, ...only], {
    cwd: folder.path,
    maxBuffer: 2 ** 24,
  })
  return JSON.parse(stdout) as NodeAnswer
}

/** By place, the digests that were written down when the golden deeds were. */
function frozen(version: string): Map<string, string> {
  const lines = readFileSync(join(ROOT, 'fixtures/deeds/golden', version, 'SHA256SUMS'), 'utf8')
    .trim()
    .split('\n')
  return new Map(lines.map((line) => [`${version}/${line.slice(66)}`, line.slice(0, 64)]))
}

let first: Promise<NodeAnswer> | undefined
/** What the running Node says, asked once. */
function expected(): Promise<NodeAnswer> {
  first ??= answerOf(process.execPath)
  return first
}

describe('I07 the Node that runs', () => {
  it(
    'makes the same bytes of the same exports and draws again',
    async () => {
      expect((await answerOf(process.execPath, 'seal')).sealed).toEqual((await expected()).sealed)
    },
    WAIT_MS,
  )

  it(
    'gives back of every golden deed what was written down',
    async () => {
      const { restored } = await expected()
      expect(Object.keys(restored).length).toBeGreaterThan(8)
      for (const [place, digest] of Object.entries(restored)) {
        expect(frozen(place.split('/')[0] ?? '').get(place), place).toBe(digest)
      }
    },
    WAIT_MS,
  )
})

describe('I07 every Node that is promised', () => {
  for (const { name, is } of PROMISED) {
    const found = nodes.find(is)?.path
    const itRuns = itWith(found, `no Node ${name} here: name its path in DATADEED_TEST_NODES`)
    if (found === process.execPath) continue

    itRuns(
      `seals to the same bytes and restores the same bytes: ${name}`,
      async (node) => {
        const { sealed, restored } = await answerOf(node)
        const { sealed: here, restored: restoredHere } = await expected()
        expect(sealed).toEqual(here)
        expect(restored).toEqual(restoredHere)
      },
      WAIT_MS,
    )

    itRuns(
      `tells the whole story of the demo: ${name}`,
      async (node) => {
        using folder = new Folder()
        const program = join(ROOT, 'bin/datadeed.js')
        const { stdout } = await run(node, [program, 'demo', '-o', folder.at('demo'), '--json'], {
          cwd: folder.path,
          env: { PATH: process.env.PATH, DATADEED_HOME: folder.at('home'), LANG: 'C.UTF-8' },
        })
        expect(JSON.parse(stdout)).toMatchObject({ ok: true })
        expect(existsSync(folder.at('demo', 'handover.deed'))).toBe(true)
      },
      WAIT_MS,
    )

    itRuns(
      `adds to a series that the running Node has begun, which is whole to both: ${name}`,
      async (node) => {
        using host = await Host.make()
        await host.begin('shop')
        expect((await host.backup('shop')).document.kind).toBe('deed')
        const by = async (...words: string[]) => {
          const env = { PATH: process.env.PATH, DATADEED_HOME: host.at('home'), LANG: 'C.UTF-8' }
          return JSON.parse((await run(node, [PROGRAM, 'backup', ...words, '--json'], { env })).stdout)
        }
        const add = ['--source', host.at('orders.csv'), '--key', host.at('host.key')]
        // Unchanged by a digest that another Node made.
        expect(await by('run', '--series', host.at('shop'), ...add)).toMatchObject({ kind: 'mark' })
        expect(await by('verify', '--series', host.at('shop'))).toMatchObject({ whole: true })
        expect((await host.look('verify', 'shop')).document).toMatchObject({ whole: true, deeds: 1 })
      },
      WAIT_MS,
    )
  }
})
