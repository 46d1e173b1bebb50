import { DatadeedError, type ErrorCode } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { printable } from '../../messages/printable.ts'
import type { Link, NamedLink } from './links.ts'
import type { Seen } from './memory.ts'
import type { OpenedSeries } from './series.ts'
import { placeOf, type Signers } from './signers.ts'

/** Something that is not as a whole series has it. */
export interface SeriesFault {
  /** The link that it is about, or the first of those that are missing. */
  readonly sequence: number
  readonly kind:
    | 'gap'
    | 'fork'
    | 'chain'
    | 'signer'
    | 'unreadable'
    | 'rollback'
    | 'rewritten'
    | 'damaged'
    | 'refused'
  readonly error: DatadeedError
}

const ASK_NOBODY: readonly ErrorCode[] = ['DAMAGED', 'PATH']

/** What is wrong inside a link, under its name: most sentences about a deed speak of no other one. */
export function faultOf(
  { sequence, name }: Pick<NamedLink, 'sequence' | 'name'>,
  kind: SeriesFault['kind'],
  cause: DatadeedError,
): SeriesFault {
  const sentence = say().backup.ofLink({ name, why: cause.message })
  // Of a deed that somebody sent, a sentence would say to ask for it again: here nobody is to be asked.
  const hints = ASK_NOBODY.includes(cause.code) ? [say().backup.damagedHint] : cause.hints
  return { sequence, kind, error: new DatadeedError(cause.code, sentence, { cause, hints }) }
}

/**
 * Whether links stand behind one another without a gap from the first on, each naming the one before by its digest.
 * Pure. Links that could not be read are no gap: they are faults of their own.
 */
export function findChainFaults(
  names: readonly NamedLink[],
  links: readonly Link[],
  { first }: { readonly first: string },
): SeriesFault[] {
  const words = say().backup
  const faults: SeriesFault[] = []
  const add = (sequence: number, kind: SeriesFault['kind'], sentence: string): void => {
    const hints = [kind === 'gap' ? words.gapHint : words.rewrittenHint]
    faults.push({ sequence, kind, error: new DatadeedError('DAMAGED', sentence, { hints }) })
  }
  let expected = 1
  for (const { sequence, name } of names) {
    if (sequence > expected) add(expected, 'gap', words.gap({ from: expected, to: sequence - 1 }))
    if (sequence < expected) add(sequence, 'fork', words.fork({ sequence, name }))
    expected = Math.max(expected, sequence + 1)
  }
  const bySequence = Map.groupBy(links, ({ sequence }) => sequence)
  let deed: Link['deed'] | undefined
  for (const link of links) {
    const before = bySequence.get(link.sequence - 1)?.map(({ sha256 }) => sha256)
    const known = link.sequence === 1 ? [first] : before
    if (known !== undefined && !known.includes(link.previous))
      add(link.sequence, 'chain', words.brokenChain({ name: link.name, before: link.sequence - 1 }))
    // Without the deed itself at hand nothing can be said of a mark but that its deed is missing, which the gap says.
    if (link.kind === 'mark' && deed && deed.manifest !== link.deed?.manifest)
      add(link.sequence, 'chain', words.markOfOther({ name: link.name, sequence: deed.sequence }))
    if (link.kind === 'deed') deed = link.deed
    for (const { sequence, manifest } of link.removed ?? []) {
      const named = bySequence.get(sequence)
      // One that is not there at all is a gap, and one that cannot be read a fault of its own.
      if (sequence < link.sequence && named?.some(({ sha256 }) => sha256 === manifest) !== false) continue
      add(link.sequence, 'chain', say().prune.pruneOfOther({ name: link.name, sequence }))
    }
  }
  return faults.sort((a, b) => a.sequence - b.sequence)
}

/**
 * Whether no signer comes back after its successor has signed, and whether one who was confirmed here has signed at all:
 * a later link holds fast what stands before it, the paper of the series included. Pure.
 */
export function findSignerFaults(
  links: readonly Link[],
  { signers, anchor }: Pick<OpenedSeries, 'signers' | 'anchor'>,
): { readonly faults: SeriesFault[]; readonly refused: ReadonlySet<Link> } {
  const words = say().signers
  const refused = findReturning(links, signers)
  const faults = [...refused].map((link): SeriesFault => faultOf(link, 'signer', cameBack(link)))
  const holds = links.some((link) => !refused.has(link) && placeOf(signers, link.signer) >= anchor)
  const confirmed = signers[anchor]
  if (holds || anchor === 0 || confirmed === undefined) return { faults, refused }
  const told = { known: printable(confirmed.card.name), unknown: printable(signers[0].card.name) }
  const error = new DatadeedError('UNTRUSTED', words.notSignedYet(told), { hints: [words.notSignedYetHint] })
  return { faults: [{ sequence: 1, kind: 'signer', error }, ...faults], refused }
}

/** A link of one who signs no more since a successor has. */
export function cameBack({ signer }: Link): DatadeedError {
  const words = say().signers
  return new DatadeedError('UNTRUSTED', words.cameBack({ signer: printable(signer.name) }), {
    hints: [words.cameBackHint],
  })
}

/** Links that are signed by one who had a successor in the series by then. Pure. */
export function findReturning(links: readonly Link[], signers: Signers): ReadonlySet<Link> {
  let newest = 0
  const returning = new Set<Link>()
  for (const link of links) {
    const place = placeOf(signers, link.signer)
    if (place < newest) returning.add(link)
    newest = Math.max(newest, place)
  }
  return returning
}

/** What this computer has seen of the series before, against what is there now. */
export function findMemoryFaults(links: readonly Link[], seen: Seen | undefined): SeriesFault[] {
  if (seen === undefined || seen.sequence === 0) return []
  const { sequence, sha256 } = seen
  const words = say().backup
  const same = links.filter((link) => link.sequence === sequence)
  if (same.some((link) => link.sha256 === sha256)) return []
  if (same.length > 0) {
    const error = new DatadeedError('DAMAGED', words.rewritten({ sequence }), {
      hints: [words.rewrittenHint],
    })
    return [{ sequence, kind: 'rewritten', error }]
  }
  const newest = links.at(-1)?.sequence ?? 0
  // A gap tells of one that is missing in between.
  if (newest > sequence) return []
  const error = new DatadeedError('REPLAYED', words.rolledBack({ seen: sequence, newest }), {
    hints: [words.rolledBackHint],
  })
  return [{ sequence, kind: 'rollback', error }]
}
