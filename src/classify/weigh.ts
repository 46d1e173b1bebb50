import type { Evidence } from './detectors/index.ts'

/** From here on evidence may overrule a header that says something else. */
export const OVERRULES = 0.85

/** How much an evidence says about its column. */
export function weightOf({ strength, share }: Evidence): number {
  return strength * (0.6 + 0.4 * share)
}

export function strongest(evidence: readonly Evidence[]): Evidence | undefined {
  return evidence.toSorted((a, b) => weightOf(b) - weightOf(a))[0]
}
