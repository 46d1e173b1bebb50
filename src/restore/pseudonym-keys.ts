import { z } from 'zod'
import { parseBase64 } from '../crypto/index.ts'
import { type CompartmentKeys, parseSchema, type VerifiedDeed } from '../deed/index.ts'
import { say } from '../messages/index.ts'
import { parseStrictJson } from '../strict-json.ts'

const KEY_BYTES = 32

/** Of the facts of a compartment, what this version knows (FORMAT.md section 5.3). */
const schema = z.looseObject({
  pseudonyms: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,31}$/), z.string()).optional(),
})

/** A key of pseudonyms that the seller gave to the readers of a compartment. */
export interface GivenPseudonymKey {
  readonly label: string
  readonly compartment: string
  readonly key: Uint8Array
}

/**
 * The keys of pseudonyms that the opened compartments carry; their facts were compared with the manifest before.
 * @throws DatadeedError DAMAGED
 */
export function readPseudonymKeys(
  { manifest }: VerifiedDeed,
  opened: ReadonlyMap<number, CompartmentKeys>,
): GivenPseudonymKey[] {
  return [...opened].flatMap(([number, { facts }]) => {
    const compartment = manifest.compartments[number]?.name ?? ''
    const what = say().deed.theKeysOf({ compartment })
    const { pseudonyms = {} } = parseSchema(schema, parseStrictJson(Buffer.from(facts.text), what), what)
    return Object.entries(pseudonyms).map(([label, text]) => ({
      label,
      compartment,
      key: parseBase64(text, what, KEY_BYTES),
    }))
  })
}
