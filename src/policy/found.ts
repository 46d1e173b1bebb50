import { TYPE_FACTS } from '../classify/index.ts'
import type { Found } from './policy.ts'

/** As a policy writes it: `mobile`, or `person-name/special` where the compartment is not the type's own. */
export function encodeFound({ type, compartment }: Found): string {
  return compartment === TYPE_FACTS[type].compartment ? type : `${type}/${compartment}`
}

/** With the compartment where that is what matters. */
export function describeFound(found: Found, kind: 'type' | 'compartment'): string {
  return kind === 'compartment' ? `${found.type}/${found.compartment}` : encodeFound(found)
}
