import { afterAll } from 'vitest'
import {
  type ResealReport,
  type ResealRequest,
  resealDeed,
  startResealThreads,
} from '../../src/reseal/index.ts'
import { NOW, party } from '../hostile/make-deed.ts'

export const LATER = new Date(NOW.getTime() + 86_400_000)

/** One thread for all runs of a test file. */
let threads: ReturnType<typeof startResealThreads> | undefined
afterAll(async () => {
  await threads?.[Symbol.asyncDispose]()
  threads = undefined
})

/** The buyer, who opens all of the deed, seals it again for the lawyer, and signs. */
export async function resealRequest(
  deed: string,
  output: string,
  more: Partial<ResealRequest> = {},
): Promise<ResealRequest> {
  threads ??= startResealThreads(1)
  const [seller, buyer, lawyer] = [await party('seller'), await party('buyer'), await party('lawyer')]
  return {
    deed,
    output,
    paper: output.replace(/\.deed$/, '.reseal'),
    from: seller.card,
    key: buyer.key,
    signer: buyer.key,
    to: [lawyer.card],
    known: [],
    followers: new Map(),
    compromised: new Set(),
    retire: false,
    dryRun: false,
    threads,
    now: LATER,
    ...more,
  }
}

export async function reseal(...request: Parameters<typeof resealRequest>): Promise<ResealReport> {
  return resealDeed(await resealRequest(...request))
}
