import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { fingerprintDigits, parseCard } from '../../src/identity/index.ts'
import { useTemporaryFolder } from '../deed/open-deed.ts'

const checkout = join(import.meta.dirname, '..', '..')
const deeds = join(checkout, 'fixtures', 'deeds')
const folder = useTemporaryFolder()

/** Tells every module as the main thread loads it. */
const LISTENER = `import { isMainThread } from 'node:worker_threads'
import { registerHooks } from 'node:module'
if (isMainThread) registerHooks({
  load(url, context, next) {
    process.stderr.write('loads ' + url + '\\n')
    return next(url, context)
  },
})`

/** The rooms and libraries that a command line loads. */
function loadedBy(...words: readonly string[]): string[] {
  const program = [
    '--import',
    `data:text/javascript,${encodeURIComponent(LISTENER)}`,
    join(checkout, 'bin', 'datadeed.js'),
  ]
  const env = { ...process.env, DATADEED_HOME: folder(), NODE_OPTIONS: '' }
  const { status, stderr } = spawnSync(process.execPath, [...program, ...words], { env, encoding: 'utf8' })
  expect(status).toBe(0)
  const root = pathToFileURL(`${checkout}/`).href
  const places = [...stderr.matchAll(/^loads (.*)$/gm)].map(([, url = '']) => url.replace(root, ''))
  const names = places.flatMap(
    (place) => /^(?:src|node_modules)\/((?:@[^/]+\/)?[^/]+)\//.exec(place)?.[1] ?? [],
  )
  return [...new Set(names)].sort()
}

const card = join(deeds, 'seller.card')
const from = () => [
  ...['--from', card],
  ...['--confirm', fingerprintDigits(parseCard(readFileSync(card), 'card').fingerprint)],
]

it('loads no room but those of words and reports for the help', () => {
  const loaded = loadedBy('--help')
  expect(loaded).toEqual(expect.arrayContaining(['cli', 'commander']))
  for (const room of ['classify', 'deed', 'ingest', 'policy', 'restore', 'seal', 'verify', 'zod']) {
    expect(loaded).not.toContain(room)
  }
})

it('loads neither what reads exports nor age to verify without a key', () => {
  const loaded = loadedBy('verify', join(deeds, 'small.deed'), ...from())
  expect(loaded).toEqual(expect.arrayContaining(['deed', 'identity', 'verify', 'zod']))
  for (const room of ['age-encryption', 'classify', 'ingest', 'policy', 'restore', 'seal', 'yaml']) {
    expect(loaded).not.toContain(room)
  }
})

it('loads nothing of the sealing side to restore', () => {
  const key = ['--key', join(deeds, 'buyer.key'), '-o', join(folder(), 'out')]
  const loaded = loadedBy('restore', join(deeds, 'small.deed'), ...from(), ...key)
  expect(loaded).toEqual(expect.arrayContaining(['age-encryption', 'deed', 'ingest', 'restore']))
  for (const room of ['classify', 'policy', 'seal', 'yaml']) expect(loaded).not.toContain(room)
})
