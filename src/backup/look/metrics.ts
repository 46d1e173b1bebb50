import type { KeyAge } from './key-ages.ts'
import type { SeriesStatus } from './series-status.ts'

/**
 * A status in Prometheus' text format (version 0.0.4), for node_exporter's textfile collector. Times are those that were
 * signed, so that a rule can tell how old a series is even where nothing writes this file any more.
 */
export function renderMetrics(status: SeriesStatus, now: Date): string {
  const { series, newestDeed, newestDrill, failedDrill, current, keys, faults, stale } = status
  const of = `series="${escapeLabel(series.name)}",id="${series.id}"`
  const lines: string[] = []
  const add = (
    name: string,
    help: string,
    values: readonly (readonly [labels: string, value: number])[],
  ): void => {
    if (values.length === 0) return
    lines.push(`# HELP datadeed_backup_${name} ${help}`, `# TYPE datadeed_backup_${name} gauge`)
    for (const [labels, value] of values) lines.push(`datadeed_backup_${name}{${labels}} ${value}`)
  }
  const labelsOf = ({ part, name }: KeyAge): string => `${of},part="${part}",card="${escapeLabel(name)}"`
  const one = (value: number): [[string, number]] => [[of, value]]
  const seconds = (time: string): number => Date.parse(time) / 1000
  add('deeds', 'Deeds of the series whose content is there.', one(status.deeds))
  add('marks', 'Marks of the series.', one(status.marks))
  add('pruned_deeds', 'Deeds of the series whose content was pruned.', one(status.pruned))
  add('bytes', 'Bytes of all deeds together.', one(status.bytes))
  if (newestDeed !== null) {
    add('newest_deed_timestamp_seconds', 'When the newest deed was signed.', one(seconds(newestDeed.created)))
    add('newest_deed_rows', 'Rows of the newest deed.', one(newestDeed.content?.rows ?? 0))
    add('newest_deed_bytes', 'Bytes of the newest deed.', one(newestDeed.content?.bytes ?? 0))
  }
  if (current !== null) {
    add('sequence', 'Number of the newest deed or mark.', one(current.sequence))
    add(
      'current_timestamp_seconds',
      'When the newest deed or mark was signed.',
      one(seconds(current.created)),
    )
  }
  if (newestDrill !== null) {
    const { created, recoverySeconds } = newestDrill
    add('newest_drill_timestamp_seconds', 'When the newest drill that passed ended.', one(seconds(created)))
    add('drill_recovery_seconds', 'How long it took to fetch and restore in it.', one(recoverySeconds))
  }
  add(
    'drill_passed',
    '1 if the newest drill has passed, 0 if it failed or there is none.',
    one(newestDrill !== null && failedDrill === null ? 1 : 0),
  )
  add(
    'chain_whole',
    '1 if every link is there, signed, and stands behind the one before.',
    one(faults.length === 0 ? 1 : 0),
  )
  add('faults', 'What is wrong with the chain.', one(faults.length))
  add('stale', '1 if something is older than the policy allows.', one(stale.length > 0 ? 1 : 0))
  add(
    'key_age_days',
    'Age of the keys that sign and read the series.',
    keys.flatMap((key) => (key.age === null ? [] : [[labelsOf(key), key.age.days] as const])),
  )
  add(
    'key_days_left',
    'Days until the key is too old for anything new.',
    keys.flatMap((key) =>
      key.age === null ? [] : [[labelsOf(key), Math.max(0, key.age.steps.refuse - key.age.days)] as const],
    ),
  )
  add('checked_timestamp_seconds', 'When this was found.', one(Math.floor(now.getTime() / 1000)))
  return `${lines.join('\n')}\n`
}

/** Backslash, quote and line feed, as the format has it; what else cannot be printed is left out. */
function escapeLabel(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
}
