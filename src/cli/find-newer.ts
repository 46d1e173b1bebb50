import { DatadeedError } from '../errors.ts'
import { findNewer } from '../ledger/index.ts'
import type { Session } from './session.ts'

/** A ledger that cannot be asked is no reason not to verify. */
export async function findNewerOrWarn(
  place: Parameters<typeof findNewer>[1],
  { home, warn }: Session,
): Promise<number | undefined> {
  try {
    return await findNewer(home, place)
  } catch (error) {
    if (!(error instanceof DatadeedError)) throw error
    warn(error.message, error.hints)
    return undefined
  }
}
