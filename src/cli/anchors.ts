import { z } from 'zod'
import { openVerifiedDeed, party } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { type Anchor, parseHead } from '../ledger/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { openPaper, peekPaper } from '../papers/index.ts'
import { findSigner, sellerNamedBy } from './find-signer.ts'
import { envelopeOf, readPaper } from './read-paper.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** Of papers of every kind, who signed it and which ledger it quotes. */
const quotingSchema = z.looseObject({ issuer: party, ledgerHead: z.string().nullable().optional() })

/** The heads that `--against` names: heads themselves, or deeds and papers, verified, that quote one. */
export async function readAnchors(values: Values, session: Session): Promise<Anchor[]> {
  const anchors: Anchor[] = []
  for (const word of values.list('against')) {
    const given = parseHead(word)
    if (given !== undefined) anchors.push({ source: say().ledger.headGiven, head: given })
    else anchors.push(findAnchor(word, await readQuotedHead(word, values, session)))
  }
  return anchors
}

function findAnchor(source: string, text: string | null | undefined): Anchor {
  const head = typeof text === 'string' ? parseHead(text) : undefined
  if (head !== undefined) return { source, head }
  const hints = [say().ledger.noHeadInHint]
  throw new DatadeedError('USAGE', say().ledger.noHeadIn({ source: printable(source) }), { hints })
}

async function readQuotedHead(
  path: string,
  values: Values,
  session: Session,
): Promise<string | null | undefined> {
  const bytes = await readPaper(path)
  if (bytes === undefined) {
    const from = await findSigner(values, session, () => sellerNamedBy(path))
    await using deed = await openVerifiedDeed(path, { from, reader: undefined })
    return deed.manifest.ledgerHead
  }
  const name = printable(path)
  const envelope = envelopeOf(bytes, name)
  const { predicateType, issuer } = peekPaper(envelope, name)
  const from = await findSigner(values, session, async () => issuer)
  return openPaper(envelope, { predicateType, schema: quotingSchema }, { from, name }).predicate.ledgerHead
}
