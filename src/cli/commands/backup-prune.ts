import {
  openMirror,
  type PruneChoice,
  type PruneReport,
  previewPrune,
  pruneSeries,
  type Retention,
  RULES,
} from '../../backup/index.ts'
import { DatadeedError } from '../../errors.ts'
import { listTrustedCards } from '../../identity/index.ts'
import { cardsAs } from '../../ledger/index.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { RetentionPolicy } from '../../policy/index.ts'
import { buildPruneFacts, renderPrune } from '../../report/index.ts'
import { readBeside } from '../beside-key.ts'
import { warnOfOddClock } from '../clock.ts'
import type { Command } from '../command.ts'
import { assertKeysInUse } from '../key-dates.ts'
import { openKey } from '../keys.ts'
import { readPolicy } from '../read-policy.ts'
import { readCount, readList } from '../scalars.ts'
import { seriesFolder, seriesLabel } from '../series.ts'
import type { Values } from '../values.ts'
import { warnOfOpeningKey } from '../warn-of-key.ts'

const MOST_KEPT = 100_000

/** Removes the content of old deeds of a series. */
export const backupPrune: Command = {
  async run(values, session) {
    warnOfOddClock(session)
    const policy = (await readPolicy(values.text('policy')))?.policy
    const backup = policy?.backup
    const choice = readChoice(values, backup?.retention)
    // A hold outweighs everything: what the policy holds, no command line lets go.
    const hold = [...(backup?.hold ?? []), ...readNumbers('hold', values.list('hold'))]
    const folder = seriesFolder(values, backup)
    const dry = values.on('dry-run')
    if (!dry) session.recorder.about({ file: seriesLabel(folder) })
    const keyPath = values.text('key') ?? ''
    const key = await openKey(keyPath, values, session)
    warnOfOpeningKey(keyPath, key, session)
    await assertKeysInUse({ signer: { key, path: keyPath }, limits: policy?.keyAges }, session)
    if (!dry) session.recorder.about({ cards: cardsAs('own', [key.card]) })
    await using mirror = await openMirror(folder, { signal: session.signal, only: 'series' })
    const { home, signal, warn, now, recorder } = session
    const beside = await readBeside(keyPath)
    const request = { mirror, beside, key, home, signal, warn, now, choice, hold, recorder }
    const trusted = await listTrustedCards(home)
    const report = await session.watch((watch) => {
      const progress = (bytes: number, totalBytes: number): void =>
        watch({ label: say().cli.progress.verify, bytes, totalBytes })
      return dry
        ? previewPrune({ ...request, trusted, progress }).then((plan): PruneReport => ({ plan, mark: null }))
        : pruneSeries({ ...request, trusted, progress })
    })
    return { text: renderPrune(report, { dry }), document: buildPruneFacts(report, { dry }) }
  },
}

/** Rules of the command line outweigh the same rules of the policy; the others stay. @throws DatadeedError USAGE */
function readChoice(values: Values, policy: RetentionPolicy | undefined): PruneChoice {
  const given: Retention = Object.fromEntries(
    RULES.flatMap((rule) => {
      const count = readCount(`keep-${rule}`, values.text(`keep-${rule}`), MOST_KEPT)
      return count === undefined ? [] : [[rule, count]]
    }),
  )
  const ruled = Object.keys(given).length > 0
  const sequences = readNumbers('remove', values.list('remove'))
  if (sequences.length > 0) {
    if (ruled) throw new DatadeedError('USAGE', say().prune.rulesAndNames)
    return { by: 'name', sequences }
  }
  if (ruled || policy !== undefined) return { by: 'rules', retention: { ...policy, ...given } }
  throw new DatadeedError('USAGE', say().prune.noRules, { hints: [say().prune.noRulesHint] })
}

function readNumbers(flag: string, texts: readonly string[]): number[] {
  return [...new Set(readList(texts))].map((text) => {
    if (/^0{0,5}[1-9]\d{0,9}$/.test(text)) return Number(text)
    throw new DatadeedError('USAGE', say().prune.notANumber({ flag, got: printable(text) }))
  })
}
