/**
 * What this Node makes of the golden deeds and their exports, as JSON: run under each supported Node, with
 * `--import fixtures/deeds/fixed-draws.ts`, in an empty folder. With `seal` behind it, nothing is restored.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { GOLDEN_CASES, type GoldenCase } from '../../fixtures/deeds/golden/cases.ts'
import { sealCase } from '../../fixtures/deeds/golden/seal-case.ts'
import { buildReader, buildSeller } from '../../fixtures/deeds/parties.ts'
import { restoreDeed } from '../../src/restore/index.ts'
import { verifyDeed } from '../../src/verify/index.ts'
import { readEntries } from '../deed/edit-deed.ts'

const GOLDEN = join(import.meta.dirname, '../../fixtures/deeds/golden')
const LONG = process.env.DATADEED_TEST_LONG !== undefined
const READERS = ['buyer', 'advisor'] as const
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface NodeAnswer {
  readonly node: string
  readonly zstd: string
  /** By case and entry: its digest when sealed here; of signatures without ML-DSA, which draws inside OpenSSL. */
  readonly sealed: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** By golden deed, reader and file: its digest when restored here. */
  readonly restored: Readonly<Record<string, string>>
}

/** Two slices, so that compression has something to differ in. */
const LARGER: GoldenCase = {
  name: 'larger',
  form: 'file',
  suite: 'classic',
  exports: [{ name: 'larger', bytes: Buffer.from(`id,mobile,note\n${largerRows()}`) }],
  policy: [
    'columns: {larger: {id: {compartment: general}, mobile: {compartment: contact}, note: {compartment: contact}}}',
  ],
}

function largerRows(): string {
  const row = (n: number) =>
    `${n},138${String((n * 7919) % 100_000_000).padStart(8, '0')},"${'说明 '.repeat(n % 7)}${n % 97}"\n`
  return Array.from({ length: 100_000 }, (_, n) => row(n)).join('')
}

async function sealAll(): Promise<NodeAnswer['sealed']> {
  const sealed: Record<string, Record<string, string>> = {}
  for (const each of [...GOLDEN_CASES, LARGER]) {
    const home = resolve(each.name)
    mkdirSync(home)
    const deed = join(home, 'a.deed')
    await sealCase(each, home, deed)
    const entries = await readEntries(deed)
    sealed[each.name] = Object.fromEntries(
      entries.map(({ name, bytes }) => [name, sha256(comparable(name, bytes))]),
    )
  }
  return sealed
}

function comparable(name: string, bytes: Uint8Array): Uint8Array {
  if (!name.endsWith('signatures.json')) return bytes
  const envelope = JSON.parse(Buffer.from(bytes).toString()) as { signatures: { alg: string; sig: string }[] }
  for (const signature of envelope.signatures) if (signature.alg !== 'ed25519') signature.sig = ''
  return Buffer.from(JSON.stringify(envelope))
}

async function restoreAll(): Promise<NodeAnswer['restored']> {
  const restored: Record<string, string> = {}
  const from = (await buildSeller('seller')).card
  const deeds = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.deed'),
  )
  for (const [number, name] of deeds.sort().entries()) {
    // Each reader in the long run, one of them for each deed in the normal one.
    for (const reader of LONG ? READERS : READERS.slice(number % 2, (number % 2) + 1)) {
      if (!existsSync(join(GOLDEN, name, '..', reader))) continue
      const key = await buildReader(reader)
      const deed = join(GOLDEN, name)
      const output = resolve('restored', name, reader)
      const { exit } = await verifyDeed({
        deed,
        from,
        key,
        now: new Date('2026-03-05T00:00:00Z'),
        workers: 1,
      })
      if (exit !== 0) throw new Error(`${name} does not verify`)
      mkdirSync(join(output, '..'), { recursive: true })
      await restoreDeed({ deed, from, key, output, format: 'csv', workers: 1 })
      for (const file of readdirSync(output)) {
        const place = relative(GOLDEN, join(GOLDEN, name, '..', reader, file))
        restored[place.replaceAll('\\', '/')] = sha256(readFileSync(join(output, file)))
      }
    }
  }
  return restored
}

const answer: NodeAnswer = {
  node: process.versions.node,
  zstd: process.versions.zstd ?? '',
  sealed: await sealAll(),
  restored: process.argv[2] === 'seal' ? {} : await restoreAll(),
}
process.stdout.write(JSON.stringify(answer))
