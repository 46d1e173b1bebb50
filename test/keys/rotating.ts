import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant } from '../../src/deed/index.ts'
import { type Card, cardToJson, createParty, type Party, trustCard } from '../../src/identity/index.ts'
import {
  followSuccessions,
  keepChain,
  type RotatedKey,
  type RotateRequest,
  rotateKey,
  SUCCESSION,
} from '../../src/keys/index.ts'
import { type PaperSigner, signPaper } from '../../src/papers/index.ts'

export const NOW = new Date('2026-03-04T05:06:07Z')
export const DAY = 24 * 60 * 60 * 1000

export function inDays(days: number): Date {
  return new Date(NOW.getTime() + days * DAY)
}

/** Two desks: of whoever rotates, and of whoever trusts the old card. */
export class Desks implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), '轮换 rotate-'))
  readonly own = join(this.path, 'own')
  readonly home = join(this.path, 'other')

  rotate(key: Party['key'], more: Partial<RotateRequest> = {}): Promise<RotatedKey> {
    return rotateKey({ key, folder: this.path, home: this.own, now: NOW, ...more })
  }

  async trust(...cards: readonly Card[]): Promise<void> {
    for (const card of cards) await trustCard(this.home, card)
  }

  /** Follows the papers, and keeps what they lead to. */
  async follow(card: Card, papers: readonly Uint8Array[], now = inDays(1)): Promise<readonly string[]> {
    const named = papers.map((bytes, index) => ({ name: `${index}.succession`, bytes }))
    const chain = await followSuccessions({ home: this.home, card, papers: named, now })
    await keepChain(this.home, chain)
    return chain.links.map(({ to }) => to.name)
  }

  read(name: string): Promise<Buffer> {
    return readFile(join(this.path, name))
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

export function make(name: string, role: 'sign' | 'open' | 'both' = 'sign', now = NOW): Promise<Party> {
  return createParty({ name, role, now })
}

/** A succession as anybody could write it: dates and co-signer as the test wants. */
export function forge(
  from: Party,
  to: Party,
  more: { readonly dates?: readonly [Date, Date, Date]; readonly signer?: Partial<PaperSigner> } = {},
): Uint8Array {
  const [active, decryptOnly, retired] = more.dates ?? [NOW, inDays(30), inDays(395)]
  const content = {
    ledgerHead: null,
    successor: cardToJson(to.card),
    activeFrom: instant(active),
    decryptOnlyFrom: instant(decryptOnly),
    retiredFrom: instant(retired),
  }
  return signPaper(SUCCESSION, content, { key: from.key, now: NOW, alsoBy: [to.key], ...more.signer })
}
