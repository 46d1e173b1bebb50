import type {
  BackupReport,
  BegunSeries,
  Link,
  ListedSeries,
  MarkPaper,
  PlannedBackup,
  SeriesFault,
  SeriesPaper,
  SeriesVerification,
} from '../backup/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { renderPreview, renderSealed } from './seal-report.ts'
import { renderTextTable } from './text-table.ts'
import { formatBytes, formatCount, shortHex } from './units.ts'

/** A series that was begun. */
export function renderBegun({ folder, paper }: BegunSeries): string {
  const first = say().backup.begun({ folder: printable(folder), name: printable(paper.name) })
  return `${[first, ...describeSeries(paper)].join('\n')}\n`
}

/** The paper of a series, by itself. */
export function renderSeriesPaper(paper: SeriesPaper, file: string): string {
  const { name, issuer, created } = paper
  const signed = { signer: printable(issuer.name), created }
  const first = say().backup.seriesPaper({ file: printable(file), name: printable(name), ...signed })
  return `${[first, ...describeSeries(paper), `  ${say().backup.paperAlone}`].join('\n')}\n`
}

/** A mark by itself. */
export function renderMarkPaper(
  { series, sequence, unchanged, issuer, created }: MarkPaper,
  file: string,
): string {
  const words = say().backup
  const signed = { signer: printable(issuer.name), created }
  const lines = [
    words.markPaper({ file: printable(file), sequence, deed: unchanged.sequence, ...signed }),
    `  ${words.seriesId({ id: series })}`,
    `  ${words.paperAlone}`,
  ]
  return `${lines.join('\n')}\n`
}

function describeSeries({ series, readers, grantors = [] }: SeriesPaper): string[] {
  const words = say().backup
  return [
    `  ${words.seriesId({ id: series })}`,
    ...readers.map((reader) => `  ${words.reader({ ...reader, name: printable(reader.name) })}`),
    ...grantors.map((each) => `  ${words.mayRotate({ ...each, name: printable(each.name) })}`),
  ]
}

/** What a run has added. */
export function renderBackup({ series, kind, sequence, deed, path, sha256, sealed }: BackupReport): string {
  const words = say().backup
  const named = { series: printable(series.name), sequence }
  const lines = [
    kind === 'deed' ? words.madeDeed(named) : words.madeMark({ ...named, deed: deed.sequence }),
    ...(sealed === null ? [`  ${words.link({ path: printable(path), sha256: shortHex(sha256) })}`] : []),
  ]
  return `${lines.join('\n')}\n${sealed === null ? '' : renderSealed(sealed)}`
}

/** What a run would add. */
export function renderPlannedBackup({
  series,
  kind,
  sequence,
  unchangedSince,
  preview,
}: PlannedBackup): string {
  const words = say().backup
  const named = { series: printable(series.name), sequence }
  const line =
    kind === 'deed' ? words.wouldDeed(named) : words.wouldMark({ ...named, deed: unchangedSince ?? 0 })
  return `${line}\n${preview === null ? '' : renderPreview(preview)}`
}

/** The links of a series, and what is wrong with them. */
export function renderListed(listed: ListedSeries): string {
  const words = say().backup
  const { links, faults } = listed
  const lines = [
    titleOf(listed),
    ...(links.length === 0
      ? [words.empty]
      : renderTextTable(words.headings, links.map(describeLink)).map((line) => `  ${line}`)),
    '',
    ...describeChain(faults),
    ...describeOthers(listed),
  ]
  return `${lines.join('\n')}\n`
}

/** A series that was checked without a key. */
export function renderSeriesVerified(verified: SeriesVerification): string {
  const words = say().backup
  const { links, faults, blocks, deeds, fetched } = verified
  const marks = links.filter(({ kind }) => kind === 'mark').length
  const pruned = links.filter((link) => link.pruned !== null).length
  const counts = { deeds: formatCount(deeds), marks: formatCount(marks) }
  const lines = [
    titleOf(verified),
    faults.length === 0 ? words.verified(counts) : words.notVerified,
    `  ${words.blocks({ read: formatCount(blocks.read), all: formatCount(blocks.all), bytes: formatBytes(blocks.bytes) })}`,
    ...(fetched === null ? [] : [`  ${words.fetched({ bytes: formatBytes(fetched) })}`]),
    ...(pruned === 0 ? [] : [`  ${say().prune.verified({ count: formatCount(pruned) })}`]),
    ...faults.map(describeFault),
    ...describeOthers(verified),
  ]
  return `${lines.join('\n')}\n`
}

/** As a program reads it. */
export function buildListedFacts({ series, links, faults, unfinished, removing, foreign }: ListedSeries) {
  const { series: id, name, suite, issuer, readers, grantors = [] } = series.paper
  return {
    series: {
      id,
      name,
      folder: series.place,
      suite,
      signer: issuer,
      signers: signersOf(series, links),
      readers,
      grantors,
    },
    links,
    whole: faults.length === 0,
    ...{ faults: faults.map(buildListedFault), unfinished, removing, foreign },
  }
}

/** What is wrong with a link, as a program reads it. */
export function buildListedFault({ sequence, kind, error }: SeriesFault) {
  return { sequence, kind, code: error.code, message: error.message }
}

/** Which series it is, and who has signed it by now. */
export function titleOf({ series, links }: ListedSeries): string {
  const { name, series: id } = series.paper
  const names = signersOf(series, links).map((signer) => printable(signer.name))
  return say().backup.title({ name: printable(name), id, signer: say().signers.signedBy({ names }) })
}

/** The card that began a series, and those that have followed it by now. */
function signersOf({ signers }: ListedSeries['series'], links: readonly Link[]): Link['signer'][] {
  const signed = new Set(links.map(({ signer }) => signer.fingerprint))
  return signers
    .filter(({ card, vouchedBy }) => vouchedBy === undefined || signed.has(card.fingerprint))
    .map(({ card: { name, fingerprint } }) => ({ name, fingerprint }))
}

function describeLink(link: Link): string[] {
  const { sequence, created, content, sha256 } = link
  return [
    String(sequence),
    created,
    describeKind(link),
    content === null ? '' : formatCount(content.tables),
    content === null ? '' : formatCount(content.rows),
    content === null ? '' : formatBytes(content.bytes),
    shortHex(sha256),
  ]
}

function describeKind({ kind, deed, removed, pruned }: Link): string {
  const words = say()
  if (removed !== null) return words.prune.link({ count: removed.length })
  if (pruned !== null) return words.prune.deed({ by: pruned.by })
  return kind === 'deed' ? words.backup.deed : words.backup.mark({ deed: deed?.sequence ?? 0 })
}

export function describeChain(faults: readonly SeriesFault[]): string[] {
  const words = say().backup
  return faults.length === 0
    ? [words.whole]
    : [words.notWhole({ count: faults.length }), ...faults.map(describeFault)]
}

function describeFault({ error }: SeriesFault): string {
  return say().backup.fault({ sentence: error.message })
}

export function describeOthers({
  unfinished,
  removing,
  foreign,
}: Pick<ListedSeries, 'unfinished' | 'removing' | 'foreign'>): string[] {
  const words = say().backup
  return [
    ...unfinished.map((name) => words.unfinished({ name: printable(name) })),
    ...removing.map((name) => say().prune.removing({ name: printable(name) })),
    ...foreign.map((name) => words.foreign({ name: printable(name) })),
  ]
}
