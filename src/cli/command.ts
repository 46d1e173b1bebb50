import type { DatadeedError } from '../errors.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

/** What a command found out or did: the same facts as text and as a document. */
export interface Outcome {
  readonly text: string
  readonly document: Readonly<Record<string, unknown>>
  /** This person's next step, on stderr. */
  readonly next?: string
  /** A result that is a refusal, such as a deed that is not as it was signed. */
  readonly failure?: DatadeedError
}

export interface Command {
  /** Asks a person for what is missing and answers with the words to add to the command line. */
  readonly complete?: (values: Values, session: Session) => Promise<readonly string[]>
  readonly run: (values: Values, session: Session) => Promise<Outcome>
}
