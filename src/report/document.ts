import { escapeUnprintable } from '../messages/printable.ts'

/** Version of every `--json` document; it grows when a key changes its meaning or goes. */
const SCHEMA_VERSION = 1

export interface DocumentFailure {
  readonly code: string
  readonly exit: number
  readonly message: string
  readonly hints: readonly string[]
}

/** One line of JSON with the facts of a command, or why it failed; both where a result is itself a refusal. */
export function buildDocument(facts: Readonly<Record<string, unknown>>, failure?: DocumentFailure): string {
  const document = {
    schemaVersion: SCHEMA_VERSION,
    ok: failure === undefined,
    ...facts,
    ...(failure === undefined ? {} : { error: pickError(failure) }),
  }
  return `${escapeUnprintable(JSON.stringify(document))}\n`
}

function pickError({ code, exit, message, hints }: DocumentFailure): DocumentFailure {
  return { code, exit, message, hints }
}
