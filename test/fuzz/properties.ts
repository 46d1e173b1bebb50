import fc from 'fast-check'
import { applyByteEdits, type ByteEdit } from './byte-edits.ts'
import { applyJsonEdits, type JsonEdit } from './json-edits.ts'
import { judge, type Outcome, type Target } from './target.ts'

const BORDER = 2 ** 31 - 1

export const byteEdits: fc.Arbitrary<readonly ByteEdit[]> = fc.array(
  fc.record({
    kind: fc.nat({ max: BORDER }),
    at: fc.oneof(fc.nat({ max: BORDER }), fc.nat({ max: 80 })),
    length: fc.nat({ max: 64 }),
    value: fc.nat({ max: BORDER }),
  }),
  { minLength: 1, maxLength: 3 },
)

export const jsonEdits: fc.Arbitrary<readonly JsonEdit[]> = fc.array(
  fc.record({
    kind: fc.nat({ max: BORDER }),
    place: fc.nat({ max: BORDER }),
    value: fc.nat({ max: BORDER }),
  }),
  { minLength: 1, maxLength: 3 },
)

export interface Runs {
  readonly seed: number
  readonly numRuns: number
}

/** Lets a target read its seeds with some bytes changed; how often it ended in which way. */
export function readChangedBytes(target: Target, runs: Runs): Promise<Map<Outcome, number>> {
  const changed = fc.tuple(fc.constantFrom(...target.seeds), byteEdits).map(([seed, edits]) => {
    const { tokens, seeds: others } = target
    return applyByteEdits(seed, edits, { tokens, others })
  })
  return readAll(target, changed, runs)
}

/** The same for its JSON: fields removed, doubled, renamed, of another type, at a border, nested. */
export function readChangedJson(target: Target, runs: Runs): Promise<Map<Outcome, number>> {
  const changed = fc
    .tuple(fc.constantFrom(...target.seeds.filter(isJson)), jsonEdits)
    .map(([seed, edits]) => applyJsonEdits(seed, edits))
  return readAll(target, changed, runs)
}

/** Lets a target read all that an arbitrary gives. */
export async function readAll(
  target: Target,
  inputs: fc.Arbitrary<Uint8Array>,
  runs: Runs,
): Promise<Map<Outcome, number>> {
  const outcomes = new Map<Outcome, number>()
  const property = fc.asyncProperty(inputs, async (input) => {
    const outcome = await judge(target, input)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  })
  await fc.assert(property, runs)
  return outcomes
}

function isJson(bytes: Uint8Array): boolean {
  return bytes[0] === 0x7b
}
