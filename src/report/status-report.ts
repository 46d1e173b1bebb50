import type { SeriesStatus } from '../backup/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { formatAge } from './age.ts'
import { buildListedFault, describeChain, describeOthers } from './backup-report.ts'
import { buildUnbelieved, describeNewestDrill, describeUnbelieved } from './drill-report.ts'
import { formatBytes, formatCount } from './units.ts'

/** How a series stands. */
export function renderStatus(status: SeriesStatus): string {
  const words = say().backup
  const { series, newestDeed, current, keys, faults } = status
  const signer = keys.find(({ part }) => part === 'signs')
  const lines = [
    words.title({ name: printable(series.name), id: series.id, signer: printable(signer?.name ?? '') }),
    `  ${words.counts({ deeds: formatCount(status.deeds), marks: formatCount(status.marks), bytes: formatBytes(status.bytes) })}`,
    ...(status.pruned === 0 ? [] : [`  ${say().prune.pruned({ count: formatCount(status.pruned) })}`]),
    newestDeed === null
      ? `  ${words.noNewestDeed}`
      : `  ${words.newestDeed({ ...newestDeed, age: formatAge(newestDeed.ageSeconds), rows: formatCount(newestDeed.content?.rows ?? 0) })}`,
    ...(current === null ? [] : [`  ${words.current({ ...current, age: formatAge(current.ageSeconds) })}`]),
    ...describeNewestDrill(status).map((line) => `  ${line}`),
    ...keys.map(({ part, name, age }) => {
      const told = { name: printable(name), days: age?.days ?? null, verdict: age?.verdict ?? 'fresh' }
      return `  ${words[part](told)}`
    }),
    '',
    ...describeChain(faults),
    ...describeStale(status).map(({ sentence }) => words.fault({ sentence })),
    ...describeOthers(status),
    ...describeUnbelieved(status.unbelievedDrills),
  ]
  return `${lines.join('\n')}\n`
}

/** What of a series is older than wanted, each with what to do. */
export function describeStale({ stale, current, newestDrill, wanted, keys }: SeriesStatus): {
  readonly sentence: string
  readonly hint: string
}[] {
  const age = current === null ? null : formatAge(current.ageSeconds)
  const words = say().backup
  const deed = {
    sentence: words.stale({ age, wanted: formatAge(wanted.deedAge ?? 0) }),
    hint: words.staleHint,
  }
  const drill = {
    sentence: say().drill.stale({
      age: newestDrill === null ? null : formatAge(newestDrill.ageSeconds),
      wanted: formatAge(wanted.drillAge ?? 0),
    }),
    hint: say().drill.staleHint,
  }
  const old = keys.flatMap(({ name, part, age: judged }) => {
    if (judged?.verdict !== 'refuse') return []
    const use = part === 'signs' ? 'signing' : 'reader'
    const { days, steps, made } = judged
    const told = { days, most: steps.refuse, date: made.toISOString().slice(0, 10) }
    const sentence = say().keys.tooOld({ ...told, name: printable(name), use: say().keys.uses[use] })
    return [{ sentence, hint: say().keys.rotateHints[use] }]
  })
  return [...(stale.includes('deed') ? [deed] : []), ...(stale.includes('drill') ? [drill] : []), ...old]
}

/** As a program reads it. */
export function buildStatusFacts({ faults, unbelievedDrills, keys, ...status }: SeriesStatus) {
  return {
    ...status,
    keys: keys.map(({ age, ...key }) => ({
      ...key,
      ...{
        ageDays: age?.days ?? null,
        age: age?.verdict ?? null,
        refusedFromDays: age?.steps.refuse ?? null,
      },
    })),
    ...{ whole: faults.length === 0, faults: faults.map(buildListedFault) },
    unbelievedDrills: unbelievedDrills.map(buildUnbelieved),
  }
}
