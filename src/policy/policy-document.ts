import { COLUMN_TYPES, COMPARTMENTS, isColumnType } from '../classify/index.ts'
import { EPOCH_BYTES, EPOCH_ROWS, COMPARTMENTS as MOST_COMPARTMENTS } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { findBytes, findCount } from './amount.ts'
import { type Fault, throwFaults } from './faults.ts'
import { findNearest } from './nearest.ts'
import {
  ACTIONS,
  type ColumnPolicy,
  type CompartmentPolicy,
  type EpochPolicy,
  type Policy,
  UNREVIEWED,
} from './policy.ts'
import type { LineOf } from './read-yaml.ts'

/** A policy file whose shape is right and whose words are still to be understood: every scalar is text. */
export interface PolicyDocument {
  readonly version: string
  readonly compartments?:
    | ReadonlyMap<string, { readonly readers?: readonly string[] | undefined }>
    | undefined
  readonly columns?: ReadonlyMap<string, ReadonlyMap<string, ColumnWords>> | undefined
  readonly epochs?: { readonly rows?: string | undefined; readonly bytes?: string | undefined } | undefined
  readonly unreviewed?: string | undefined
}

interface ColumnWords {
  readonly type?: string | undefined
  readonly compartment?: string | undefined
  readonly action?: string | undefined
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
  const columns = readColumns(document, { known: compartments, lineOf: source.lineOf, faults })
  const epochs = readEpochs(document, source.lineOf, faults)
  const unreviewed = readWord(document.unreviewed ?? 'classify', UNREVIEWED)
  if (unreviewed === undefined) {
    faults.push(
      wrongWord('unreviewed', document.unreviewed ?? '', UNREVIEWED, { line: source.lineOf(['unreviewed']) }),
    )
  }
  throwFaults(source.path, faults)
  return {
    path: source.path,
    digest: source.digest,
    compartments,
    columns,
    epochs,
    unreviewed: unreviewed ?? 'classify',
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

function readColumns(
  document: PolicyDocument,
  context: {
    readonly known: ReadonlyMap<string, CompartmentPolicy>
    readonly lineOf: LineOf
    readonly faults: Fault[]
  },
): Map<string, Map<string, ColumnPolicy>> {
  const compartments: readonly string[] = [...new Set([...COMPARTMENTS, ...context.known.keys()])]
  const tables = new Map<string, Map<string, ColumnPolicy>>()
  for (const [table, columns] of document.columns ?? []) {
    const read = new Map<string, ColumnPolicy>()
    for (const [header, words] of columns) {
      const at = (key: string) => context.lineOf(['columns', table, header, key])
      const where = (key: string) => printable(`columns.${table}.${header}.${key}`)
      const { type, compartment } = words
      const action = readWord(words.action ?? 'seal', ACTIONS)
      if (type !== undefined && !isColumnType(type)) {
        context.faults.push(wrongWord(where('type'), type, COLUMN_TYPES, { line: at('type') }))
      }
      if (compartment !== undefined && !compartments.includes(compartment)) {
        const hint = say().policy.declareCompartment({ name: printable(compartment) })
        context.faults.push(
          wrongWord(where('compartment'), compartment, compartments, { line: at('compartment'), hint }),
        )
      }
      if (action === undefined) {
        context.faults.push(wrongWord(where('action'), words.action ?? '', ACTIONS, { line: at('action') }))
      }
      read.set(header, {
        ...(type !== undefined && isColumnType(type) ? { type } : {}),
        ...(compartment !== undefined ? { compartment } : {}),
        action: action ?? 'seal',
        line: context.lineOf(['columns', table, header]),
      })
    }
    tables.set(table, read)
  }
  return tables
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

function readWord<Word extends string>(word: string, known: readonly Word[]): Word | undefined {
  return known.find((candidate) => candidate === word)
}

/** Looks for the nearest known word when the sentence is asked for: only the first faults of many are shown. */
function wrongWord(
  where: string,
  got: string,
  known: readonly string[],
  { line, hint }: Pick<Fault, 'line' | 'hint'>,
): Fault {
  return {
    ...(line !== undefined && { line }),
    ...(hint !== undefined && { hint }),
    get what() {
      const few = known.length <= 8 ? known.join(', ') : undefined
      const nearest = findNearest(got, known)
      return say().policy.unknownWord({ where, got: printable(got), nearest, known: few })
    },
  }
}
