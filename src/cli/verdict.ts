import { DatadeedError, EXIT_CODES } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { VERDICTS, type Verdict, type VerifyReport } from '../verify/index.ts'
import { readList } from './scalars.ts'

/** `--require complete,authentic` */
export function readVerdicts(texts: readonly string[]): Verdict[] {
  return readList(texts).map((word) => {
    const verdict = VERDICTS.find((known) => known === word)
    if (verdict !== undefined) return verdict
    const sentence = say().cli.unknownVerdict({ got: printable(word), known: VERDICTS.join(', ') })
    throw new DatadeedError('USAGE', sentence, { hints: [say().cli.hintUnknownVerdict] })
  })
}

/** As the ledger has them, whose words have no spaces. */
export function verdictFacts(verdicts: VerifyReport['verdicts']): Record<string, string> {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, verdicts[verdict].replace(' ', '-')]))
}

/** Why a verified deed must not be used: a verdict is no, or one that was required is no yes. */
export function findVerifyFailure(
  report: VerifyReport,
  required: readonly Verdict[],
): DatadeedError | undefined {
  const deed = printable(report.deed)
  const telling = report.failures.find(({ code }) => EXIT_CODES[code] === report.exit) ?? report.failures[0]
  if (telling !== undefined) {
    const sentence = say().cli.verifyFailed({ deed, count: report.failures.length })
    const hints = telling.hints.length > 0 ? telling.hints : [say().cli.hintVerifyFailed]
    return new DatadeedError(telling.code, sentence, { hints })
  }
  const differ = report.controlTotals.filter(({ answer }) => answer === 'differ').length
  if (differ > 0) return new DatadeedError('DIFFERENT', say().receipt.totalsDiffer({ count: differ }))
  const lacking = required.filter((verdict) => report.verdicts[verdict] !== 'yes')
  if (lacking.length === 0) return undefined
  return new DatadeedError('RULE', say().cli.requiredVerdict({ deed, verdicts: lacking.join(', ') }))
}
