import { sha256, toHex, wrapSecret } from '../crypto/index.ts'
import { type AccessCompartment, buildKeyPayload, ESCROW_NAME } from '../deed/index.ts'
import { InternalError } from '../errors.ts'
import { readerCard, recipientOf } from './assert-sealable.ts'
import type { Sealed } from './build-manifest.ts'
import type { EscrowOfDeed } from './make-escrow.ts'

/** One compartment's keys in an age file to its readers, and what the access statement says of it. */
export interface WrappedKeys {
  readonly ageFile: Uint8Array
  readonly access: Omit<AccessCompartment, 'entry'>
}

type Wrapping = Pick<Sealed, 'request' | 'plan' | 'keys' | 'deedId'> & {
  readonly escrow: EscrowOfDeed | undefined
}

/**
 * Wraps the keys of every compartment. That can begin as soon as the last slice has its epoch.
 * @throws DatadeedError USAGE for a recipient that cannot be used
 */
export function wrapAllKeys(wrapping: Wrapping): Promise<WrappedKeys[]> {
  return Promise.all(wrapping.plan.compartments.map((_, number) => wrapKeys(wrapping, number)))
}

async function wrapKeys(
  { request, plan, keys, deedId, escrow }: Wrapping,
  compartment: number,
): Promise<WrappedKeys> {
  const planned = plan.compartments[compartment]
  if (planned === undefined) throw new InternalError('a compartment without a place in the plan')
  const { name } = planned
  const cards = planned.readers.map((fingerprint) => readerCard(fingerprint, request))
  const recipients = [
    ...cards.map((card) => recipientOf(card, request.suite)),
    ...(escrow === undefined ? [] : [escrow.recipient]),
  ]
  const payload = buildKeyPayload({
    deedId: toHex(deedId),
    compartment: name,
    ...keys.secretsOf(compartment),
  })
  const ageFile = await wrapSecret(payload, recipients, request.suite)
  const readers = [
    ...cards.map((card) => ({ name: card.name, fingerprint: card.fingerprint })),
    ...(escrow === undefined ? [] : [{ name: ESCROW_NAME, fingerprint: escrow.statement.reader }]),
  ]
  return { ageFile, access: { name, size: ageFile.length, sha256: toHex(sha256(ageFile)), readers } }
}
