import { COMPARTMENTS } from '../classify/index.ts'
import { EPOCH_BYTES, EPOCH_ROWS, COMPARTMENTS as MOST_COMPARTMENTS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { findBytes, findCount } from './amount.ts'
import { type Fault, throwFaults } from './faults.ts'
import { type CompartmentPolicy, DRIFT, type EpochPolicy, type Policy, UNREVIEWED } from './policy.ts'
import { type PseudonymWords, readPseudonyms } from './read-actions.ts'
import { type BackupWords, readBackup } from './read-backup.ts'
import { type ColumnWords, readColumns } from './read-columns.ts'
import { type KeyAgeWords, readKeyAges } from './read-key-ages.ts'
import { readWord, wrongWord } from './read-word.ts'
import type { LineOf } from './read-yaml.ts'

/** A policy file whose shape is right and whose words are still to be understood: every scalar is text. */
export interface PolicyDocument {
  readonly version: string
  readonly compartments?:
    | ReadonlyMap<string, { readonly readers?: readonly string[] | undefined }>
    | undefined
  readonly columns?: ReadonlyMap<string, ReadonlyMap<string, ColumnWords>> | undefined
  readonly pseudonyms?: ReadonlyMap<string, PseudonymWords> | undefined
  readonly epochs?: { readonly rows?: string | undefined; readonly bytes?: string | undefined } | undefined
  readonly backup?: BackupWords | undefined
  readonly keys?: KeyAgeWords | undefined
  readonly unreviewed?: string | undefined
  readonly drift?: string | undefined
}

const COMPARTMENT_NAME = /^[a-z][a-z0-9-]{0,31}$/
const LEAST_EPOCH_BYTES = 1024

/**
 * Understands the words of a policy document.
 * @throws DatadeedError POLICY with all the faults.
 */
export function readPolicyDocument(
  document: PolicyDocument,
  source: {
    readonly path: string
    readonly digest: string
    readonly lineOf: LineOf
    /** Found before. */
    readonly faults: readonly Fault[]
  },
): Policy {
  const faults = [...source.faults]
  if (document.version !== '1') {
    faults.push({
      line: source.lineOf(['version']),
      what: say().policy.version({ got: printable(document.version) }),
    })
  }
  const compartments = readCompartments(document, source.lineOf, faults)
  const names = [...new Set([...COMPARTMENTS, ...compartments.keys()])]
  const context = { compartments: names, lineOf: source.lineOf, faults }
  const pseudonyms = readPseudonyms(document.pseudonyms, { ...context, path: source.path })
  const columns = readColumns(document.columns ?? new Map(), { ...context, labels: pseudonyms })
  const epochs = readEpochs(document, source.lineOf, faults)
  const backup = readBackup(document.backup, { path: source.path, lineOf: source.lineOf, faults })
  const keyAges = document.keys && readKeyAges(document.keys, source.lineOf, faults)
  const setting = <Word extends string>(key: 'unreviewed' | 'drift', known: readonly Word[]) => {
    const got = document[key]
    const word = got === undefined ? undefined : readWord(got, known)
    if (got !== undefined && word === undefined)
      faults.push(wrongWord(key, got, known, { line: source.lineOf([key]) }))
    return word
  }
  const unreviewed = setting('unreviewed', UNREVIEWED)
  const drift = setting('drift', DRIFT) ?? 'types'
  throwFaults(source.path, faults)
  return {
    path: source.path,
    digest: source.digest,
    compartments,
    columns,
    pseudonyms,
    epochs,
    ...(backup === undefined ? {} : { backup }),
    ...(unreviewed === undefined ? {} : { unreviewed }),
    drift,
    ...(keyAges === undefined ? {} : { keyAges }),
  }
}

function readCompartments(
  document: PolicyDocument,
  lineOf: LineOf,
  faults: Fault[],
): Map<string, CompartmentPolicy> {
  const compartments = new Map<string, CompartmentPolicy>()
  for (const [name, { readers }] of document.compartments ?? []) {
    const line = lineOf(['compartments', name])
    if (!COMPARTMENT_NAME.test(name))
      faults.push({ line, what: say().policy.compartmentName({ name: printable(name) }) })
    if (readers?.length === 0) {
      faults.push({
        line,
        what: say().policy.noReaders({ name: printable(name) }),
        hint: say().policy.noReadersHint,
      })
    }
    compartments.set(name, readers === undefined ? { line } : { readers: [...new Set(readers)], line })
  }
  const count = new Set([...compartments.keys(), ...COMPARTMENTS]).size
  if (count > MOST_COMPARTMENTS) {
    faults.push({
      line: lineOf(['compartments']),
      what: say().policy.tooManyCompartments({ count, most: MOST_COMPARTMENTS }),
    })
  }
  return compartments
}

function readEpochs(document: PolicyDocument, lineOf: LineOf, faults: Fault[]): EpochPolicy {
  const { rows: rowsText, bytes: bytesText } = document.epochs ?? {}
  const rows = rowsText === undefined ? EPOCH_ROWS : findCount(rowsText)
  if (rows === undefined || rows < 1 || rows > EPOCH_ROWS) {
    faults.push({
      line: lineOf(['epochs', 'rows']),
      what: say().policy.epochRows({ got: printable(rowsText ?? ''), most: EPOCH_ROWS }),
    })
  }
  const bytes = bytesText === undefined ? EPOCH_BYTES : findBytes(bytesText)
  if (bytes === undefined || bytes < LEAST_EPOCH_BYTES || bytes > EPOCH_BYTES) {
    faults.push({
      line: lineOf(['epochs', 'bytes']),
      what: say().policy.epochBytes({ got: printable(bytesText ?? '') }),
    })
  }
  return { rows: rows ?? EPOCH_ROWS, bytes: bytes ?? EPOCH_BYTES }
}
