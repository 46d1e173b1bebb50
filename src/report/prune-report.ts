import type { KeptBy, PrunePaper, PrunePlan, PruneReport } from '../backup/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { titleOf } from './backup-report.ts'
import { renderTextTable } from './text-table.ts'
import { formatBytes, formatCount } from './units.ts'

/** Numbers of a series that a line of a report names. */
const NUMBERS_SHOWN = 30

/** A prune mark by itself. */
export function renderPrunePaper(
  { series, sequence, removed, issuer, created }: PrunePaper,
  file: string,
): string {
  const words = say()
  const signed = { signer: printable(issuer.name), created }
  const lines = [
    words.prune.prunePaper({ file: printable(file), sequence, count: removed.length, ...signed }),
    `  ${words.backup.seriesId({ id: series })}`,
    `  ${words.prune.paperRemoved({ numbers: listNumbers(removed.map((deed) => deed.sequence)) })}`,
    `  ${words.backup.paperAlone}`,
  ]
  return `${lines.join('\n')}\n`
}

/** What a prune has done, or would do: every deed with why it stays, then what comes of it. */
export function renderPrune({ plan, mark }: PruneReport, { dry }: { readonly dry: boolean }): string {
  const words = say().prune
  const { listed, deeds } = plan
  const gone = dry ? words.wouldRemove : words.removed
  const rows = deeds.map(({ link: { sequence, created, content }, kept }) => [
    String(sequence),
    created,
    formatCount(content?.rows ?? 0),
    formatBytes(content?.bytes ?? 0),
    kept.length === 0 ? gone : kept.map((by) => words.kept[by]).join(words.and),
  ])
  const odd = deeds.filter(({ kept }) => kept.includes('time')).map(({ link }) => link.sequence)
  const earlier = listed.removing.join(words.and)
  const lines = [
    titleOf(listed),
    ...(rows.length === 0
      ? [say().backup.empty]
      : renderTextTable(words.headings, rows, [0, 2, 3]).map((line) => `  ${line}`)),
    '',
    ...(odd.length === 0 ? [] : [words.odd({ numbers: listNumbers(odd) })]),
    ...(earlier === '' ? [] : [(dry ? words.wouldFinish : words.finished)({ names: earlier })]),
    describeEnd(plan, mark, dry),
  ]
  return `${lines.join('\n')}\n`
}

function describeEnd({ deeds, removed }: PrunePlan, mark: PruneReport['mark'], dry: boolean): string {
  const words = say().prune
  if (removed.length === 0) return words.nothing
  const told = {
    removed: removed.length,
    kept: deeds.length - removed.length,
    bytes: formatBytes(removed.reduce((sum, { content }) => sum + (content?.bytes ?? 0), 0)),
  }
  return dry ? words.would(told) : words.done({ ...told, mark: mark?.name ?? '' })
}

/** As a program reads it. */
export function buildPruneFacts({ plan, mark }: PruneReport, { dry }: { readonly dry: boolean }) {
  const { listed, choice, deeds, removed, damaged } = plan
  const { series: id, name } = listed.series.paper
  return {
    dryRun: dry,
    series: { id, name, folder: listed.series.place },
    retention: choice.by === 'rules' ? choice.retention : null,
    deeds: deeds.map(({ link: { sequence, created, deed, sha256, content }, kept }) => ({
      ...{ sequence, created, deedId: deed?.deedId, manifest: sha256 },
      ...{ rows: content?.rows, bytes: content?.bytes, kept, removed: isRemoved(kept) },
    })),
    removed: removed.map(({ sequence }) => sequence),
    damaged: damaged.map(({ sequence, error: { code, message } }) => ({ sequence, code, message })),
    /** What an earlier prune had left to be removed. */
    finished: listed.removing,
    mark,
  }
}

function isRemoved(kept: readonly KeptBy[]): boolean {
  return kept.length === 0
}

function listNumbers(numbers: readonly number[]): string {
  const shown = numbers.slice(0, NUMBERS_SHOWN).join(', ')
  return numbers.length > NUMBERS_SHOWN ? `${shown}, …` : shown
}
