import {
  checkBlockDigests,
  type DeedExamination,
  examineDeed,
  openCompartmentKeys,
  type ProvenOpening,
  proveOpening,
  type ReadGrants,
  type ReadManifest,
  startProofThreads,
} from '../deed/index.ts'
import { DatadeedError, EXIT_CODES } from '../errors.ts'
import { assertCanOpen, type Card, type OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { describeDeed, type Opened } from './describe-deed.ts'
import { type Answer, VERDICTS, type Verdict, type VerifyFailure, type VerifyReport } from './report.ts'

export interface VerifyRequest {
  readonly deed: string
  /** The seller's confirmed card. */
  readonly from: Card
  /** Whoever wants to know whether they can restore: opens every block that is theirs. */
  readonly key?: OpenedKey | undefined
  /** Papers beside the deed that may name this reader. */
  readonly grants?: ReadGrants | undefined
  readonly now: Date
  /** Asked for a number of the deed's series above its own that was seen before. */
  readonly findNewer?: ((of: SeriesPlace) => Promise<number | undefined>) | undefined
  readonly workers?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((bytes: number, total: number) => void) | undefined
}

/** Where a deed stands: series are each seller's own. */
export interface SeriesPlace {
  readonly series: string | null
  readonly sequence: number | null
  /** Fingerprint of the seller's card. */
  readonly seller: string
}

/** A report, and what it is about as far as it is to be believed. */
export interface Verification {
  readonly report: VerifyReport
  /** Present if authentic, whatever else is wrong. */
  readonly manifest?: ReadManifest | undefined
  /** Present if everything that the key may open was opened, and nothing is at fault. */
  readonly proven?: ProvenOpening | undefined
  /** Names of the compartments that the key does not open. */
  readonly closed: readonly string[]
}

/**
 * Checks everything that can be checked, and reports all failures. Nothing is written.
 * @throws DatadeedError IO_READ; USAGE for a key that opens nothing
 */
export async function verifyDeed(request: VerifyRequest): Promise<VerifyReport> {
  const { report } = await verifyWithProof(request)
  return report
}

/** As verifyDeed, for whoever goes on with what was proven. */
export async function verifyWithProof(request: VerifyRequest): Promise<Verification> {
  const started = performance.now()
  const fingerprint = request.key?.card.fingerprint
  await using examined = await examineDeed(request.deed, {
    from: request.from,
    reader: fingerprint === undefined ? undefined : { fingerprint },
    grants: request.grants,
  })
  const findings = new Findings()
  for (const { verdict, error } of examined.failures) findings.fail(verdict, error)
  await checkDigests(examined, request, findings)
  // Before freshness: a deed that has expired can still be restored.
  const opened = await checkRestorable(examined, request, findings)
  await checkFresh(examined, request, findings)
  const seconds = (performance.now() - started) / 1000
  const report = { ...findings.summary(), ...describeDeed(request.deed, examined, opened), seconds }
  const { proven, closed = [] } = opened ?? {}
  return { report, manifest: examined.manifest, proven, closed }
}

async function checkDigests(
  examined: DeedExamination,
  request: VerifyRequest,
  findings: Findings,
): Promise<void> {
  if (examined.blocks === undefined) {
    findings.skip('complete')
    return
  }
  let bytes = 0
  const faults = await checkBlockDigests(examined.blocks, {
    signal: request.signal,
    onBlocks: (step) => {
      bytes += step.bytes
      request.progress?.(bytes, examined.bytes)
    },
  })
  for (const fault of faults) findings.fail('complete', fault)
  findings.pass('complete')
  findings.pass('valid')
  findings.pass('authentic')
}

/** An expiry date can deny freshness, and so can a newer deed that was seen here; that none exists, nobody can know. */
async function checkFresh(
  { manifest }: DeedExamination,
  { now, findNewer }: VerifyRequest,
  findings: Findings,
): Promise<void> {
  if (manifest !== undefined) {
    const { series, sequence, seller } = manifest.manifest
    const newer = await findNewer?.({ series, sequence, seller: seller.fingerprint })
    if (newer !== undefined) {
      const sentence = say().verify.newerSeen({ sequence: sequence ?? 0, newer })
      findings.fail('fresh', new DatadeedError('REPLAYED', sentence, { hints: [say().verify.newerSeenHint] }))
    }
  }
  const expires = manifest?.manifest.expires
  if (expires === undefined || expires === null || new Date(expires) >= now) {
    findings.skip('fresh', manifest === undefined ? undefined : say().verify.notCheckedFresh)
  } else {
    const hints = [say().verify.expiredHint]
    findings.fail('fresh', new DatadeedError('EXPIRED', say().verify.expired({ date: expires }), { hints }))
  }
}

/** What the key opened; undefined where none was given or nothing could be opened. */
async function checkRestorable(
  { deed }: DeedExamination,
  { key, workers, signal, progress }: VerifyRequest,
  findings: Findings,
): Promise<Opened | undefined> {
  if (key === undefined) {
    findings.skip('restorable', say().verify.notCheckedRestorable)
    return undefined
  }
  const identity = assertCanOpen(key)
  if (deed === undefined || findings.hasFailed()) {
    findings.skip('restorable')
    return undefined
  }
  try {
    await using threads = startProofThreads(workers)
    const { opened, closed } = await openCompartmentKeys(deed, identity, key.card.fingerprint)
    const { faults, proven } = await proveOpening(deed, opened, {
      threads,
      signal,
      progress: ({ bytes }) => progress?.(bytes, deed.container.size),
    })
    for (const fault of faults) findings.fail('restorable', fault)
    const names = Array.from(opened.keys(), (number) => deed.manifest.compartments[number]?.name ?? '')
    findings.pass('restorable')
    if (closed.length > 0) findings.note(say().verify.partly({ opened: names, closed }))
    return { names: new Set(names), closed, proven }
  } catch (error) {
    if (!(error instanceof DatadeedError) || error.code === 'INTERNAL') throw error
    findings.fail('restorable', error)
    return undefined
  }
}

/** The verdicts while they are being found. A no stays a no. */
class Findings {
  readonly #answers = new Map<Verdict, Answer>()
  readonly #failures: VerifyFailure[] = []
  readonly #notes: string[] = []

  fail(verdict: Verdict, { code, message, hints }: DatadeedError): void {
    this.#answers.set(verdict, 'no')
    this.#failures.push({ verdict, code, sentence: message, hints })
  }

  pass(verdict: Verdict): void {
    if (this.#answers.get(verdict) !== 'no') this.#answers.set(verdict, 'yes')
  }

  skip(verdict: Verdict, why?: string): void {
    if (this.#answers.get(verdict) === 'no') return
    this.#answers.set(verdict, 'not checked')
    if (why !== undefined) this.#notes.push(why)
  }

  note(sentence: string): void {
    this.#notes.push(sentence)
  }

  hasFailed(): boolean {
    return this.#failures.length > 0
  }

  summary(): Pick<VerifyReport, 'verdicts' | 'notes' | 'failures' | 'exit'> {
    const answers = VERDICTS.map((verdict) => [verdict, this.#answers.get(verdict) ?? 'not checked'] as const)
    return {
      verdicts: Object.fromEntries(answers) as Record<Verdict, Answer>,
      notes: this.#notes,
      failures: this.#failures,
      exit: mostTelling(this.#failures),
    }
  }
}

/** Whose deed it is outweighs what is wrong with it; then the first thing found. */
function mostTelling(failures: readonly VerifyFailure[]): number {
  const telling = failures.find(({ verdict }) => verdict === 'authentic') ?? failures[0]
  return telling === undefined ? 0 : EXIT_CODES[telling.code]
}
