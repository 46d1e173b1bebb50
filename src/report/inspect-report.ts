import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { InspectReport } from '../verify/index.ts'
import { describeRotated } from './access-report.ts'
import { listChangedColumns } from './changed-columns.ts'
import { describeSource } from './describe-source.ts'
import { renderTextTable } from './text-table.ts'
import { formatBytes, formatCount, shortHex } from './units.ts'

/** What a deed says of itself, led by the sentence that nobody has checked it. */
export function renderInspected({ deed, bytes, manifestSha256, manifest, access }: InspectReport): string {
  const words = say().report
  const { seller } = manifest
  const lines = [
    words.unverified,
    '',
    words.inspected({ deed: printable(deed), bytes: formatBytes(bytes) }),
    `  ${words.deedId({ id: manifest.deedId })}`,
    `  ${words.manifestDigest({ sha256: manifestSha256 })}`,
    ...(manifest.dealId === null ? [] : [`  ${words.dealId({ id: printable(manifest.dealId, 200) })}`]),
    `  ${words.created({ at: printable(manifest.created) })}`,
    ...(manifest.expires === null ? [] : [`  ${words.expires({ at: printable(manifest.expires) })}`]),
    `  ${words.seller({ name: printable(seller.name), fingerprint: seller.fingerprint })}`,
    ...manifest.addressees.map(
      ({ name, fingerprint }) => `  ${words.addressee({ name: printable(name), fingerprint })}`,
    ),
    `  ${words.suites[manifest.suite]}`,
    `  ${words.tool({ name: printable(manifest.tool.name), version: printable(manifest.tool.version) })}`,
    ...manifest.tables.flatMap((table) => [
      '',
      words.inspectTable({
        name: printable(table.name),
        rows: formatCount(table.rows),
        source: describeSource(table.source),
        fidelity: words.fidelity[table.fidelity.level],
      }),
      ...renderTextTable(
        words.previewHeadings,
        table.columns.map((column) => [
          printable(column.name, 32),
          printable(column.type),
          printable(column.compartment ?? '-'),
          words.actions[column.action],
        ]),
      ).map((line) => `  ${line}`),
      ...listChangedColumns([table]).map((line) => `  ${line}`),
    ]),
    '',
    ...renderTextTable(
      words.compartmentHeadings,
      access.compartments.map(({ name, readers }) => [
        printable(name),
        String(manifest.compartments.find((compartment) => compartment.name === name)?.epochs.length ?? 0),
        readers
          .map((reader) => `${printable(reader.name)} (${shortHex(printable(reader.fingerprint))})`)
          .join(', '),
      ]),
      [1],
    ).map((line) => `  ${line}`),
    ...(access.rotated === undefined
      ? []
      : ['', `- ${describeRotated({ ...access, issuer: access.rotated.issuer })}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** The document says before anything else that nothing of it was checked. */
export function buildInspectFacts(report: InspectReport) {
  const { deed, bytes, manifestSha256, manifest, access, changed } = report
  return { verified: false, deed, bytes, manifestSha256, changed, manifest, access: accessFacts(access) }
}

/** What a rotated statement says of readers stands in it; of the age files of the first one nothing is said any more. */
function accessFacts(access: InspectReport['access']) {
  if (access.rotated === undefined) return access
  const compartments = access.compartments.map(({ name, readers }) => ({ name, readers }))
  return { ...access, compartments }
}
