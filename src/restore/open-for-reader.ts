import { openCompartmentKeys, openVerifiedDeed, type ReadGrants, type VerifiedDeed } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertCanOpen, type Card, type OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { type ChosenCompartments, chooseCompartments } from './choose-compartments.ts'

/** Who opens which deed. */
export interface ReaderRequest {
  readonly deed: string
  /** The seller's confirmed card. */
  readonly from: Card
  readonly key: OpenedKey
  /** Names; all that the key opens when absent or empty. */
  readonly compartments?: readonly string[] | undefined
  /** Papers beside the deed that may name this reader. */
  readonly grants?: ReadGrants | undefined
}

export interface OpenedForReader extends AsyncDisposable {
  readonly deed: VerifiedDeed
  readonly chosen: ChosenCompartments
}

/**
 * Opens a deed through all its checks, and what of it this reader may open and asks for.
 * @throws DatadeedError with the code of the first thing that is wrong; NO_KEY where nothing opens
 */
export async function openForReader(request: ReaderRequest): Promise<OpenedForReader> {
  const identity = assertCanOpen(request.key)
  const { fingerprint } = request.key.card
  const deed = await openVerifiedDeed(request.deed, {
    from: request.from,
    reader: { fingerprint },
    grants: request.grants,
  })
  try {
    const opened = await openCompartmentKeys(deed, identity, fingerprint)
    const chosen = chooseCompartments(deed, opened, request.compartments)
    if (chosen.keys.size === 0) throw new DatadeedError('NO_KEY', say().restore.nothingOpens)
    return { deed, chosen, [Symbol.asyncDispose]: () => deed[Symbol.asyncDispose]() }
  } catch (error) {
    await deed[Symbol.asyncDispose]()
    throw error
  }
}
