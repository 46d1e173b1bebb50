import type { LedgerLine } from '../ledger/index.ts'
import { escapeUnprintable } from '../messages/printable.ts'

/** The version of the Elastic Common Schema whose fields and allowed values these are. */
const ECS_VERSION = '8.17.0'

interface Categories {
  readonly category: readonly string[]
  readonly type: readonly string[]
}

const READ: Categories = { category: ['file'], type: ['access'] }
const WRITTEN: Categories = { category: ['file'], type: ['creation'] }
const REMOVED: Categories = { category: ['file'], type: ['deletion'] }
const LOADED: Categories = { category: ['database'], type: ['change'] }
const RIGHTS: Categories = { category: ['iam'], type: ['change'] }
const KEY_MADE: Categories = { category: ['iam'], type: ['creation'] }

const CATEGORIES: Readonly<Record<string, Categories>> = {
  keygen: KEY_MADE,
  'keys rotate': KEY_MADE,
  'keys compromise': RIGHTS,
  'card trust': RIGHTS,
  grant: RIGHTS,
  'backup rotate': RIGHTS,
  'backup prune': REMOVED,
  verify: READ,
  inspect: READ,
  compare: READ,
  'access review': READ,
  'receipt check': READ,
  'keys census': READ,
  'backup verify': READ,
}

const OUTCOMES = { intent: 'unknown', outcome: 'success', failed: 'failure', late: 'success' } as const

/**
 * A line of the ledger as an event of the Elastic Common Schema, one line of JSON. What the schema has no field for
 * stands under `datadeed`; the line itself is `event.original`, so that whoever keeps the events can verify it.
 */
export function renderEcsEvent({ facts, ...line }: LedgerLine, original: string): string {
  const { file, manifest, paper, target, reason } = facts
  const hashes = [manifest, paper?.sha256].filter((hash) => hash !== undefined)
  const own = line.event === 'begin' || line.event === 'mended'
  const categories = own ? undefined : (CATEGORIES[line.command] ?? (target === undefined ? WRITTEN : LOADED))
  const event = {
    '@timestamp': line.time,
    ecs: { version: ECS_VERSION },
    event: {
      kind: 'event',
      category: categories?.category ?? ['configuration'],
      type: categories?.type ?? ['change'],
      action: own ? `ledger-${line.event}` : line.command.replaceAll(' ', '-'),
      ...(line.event === 'begin' || line.event === 'mended' ? {} : { outcome: OUTCOMES[line.event] }),
      module: 'datadeed',
      dataset: 'datadeed.ledger',
      provider: 'datadeed',
      sequence: line.sequence,
      id: line.hash,
      hash: line.hash,
      ...(reason === undefined ? {} : { reason }),
      original,
    },
    ...(file === undefined ? {} : { file: { name: file } }),
    ...(line.exit === undefined ? {} : { process: { exit_code: line.exit } }),
    ...(line.code === undefined ? {} : { error: { code: line.code } }),
    ...(hashes.length === 0 ? {} : { related: { hash: hashes } }),
    datadeed: { event: line.event, run: line.run, version: line.version, facts },
  }
  return `${escapeUnprintable(JSON.stringify(event))}\n`
}
