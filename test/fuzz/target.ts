import { DatadeedError, type ErrorCode } from '../../src/errors.ts'

/** Stands in generated documents where content stands, and is said in no sentence. */
export const CANARY = 'Zk9canary4Qx'

/** A reader of bytes from outside, and what must hold of it whatever the bytes are. */
export interface Target {
  readonly name: string
  /** Sound documents to begin with. */
  readonly seeds: readonly Uint8Array[]
  /** Pieces that the format is made of. */
  readonly tokens: readonly (string | Uint8Array)[]
  /** Whether the seeds are JSON, to be edited as such. */
  readonly json?: boolean
  /** How it may refuse. */
  readonly codes: readonly ErrorCode[]
  /** Codes whose sentences name what the document calls a thing: an unknown version, a party, a column. */
  readonly naming?: readonly ErrorCode[]
  /** Pieces of the seeds that no sentence may show at all. */
  readonly secrets?: readonly string[]
  /** Whether a refusal lists faults, one a line. */
  readonly listing?: boolean
  /** Reads; of what it accepts, asserts all that must hold. */
  readonly read: (input: Uint8Array) => unknown
}

/** A reader did what it must not, on an input that is then worth keeping. */
export class Broken extends Error {
  /** The same for the same fault, as far as a program can tell. */
  readonly kind: string

  constructor(kind: string, cause?: unknown) {
    super(kind, { cause })
    this.name = 'Broken'
    this.kind = kind
  }
}

export type Outcome = ErrorCode | 'accepted'

/** Processor seconds that no input of some KiB may take, on the slowest machine that runs this. */
const MOST_SECONDS = 4
/** What could end a line, move a cursor or turn the direction of writing. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Lets a target read an input. @throws Broken */
export async function judge(target: Target, input: Uint8Array): Promise<Outcome> {
  const before = process.cpuUsage()
  const outcome = await outcomeOf(target, input)
  const { user, system } = process.cpuUsage(before)
  if (user + system > MOST_SECONDS * 1e6) throw new Broken(`takes over ${MOST_SECONDS} s`)
  return outcome
}

async function outcomeOf(target: Target, input: Uint8Array): Promise<Outcome> {
  try {
    await target.read(input)
    return 'accepted'
  } catch (error) {
    if (error instanceof Broken) throw error
    if (error instanceof DatadeedError) return judgeRefusal(target, error)
    const { name, stack = '' } = error instanceof Error ? error : { name: String(error) }
    throw new Broken(`${name} ${stack.match(/[\w-]+\.ts:\d+/)?.[0] ?? ''}`, error)
  }
}

function judgeRefusal(
  { codes, naming = [], listing = false, secrets = [] }: Target,
  error: DatadeedError,
): Outcome {
  const { code, message, hints } = error
  if (!codes.includes(code)) throw new Broken(`refuses with ${code}`, error)
  if (message === '') throw new Broken(`${code} without a sentence`, error)
  for (const sentence of [message, ...hints]) {
    const shown = listing ? sentence.replaceAll('\n  ', ' ') : sentence
    if (UNPRINTABLE.test(shown)) throw new Broken(`${code} with an unprintable character`, error)
    const hidden = naming.includes(code) ? secrets : [CANARY, ...secrets]
    if (hidden.some((secret) => shown.includes(secret))) throw new Broken(`${code} shows content`, error)
  }
  return code
}
