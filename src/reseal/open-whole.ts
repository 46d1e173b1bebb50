import {
  type CompartmentKeys,
  openCompartmentKeys,
  openVerifiedDeed,
  type ReadGrants,
  type VerifiedDeed,
  wipeKeys,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { assertCanOpen, type Card, type OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'

/** A deed of which every compartment is open. Disposing it closes its files and overwrites its keys. */
export interface WholeDeed extends AsyncDisposable {
  readonly deed: VerifiedDeed
  /** By compartment. */
  readonly keys: ReadonlyMap<number, CompartmentKeys>
}

/**
 * Opens a deed through all its checks, and every compartment of it with one key.
 * @throws DatadeedError with the code of the first thing that is wrong; NOT_OPENED where some compartments stay closed
 */
export async function openWhole(
  path: string,
  {
    from,
    key,
    grants,
  }: { readonly from: Card; readonly key: OpenedKey; readonly grants?: ReadGrants | undefined },
): Promise<WholeDeed> {
  const identity = assertCanOpen(key)
  const { fingerprint } = key.card
  await using opening = new AsyncDisposableStack()
  const deed = opening.use(await openVerifiedDeed(path, { from, reader: { fingerprint }, grants }))
  const { opened: keys, closed } = await openCompartmentKeys(deed, identity, fingerprint)
  opening.defer(() => wipeKeys(keys))
  if (closed.length > 0) {
    throw new DatadeedError('NOT_OPENED', say().reseal.opensPart({ closed }), {
      hints: [say().reseal.opensPartHint],
    })
  }
  const stack = opening.move()
  return { deed, keys, [Symbol.asyncDispose]: () => stack[Symbol.asyncDispose]() }
}
