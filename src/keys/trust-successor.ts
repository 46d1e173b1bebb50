import { DatadeedError } from '../errors.ts'
import { assertNotCompromised, type Card, listTrustedCards, trustCard } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { peekPaper } from '../papers/index.ts'
import { readSuccession, type Succession } from './succession-paper.ts'
import { keepSuccession, listSuccessions, type Successions } from './successions.ts'

/** A file that may be a succession. */
export interface SuccessionFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface SuccessorRequest {
  readonly home: string
  /** The new card, of which only the fingerprint is believed: name and dates are taken from the paper that signs them. */
  readonly card: Card
  readonly papers: readonly SuccessionFile[]
  readonly now: Date
}

/** From a trusted card to the wanted one, a succession each step. */
export interface TrustedChain {
  readonly links: readonly [Succession, ...Succession[]]
}

/**
 * Follows successions from the cards that are trusted already to the new one.
 * @throws DatadeedError UNTRUSTED for a chain that begins at no trusted card, ends at another card, passes through one that
 * is retired, or names another successor than is known; SIGNATURE, DAMAGED, LIMIT for a paper that is not right
 */
export async function followSuccessions(request: SuccessorRequest): Promise<TrustedChain> {
  const { home, card, now } = request
  const papers = request.papers.map(({ name, bytes }) => {
    const shown = printable(name)
    return { name: shown, bytes, issuer: peekPaper(bytes, shown).issuer }
  })
  await assertNotCompromised(home, [card, ...papers.map(({ issuer }) => issuer)])
  const trusted = new Map((await listTrustedCards(home)).map((each) => [each.fingerprint, each]))
  const known = await listSuccessions(home)
  const links = readLinks(papers, trusted)
  const chain: Succession[] = []
  let at = card.fingerprint
  while (chain.length === 0 || !trusted.has(at)) {
    const link = links.find(({ to }) => to.fingerprint === at)
    if (link === undefined) throw leadsElsewhere(card, links)
    assertMayFollow(link, { known, links, now })
    chain.unshift(link)
    at = link.from.fingerprint
  }
  const [first, ...rest] = chain
  if (first === undefined) throw leadsElsewhere(card, links)
  return { links: [first, ...rest] }
}

/** Keeps a chain that was followed: every card in it is trusted from now on. @throws DatadeedError NOSPACE, IO_WRITE */
export async function keepChain(home: string, { links }: TrustedChain): Promise<void> {
  // The paper first: a trusted card without it would be one that nobody can account for.
  for (const link of links) {
    await keepSuccession(home, link)
    await trustCard(home, link.to)
  }
}

/** A paper, and who it says has signed it. */
interface PeekedPaper extends SuccessionFile {
  readonly issuer: { readonly name: string; readonly fingerprint: string }
}

/** Reads the papers in the order that trust passes through them, whatever order they were given in. */
function readLinks(papers: readonly PeekedPaper[], trusted: ReadonlyMap<string, Card>): Succession[] {
  const cards = new Map(trusted)
  const links: Succession[] = []
  let left = papers
  while (left.length > 0) {
    const ready = left.filter(({ issuer }) => cards.has(issuer.fingerprint))
    const [stranded] = left
    if (ready.length === 0 && stranded !== undefined) throw untrusted(stranded.issuer)
    for (const { name, bytes, issuer } of ready) {
      const from = cards.get(issuer.fingerprint)
      if (from === undefined) continue
      const link = readSuccession(bytes, { from, name })
      links.push(link)
      cards.set(link.to.fingerprint, link.to)
    }
    left = left.filter((each) => !ready.includes(each))
  }
  return links
}

function assertMayFollow(
  { from, to, retiredFrom }: Succession,
  {
    known,
    links,
    now,
  }: { readonly known: Successions; readonly links: readonly Succession[]; readonly now: Date },
): void {
  const name = printable(from.name)
  const other = [known.get(from.fingerprint), ...links].find(
    (link) => link?.from.fingerprint === from.fingerprint && link.to.fingerprint !== to.fingerprint,
  )
  if (other !== undefined) {
    const told = { name, first: printable(other.to.name), second: printable(to.name) }
    throw new DatadeedError('UNTRUSTED', say().keys.twoSuccessors(told), {
      hints: [say().keys.callInsteadHint],
    })
  }
  if (known.has(from.fingerprint) || now < retiredFrom) return
  const told = { name, date: dayOf(retiredFrom) }
  throw new DatadeedError('UNTRUSTED', say().keys.retired(told), { hints: [say().keys.callInsteadHint] })
}

/** A day as dates are told: UTC. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function untrusted({ name, fingerprint }: { readonly name: string; readonly fingerprint: string }) {
  const told = { name: printable(name), fingerprint: fingerprint.slice(0, 16) }
  return new DatadeedError('UNTRUSTED', say().keys.oldNotTrusted(told), {
    hints: [say().keys.oldNotTrustedHint],
  })
}

function leadsElsewhere(card: Card, links: readonly Succession[]): DatadeedError {
  const names = links.map(({ to }) => printable(to.name))
  return new DatadeedError('UNTRUSTED', say().keys.leadsElsewhere({ name: printable(card.name), names }), {
    hints: [say().keys.callInsteadHint],
  })
}
