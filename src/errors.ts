/**
 * The closed list of ways a run can end badly, each with its documented exit code (docs/exit-codes.md).
 * `code` is for programs and never changes its meaning; the sentence is for people and comes from `messages`.
 */
export const EXIT_CODES = {
  INTERNAL: 1,
  USAGE: 2,
  ENCODING: 3,
  SYNTAX: 3,
  SHAPE: 3,
  FORMAT: 3,
  EMPTY: 3,
  VALUE: 3,
  CHANGED: 3,
  POLICY: 3,
  LIMIT: 4,
  DAMAGED: 5,
  DIFFERENT: 5,
  SIGNATURE: 6,
  UNTRUSTED: 6,
  NO_KEY: 7,
  NOT_OPENED: 7,
  WRONG_RECIPIENT: 8,
  EXPIRED: 8,
  REPLAYED: 8,
  POSTDATED: 8,
  UNSUPPORTED: 9,
  IO_READ: 10,
  IO_WRITE: 10,
  NOSPACE: 11,
  EXISTS: 12,
  LOCKED: 12,
  PATH: 13,
  RULE: 14,
} as const

export type ErrorCode = keyof typeof EXIT_CODES

export interface ErrorDetails {
  /** What to do next, most useful first; each a whole sentence or the next command to type. */
  readonly hints?: readonly string[]
  readonly cause?: unknown
}

/** Everything that datadeed refuses or cannot do. The sentence names places and numbers, never a cell, key or content. */
export class DatadeedError extends Error {
  readonly code: ErrorCode
  readonly hints: readonly string[]

  constructor(code: ErrorCode, sentence: string, details: ErrorDetails = {}) {
    super(sentence, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'DatadeedError'
    this.code = code
    this.hints = details.hints ?? []
  }

  get exitCode(): number {
    return EXIT_CODES[this.code]
  }
}

/** A state that the code holds impossible; `why` says what makes it so. Exit 1. */
export class InternalError extends DatadeedError {
  constructor(why: string, cause?: unknown) {
    super('INTERNAL', why, cause === undefined ? {} : { cause })
    this.name = 'InternalError'
  }
}
