import { createHash } from 'node:crypto'
import { z } from 'zod'
import { DatadeedError, InternalError } from '../errors.ts'
import { POLICY_BYTES } from '../limits.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type Fault, throwFaults } from './faults.ts'
import type { Policy } from './policy.ts'
import { type PolicyDocument, readPolicyDocument } from './policy-document.ts'
import { type LineOf, readYaml } from './read-yaml.ts'

/** Maps stay maps, so that a column named `__proto__` is a key like any other. */
const fields = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => (value instanceof Map ? Object.fromEntries(value) : value), z.strictObject(shape))

const ages = fields({
  due: z.string().optional(),
  warn: z.string().optional(),
  refuse: z.string().optional(),
})
const shape = fields({
  version: z.string(),
  compartments: z.map(z.string(), fields({ readers: z.array(z.string()).optional() })).optional(),
  columns: z
    .map(
      z.string(),
      z.map(
        z.string(),
        fields({
          type: z.string().optional(),
          compartment: z.string().optional(),
          action: z.string().optional(),
          to: z.string().optional(),
          bands: z.array(z.string()).optional(),
          key: z.string().optional(),
          total: z.string().optional(),
          found: z.string().optional(),
          unsure: z.string().optional(),
        }),
      ),
    )
    .optional(),
  pseudonyms: z
    .map(z.string(), fields({ key: z.string().optional(), compartment: z.string().optional() }))
    .optional(),
  epochs: fields({ rows: z.string().optional(), bytes: z.string().optional() }).optional(),
  backup: fields({
    sources: z.array(z.string()).optional(),
    destination: z.string().optional(),
    readers: z.array(z.string()).optional(),
    'deed-age': z.string().optional(),
    'drill-age': z.string().optional(),
    retention: fields({
      last: z.string().optional(),
      daily: z.string().optional(),
      weekly: z.string().optional(),
      monthly: z.string().optional(),
      yearly: z.string().optional(),
    }).optional(),
    hold: z.array(z.string()).optional(),
  }).optional(),
  keys: fields({ signing: ages.optional(), reader: ages.optional() }).optional(),
  unreviewed: z.string().optional(),
  drift: z.string().optional(),
})

/**
 * Reads a policy file. All its faults are reported at once, each with its line.
 * @throws DatadeedError LIMIT over `POLICY_BYTES`, POLICY for anything else that is wrong.
 */
export function parsePolicy(bytes: Uint8Array, path: string): Policy {
  if (bytes.length > POLICY_BYTES) {
    throw new DatadeedError(
      'LIMIT',
      say().policy.tooLarge({ path: printable(path), bytes: bytes.length, most: POLICY_BYTES }),
    )
  }
  const { value, lineOf, faults } = readYaml(decode(bytes, path), path)
  const document = readShape(value, { path, lineOf, faults })
  const digest = createHash('sha256').update(bytes).digest('hex')
  return readPolicyDocument(document, { path, digest, lineOf, faults })
}

/** Adds the faults of form to the others and takes them out of the value, so that the rest is still understood. */
function readShape(
  value: unknown,
  source: { readonly path: string; readonly lineOf: LineOf; readonly faults: Fault[] },
): PolicyDocument {
  const { path, lineOf, faults } = source
  const first = shape.safeParse(value)
  if (first.success) return first.data
  for (const issue of first.error.issues) {
    faults.push(...structureFaults(issue, lineOf))
    takeOut(value, issue)
  }
  const second = shape.safeParse(value)
  if (second.success) return second.data
  throwFaults(path, faults)
  throw new InternalError('zod refused a policy without naming an issue')
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DatadeedError('POLICY', say().policy.notUtf8({ path: printable(path) }), { cause })
  }
}

function structureFaults(issue: z.core.$ZodIssue, lineOf: LineOf): Fault[] {
  const line = lineOf(issue.path)
  const where = printable(issue.path.map(String).join('.'))
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...issue.path, key]),
      what: say().policy.unknownKey({ key: printable(key), where }),
    }))
  }
  if (issue.code === 'invalid_type') {
    return [{ line, what: say().policy.wrongKind({ where, expected: say().policy.kind(issue.expected) }) }]
  }
  return [{ line, what: say().policy.wrongKind({ where, expected: say().policy.kind('map') }) }]
}

/** In the place of a wrong map stands an empty one, of no version this one's; all else that is wrong is left out. */
function takeOut(value: unknown, issue: z.core.$ZodIssue): void {
  const unknown = issue.code === 'unrecognized_keys'
  let holder = value
  for (const key of unknown ? issue.path : issue.path.slice(0, -1)) {
    const next: unknown = holder instanceof Map ? holder.get(key) : undefined
    // One wrong item takes its list along.
    if (Array.isArray(next) && holder instanceof Map) holder.delete(key)
    holder = next
  }
  if (!(holder instanceof Map)) return
  if (unknown) {
    for (const key of issue.keys) holder.delete(key)
    return
  }
  const key = issue.path.at(-1)
  const isMapAsked = issue.code === 'invalid_type' && ['map', 'object'].includes(issue.expected)
  if (isMapAsked) holder.set(key, new Map())
  else if (issue.path.length === 1 && key === 'version') holder.set(key, '1')
  else holder.delete(key)
}
