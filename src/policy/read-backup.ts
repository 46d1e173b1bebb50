import { dirname, isAbsolute, join } from 'node:path'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { findSeconds } from './amount.ts'
import type { Fault } from './faults.ts'
import type { BackupPolicy } from './policy.ts'
import { type RetentionWords, readHold, readRetention } from './read-retention.ts'
import type { LineOf } from './read-yaml.ts'

/** The section `backup` in its own words. */
export interface BackupWords {
  readonly sources?: readonly string[] | undefined
  readonly destination?: string | undefined
  readonly readers?: readonly string[] | undefined
  readonly 'deed-age'?: string | undefined
  readonly 'drill-age'?: string | undefined
  readonly retention?: RetentionWords | undefined
  readonly hold?: readonly string[] | undefined
}

/** A source with a scheme, as a database, is no path. */
const WITH_SCHEME = /^[a-z]{2,}:/i

/** The section `backup`; paths in it begin where the policy lies. What is wrong is added to `faults`. */
export function readBackup(
  words: BackupWords | undefined,
  { path, lineOf, faults }: { readonly path: string; readonly lineOf: LineOf; readonly faults: Fault[] },
): BackupPolicy | undefined {
  if (words === undefined) return undefined
  const { sources = [], readers = [], destination } = words
  const at = (key: string): number => lineOf(['backup', key])
  for (const key of ['sources', 'readers'] as const) {
    const list = words[key]
    if (list !== undefined && (list.length === 0 || list.includes('')))
      faults.push({ line: at(key), what: say().policy.emptyInBackup({ key }) })
  }
  if (destination === '')
    faults.push({ line: at('destination'), what: say().policy.emptyInBackup({ key: 'destination' }) })
  for (const [key, list] of [
    ['sources', sources],
    ['destination', [destination ?? '']],
  ] as const) {
    // YAML can write it; no path and no word of a command can hold it.
    if (list.some((word) => word.includes('\0')))
      faults.push({ line: at(key), what: say().policy.nulInBackup({ key }) })
  }
  const readSeconds = (key: 'deed-age' | 'drill-age'): number | undefined => {
    const wanted = words[key]
    const seconds = wanted === undefined ? undefined : findSeconds(wanted)
    if (wanted !== undefined && seconds === undefined)
      faults.push({ line: at(key), what: say().policy.notATime({ key, got: printable(wanted) }) })
    return seconds
  }
  const deedAge = readSeconds('deed-age')
  const drillAge = readSeconds('drill-age')
  const retention = words.retention && readRetention(words.retention, { lineOf, faults })
  const fromHere = (word: string): string =>
    isAbsolute(word) || WITH_SCHEME.test(word) ? word : join(dirname(path), word)
  return {
    sources: sources.map(fromHere),
    readers,
    hold: readHold(words.hold, { lineOf, faults }),
    ...(retention === undefined ? {} : { retention }),
    ...(destination === undefined ? {} : { destination: fromHere(destination) }),
    ...(deedAge === undefined ? {} : { deedAge }),
    ...(drillAge === undefined ? {} : { drillAge }),
  }
}
