import { z } from 'zod'
import { LEDGER_CARDS, NAME_BYTES, REASON_CHARACTERS } from '../limits.ts'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`))
const word = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,63}$/)
const name = z.string().refine((value) => Buffer.byteLength(value) <= NAME_BYTES)
const count = z.int().min(0)

/** In which part a card was used: `own` is whose key the command was given. */
export const CARD_PARTS = [
  'own',
  'seller',
  'addressee',
  'reader',
  'issuer',
  'grantor',
  'holder',
  'trusted',
  'successor',
  'compromised',
  'dropped',
] as const

/**
 * What a line may say of what a command did; a closed list. No cell, no path, no digest of an export, no name of a person
 * but those that cards have. In this order.
 */
export const factsSchema = z.strictObject({
  /** The package or paper that was handled, by its last name alone; never an export's. */
  file: name.optional(),
  deedId: hex(16).optional(),
  /** SHA-256 of a deed's manifest. */
  manifest: hex(32).optional(),
  series: name.optional(),
  sequence: count.optional(),
  /** A signed paper, by the SHA-256 of its statement; `created` by the clock of whoever signed it. */
  paper: z
    .strictObject({
      kind: word,
      sha256: hex(32).optional(),
      created: z.iso.datetime({ precision: 3 }).optional(),
    })
    .optional(),
  cards: z
    .array(z.strictObject({ part: z.enum(CARD_PARTS), name, fingerprint: hex(32) }))
    .max(LEDGER_CARDS)
    .optional(),
  compartments: z.array(word).max(64).optional(),
  counts: z.record(word, count).optional(),
  verdicts: z.record(word, word).optional(),
  /** How it ended, in a word of the command's own. */
  state: word.optional(),
  /** What was written to, as a digest under this installation's key; a folder has none. */
  target: hex(32).optional(),
  /** Why a person went on where the ledger said no. */
  reason: z.string().min(1).max(REASON_CHARACTERS).optional(),
})

export type Facts = z.infer<typeof factsSchema>
export type CardPart = (typeof CARD_PARTS)[number]

const FACT_NAMES = Object.keys(factsSchema.shape)

/** Adds what became known later; counts, verdicts and cards are joined, all else is the newest. */
export function joinFacts(before: Facts, more: Facts): Facts {
  const joined: Facts = { ...before, ...more }
  if (before.counts && more.counts) joined.counts = { ...before.counts, ...more.counts }
  if (before.verdicts && more.verdicts) joined.verdicts = { ...before.verdicts, ...more.verdicts }
  if (before.cards && more.cards) joined.cards = distinctCards([...before.cards, ...more.cards])
  return joined
}

type NamedCard = NonNullable<Facts['cards']>[number]

/** Cards as a line names them. */
export function cardsAs(
  part: CardPart,
  cards: readonly { readonly name: string; readonly fingerprint: string }[],
): NamedCard[] {
  return distinctCards(cards.map(({ name: called, fingerprint }) => ({ part, name: called, fingerprint })))
}

function distinctCards(cards: readonly NamedCard[]): NamedCard[] {
  return [...new Map(cards.map((card) => [`${card.part} ${card.fingerprint}`, card])).values()]
}

/**
 * The facts in their one spelling: in the order of the schema, names of counts and verdicts sorted, nothing undefined, and
 * nothing that a reader would not take.
 */
export function orderFacts(facts: Facts): Facts {
  const { cards, counts, verdicts, file, reason } = facts
  const ordered = {
    ...facts,
    ...(file === undefined ? {} : { file: fitName(file) }),
    ...(reason === undefined ? {} : { reason: reason.toWellFormed() }),
    ...(cards === undefined
      ? {}
      : {
          cards: cards
            .slice(0, LEDGER_CARDS)
            .map(({ part, name: called, fingerprint }) => ({ part, name: called, fingerprint })),
          ...(cards.length > LEDGER_CARDS ? { counts: { ...counts, cards: cards.length } } : {}),
        }),
  }
  if (ordered.counts !== undefined) ordered.counts = sortKeys(mostWhole(ordered.counts))
  if (verdicts !== undefined) ordered.verdicts = sortKeys(verdicts)
  const entries = Object.entries(ordered).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => FACT_NAMES.indexOf(a) - FACT_NAMES.indexOf(b)))
}

/** A name is whatever was typed: too long for any file, or, on Windows, no Unicode text. */
function fitName(typed: string): string {
  const whole = Buffer.from(typed)
  // A character that is cut in two is left out.
  const text = new TextDecoder('utf-8', { ignoreBOM: true })
  return text.decode(whole.subarray(0, NAME_BYTES), { stream: true })
}

/** Sums of what a deed says of itself may be more than a number holds. */
function mostWhole(counts: Readonly<Record<string, number>>): Record<string, number> {
  const entries = Object.entries(counts)
  return Object.fromEntries(
    entries.map(([what, number]) => [what, Math.min(number, Number.MAX_SAFE_INTEGER)]),
  )
}

function sortKeys<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
