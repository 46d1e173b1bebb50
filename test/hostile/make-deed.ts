import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { DatadeedError, type ErrorCode } from '../../src/errors.ts'
import { createParty, type Party } from '../../src/identity/index.ts'
import { parsePolicy } from '../../src/policy/index.ts'
import { type RestoreReport, type RestoreRequest, restoreDeed } from '../../src/restore/index.ts'
import { type SealReport, type SealRequest, sealExports } from '../../src/seal/index.ts'

export const NOW = new Date('2026-03-04T05:06:07Z')

/** What stands in exports and may stand nowhere else in clear. */
export const CANARY = 'CANARY-13800138000-XYZ'

const made = new Map<string, Promise<Party>>()

/** A party with keys of its own, made once a test file. */
export function party(name: string): Promise<Party> {
  const known = made.get(name) ?? createParty({ name, role: 'both', now: NOW })
  made.set(name, known)
  return known
}

/** A fresh folder for each test; gone when it is over. */
export class Folder implements Disposable {
  readonly path: string

  constructor() {
    this.path = mkdtempSync(join(tmpdir(), '交接 hostile-'))
  }

  at(...names: string[]): string {
    return join(this.path, ...names)
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.at(name), content)
    return this.at(name)
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  /** Every file and folder below, with the digest of what it holds: equal exactly if nothing was changed or left. */
  snapshot(): string[] {
    return listAll(this.path).map((path) => {
      const stat = lstatSync(path)
      const held = stat.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder'
      return `${relative(this.path, path)} ${stat.isSymbolicLink() ? 'link' : held}`
    })
  }
}

export function listAll(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .sort()
}

export function useFolder(): () => Folder {
  let folder: Folder | undefined
  beforeEach(() => {
    folder = new Folder()
  })
  afterEach(() => {
    folder?.[Symbol.dispose]()
  })
  return () => {
    if (folder === undefined) throw new Error('no folder outside of a test')
    return folder
  }
}

export function policy(...lines: string[]): NonNullable<SealRequest['policy']> {
  const bytes = Buffer.from(`${['version: 1', ...lines].join('\n')}\n`)
  return { policy: parsePolicy(bytes, 'datadeed.yaml'), bytes }
}

/** A policy that puts every column of the named tables into one compartment and has nothing classified. */
export function reviewed(
  tables: Readonly<Record<string, readonly string[]>>,
  ...more: string[]
): NonNullable<SealRequest['policy']> {
  const decided = '{type: free-text-pii, compartment: contact}'
  const lines = Object.entries(tables).flatMap(([table, columns]) => [
    `  ${JSON.stringify(table)}:`,
    ...columns.map((column) => `    ${JSON.stringify(column)}: ${decided}`),
  ])
  return policy('drift: names', 'columns:', ...lines, ...more)
}

/** A request that seals `exports` from the seller to the buyer, in the quick suite and without read-back. */
export async function sealRequest(
  output: string,
  exports: SealRequest['exports'],
  more: Partial<SealRequest> = {},
): Promise<SealRequest> {
  return {
    exports,
    output,
    seller: (await party('seller')).key,
    addressees: [(await party('buyer')).card],
    trusted: [],
    form: 'file',
    suite: 'classic',
    readback: false,
    workers: 1,
    now: NOW,
    ...more,
  }
}

export async function seal(...request: Parameters<typeof sealRequest>): Promise<SealReport> {
  return sealExports(await sealRequest(...request))
}

export async function restoreRequest(
  deed: string,
  output: string,
  more: Partial<RestoreRequest> = {},
): Promise<RestoreRequest> {
  const [seller, buyer] = [await party('seller'), await party('buyer')]
  return { deed, output, from: seller.card, key: buyer.key, format: 'csv', workers: 1, ...more }
}

export async function restore(...request: Parameters<typeof restoreRequest>): Promise<RestoreReport> {
  return restoreDeed(await restoreRequest(...request))
}

/** The DatadeedError that `act` ends with; anything else, or nothing, fails the test. */
export async function refusal(act: () => Promise<unknown>): Promise<DatadeedError> {
  let done: unknown
  try {
    done = await act()
  } catch (error) {
    if (error instanceof DatadeedError) return error
    throw error
  }
  throw new Error(`it was accepted: ${JSON.stringify(done)}`)
}

export async function codeOf(act: () => Promise<unknown>): Promise<ErrorCode> {
  return (await refusal(act)).code
}

export function exists(path: string): boolean {
  return existsSync(path)
}
