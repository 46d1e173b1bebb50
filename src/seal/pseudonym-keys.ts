import { toBase64 } from '../crypto/index.ts'
import { InternalError } from '../errors.ts'
import type { PseudonymKeyFile } from '../identity/index.ts'
import type { Plan } from '../policy/index.ts'
import type { ChangedColumn } from './change-columns.ts'
import type { RandomSource } from './data-keys.ts'
import type { SealableTable } from './plan-tables.ts'
import type { SealRequest } from './request.ts'

const KEY_BYTES = 32

/** By label, the keys of pseudonyms that one sealing run uses. */
export type PseudonymKeys = ReadonlyMap<string, Uint8Array>

/** The keys of a plan: those with a file as it has them, the others made for this deed alone. */
export function gatherPseudonymKeys(plan: Plan, request: SealRequest, random: RandomSource): PseudonymKeys {
  const files = new Map(keyFilesOf(plan, request).map((found) => [found.label, found.file.key]))
  return new Map(plan.keys.map(({ label }) => [label, files.get(label) ?? random(KEY_BYTES)]))
}

/** The key files that a plan uses, each once for every label of it. */
export function keyFilesOf(
  plan: Plan,
  request: SealRequest,
): { readonly label: string; readonly file: PseudonymKeyFile }[] {
  return plan.keys.flatMap(({ label, file }) => {
    if (file === null) return []
    const opened = request.pseudonymKeys?.get(label)
    if (opened === undefined) throw new InternalError('the plan names a key of pseudonyms that nobody opened')
    return [{ label, file: opened }]
  })
}

/** What is done to the cells of a table, with the keys for it. */
export function keyedChanges({ columns }: SealableTable, keys: PseudonymKeys): ChangedColumn[] {
  return columns.flatMap(({ index: column, change }): ChangedColumn[] => {
    if (change === null) return []
    if (change.action !== 'pseudonymise') return [{ column, change }]
    const key = keys.get(change.label)
    if (key === undefined) throw new InternalError('a column has no key for its pseudonyms')
    return [{ column, change: { ...change, key } }]
  })
}

/** By compartment, what its readers alone learn (FORMAT.md sections 5.3 and 7): the keys that go there. */
export function factsOf(plan: Plan, keys: PseudonymKeys): string[] {
  return plan.compartments.map(({ name }) => {
    const given = plan.keys.filter(({ compartment }) => compartment === name)
    if (given.length === 0) return '{}'
    const pseudonyms = given.map(({ label }) => [label, toBase64(keys.get(label) ?? new Uint8Array(0))])
    return JSON.stringify({ pseudonyms: Object.fromEntries(pseudonyms) })
  })
}
