import { DatadeedError } from '../errors.ts'
import { assertCanSign } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { openPaper, signPaper } from '../papers/index.ts'
import { planTable } from '../policy/index.ts'
import { type ClassifiedExport, classifyNamedExports, openExports } from '../seal/index.ts'
import { defaultWorkerCount } from '../workers.ts'
import { describeDiligence, describeTeaser } from './describe-table.ts'
import { gatherTables, type TableToTally } from './gather-tables.ts'
import { PREVIEW } from './preview-paper.ts'
import type { PreviewRequest, SignedPreview } from './request.ts'

/**
 * Counts what exports hold and signs what may be told of it. Nothing is written, and no cell leaves: every text of a preview
 * is a header, a table's name, a month or one of this program's own.
 * @throws DatadeedError USAGE for a key that cannot sign or an export that can be read only once, RULE if the policy refuses
 * these columns, and all that reading exports throws
 */
export async function writePreview(request: PreviewRequest): Promise<SignedPreview> {
  const { stage, language, seller, now, signal, progress, workers = defaultWorkerCount() } = request
  assertCanSign(seller)
  await using named = await openExports(request.exports, request)
  for (const { source } of named.exports) assertRereadable(source)
  const classified = await classifyNamedExports(named.exports, { workers, signal, progress })
  const chosen = classified.map((table) => chooseColumns(table, request))
  const { tables, inventions } = await gatherTables(chosen, { language, signal, progress, workers })
  const content = {
    stage,
    language,
    tables: tables.map((table) =>
      stage === 'teaser' ? describeTeaser(table) : describeDiligence(table, inventions),
    ),
  }
  const envelope = signPaper(PREVIEW, content, { key: seller, now })
  const { predicate } = openPaper(envelope, PREVIEW, { from: seller.card, name: PREVIEW.predicateType })
  return { preview: predicate, envelope, notes: named.notes }
}

/** What the policy drops from the deed stays out of the preview too. */
function chooseColumns(table: ClassifiedExport, { policy }: PreviewRequest): TableToTally {
  const { name, source, decisions } = table
  const planned = planTable({ name, columns: source.columns, decisions }, policy)
  const columns = planned.flatMap(({ action, ...column }) => {
    const distinct = decisions[column.index]?.distinct ?? 'none'
    return action === 'drop' ? [] : [{ ...column, distinct }]
  })
  return { export: table, columns }
}

/** Columns are known only when all rows were read, and counted only when they are known. */
function assertRereadable({ rereadable, path }: ClassifiedExport['source']): void {
  if (rereadable) return
  const sentence = say().preview.readOnce({ path: printable(path) })
  throw new DatadeedError('USAGE', sentence, { hints: [say().preview.readOnceHint] })
}
