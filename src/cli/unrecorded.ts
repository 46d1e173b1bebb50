import type { RunRecorder } from '../ledger/index.ts'

/** For commands of which the ledger does not tell. */
export const UNRECORDED: RunRecorder = {
  head: null,
  about() {},
  async intent() {},
  async outcome() {},
  done() {},
  async finish() {},
}
