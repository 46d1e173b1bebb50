import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAll, readChangedBytes } from './properties.ts'
import { policyTarget } from './readers/policies.ts'

const word = fc.constantFrom(
  'version',
  'columns',
  'compartments',
  'epochs',
  'unreviewed',
  'readers',
  'type',
  'compartment',
  'action',
  'found',
  'unsure',
  'drift',
  'yes',
  'mobile',
  'contact',
  'seal',
  'drop',
  't',
  '*',
  '__proto__',
  '1',
  '64MiB',
  'no',
  '""',
  '"\\e[2J"',
  '[]',
  '{}',
)
/** Maps and lists of the policy's own words, in block or flow form, as deep as they come. */
const { node } = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.array(tie('node'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(word, tie('node')), { maxLength: 4 })
      .map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`),
  ),
}))
const documents = fc
  .array(fc.tuple(word, node), { maxLength: 5 })
  .map((pairs) => Buffer.from(['version: 1', ...pairs.map(([key, value]) => `${key}: ${value}`)].join('\n')))

describe('a policy that somebody changed', () => {
  it('has known types, compartments and lines, or is refused with all its faults', async () => {
    const outcomes = await readChangedBytes(policyTarget, { seed: 171, numRuns: 1200 })
    expect([...outcomes.keys()].sort()).toEqual(['POLICY', 'accepted'])
  })

  it('is refused wherever its words stand where they do not belong', async () => {
    const outcomes = await readAll(policyTarget, documents, { seed: 172, numRuns: 1000 })
    expect([...outcomes.keys()].sort()).toEqual(['POLICY', 'accepted'])
  })
})
