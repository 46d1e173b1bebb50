import { deepStrictEqual } from 'node:assert'
import { fixedKeys, SMALL_DEED_ID } from '../../../fixtures/deeds/small-deed.ts'
import { countStanzas, parseHex, sha256, toHex } from '../../../src/crypto/index.ts'
import {
  buildKeyPayload,
  type Manifest,
  parseAccess,
  parseKeyPayload,
  parseManifest,
  parseRotated,
  ROTATION,
  subjectsOfRotation,
  type VerifiedDeed,
} from '../../../src/deed/index.ts'
import { ACCESS_TYPE, encodeStatement, MANIFEST_TYPE, subjectOf } from '../../../src/deed/statement.ts'
import { DatadeedError } from '../../../src/errors.ts'
import { renderInspected } from '../../../src/report/index.ts'
import { planRestore } from '../../../src/restore/plan-restore.ts'
import { JSON_TOKENS } from '../json-tokens.ts'
import { Broken, type Target } from '../target.ts'
import type { SmallPapers } from './small-papers.ts'

const REFUSALS = ['DAMAGED', 'LIMIT', 'UNSUPPORTED'] as const

/** Of what it accepts: written again it reads the same, what `inspect` shows fits a terminal, a restore can be planned. */
export function manifestTarget({ entry }: SmallPapers): Target {
  const access = parseAccess(entry('access.json'), parseManifest(entry('manifest.json')))
  return {
    name: 'manifest',
    seeds: [entry('manifest.json')],
    tokens: [...JSON_TOKENS],
    json: true,
    codes: REFUSALS,
    naming: ['UNSUPPORTED'],
    read(input) {
      const { manifest, sha256 } = parseManifest(input)
      const again = encodeStatement(MANIFEST_TYPE, manifest.entries.map(subjectOf), manifest)
      deepStrictEqual(parseManifest(again).manifest, manifest)
      const shown = renderInspected({
        deed: 'x',
        bytes: 1,
        manifestSha256: sha256,
        manifest,
        access,
        changed: [],
      })
      if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(shown.replaceAll('\n', ''))) throw new Broken('inspect shows controls')
      assertPlans(manifest)
    },
  }
}

/** Only what stands before the rows may still be refused, under the table's name. */
function assertPlans(manifest: Manifest): void {
  const opened = new Set(manifest.compartments.map(({ name }) => name))
  for (const format of ['csv', 'jsonl'] as const) {
    try {
      planRestore({ manifest } as unknown as VerifiedDeed, opened, {
        format,
        spreadsheetSafe: format === 'csv',
      })
    } catch (error) {
      if (!(error instanceof DatadeedError && error.code === 'DAMAGED')) throw error
    }
  }
}

export function accessTarget({ entry }: SmallPapers): Target {
  const read = parseManifest(entry('manifest.json'))
  return {
    name: 'access',
    seeds: [entry('access.json')],
    tokens: [...JSON_TOKENS],
    json: true,
    codes: REFUSALS,
    naming: ['UNSUPPORTED'],
    read(input) {
      const access = parseAccess(input, read)
      const subject = [{ name: 'manifest.json', digest: { sha256: read.sha256 } }]
      deepStrictEqual(parseAccess(encodeStatement(ACCESS_TYPE, subject, access), read), access)
    },
  }
}

/** Of what it accepts: nobody reads by it but whom it names, one stanza each. */
export function rotationTarget({ entry }: SmallPapers): Target {
  const read = parseManifest(entry('manifest.json'))
  const bytes = entry('access.json')
  const first = { access: parseAccess(bytes, read), sha256: toHex(sha256(bytes)) }
  const { deedId, suite, compartments } = first.access
  const head = { format: 'datadeed/v1', critical: [], ext: {}, paperId: 'ab'.repeat(16), ledgerHead: null }
  const predicate = {
    ...{ ...head, created: first.access.created, tool: { name: 'datadeed', version: '0' }, deedId, suite },
    ...{ issuer: compartments[0]?.readers[0], serial: 1, previous: first.sha256 },
    compartments: compartments.map(({ name, entry: keys, readers }) => ({
      ...{ name, readers },
      ageFile: Buffer.from(entry(keys)).toString('base64'),
    })),
  }
  const against = { read, first }
  return {
    name: 'rotation',
    seeds: [encodeStatement(ROTATION.predicateType, subjectsOfRotation(against), predicate)],
    tokens: [...JSON_TOKENS],
    json: true,
    codes: REFUSALS,
    naming: ['UNSUPPORTED'],
    read(input) {
      const { access } = parseRotated(input, against)
      if (access.rotated === undefined || access.serial === 0) throw new Broken('no rotation was accepted')
      for (const { readers, ageFile = new Uint8Array(0) } of access.compartments)
        deepStrictEqual(countStanzas(ageFile), new Set(readers.map(({ fingerprint }) => fingerprint)).size)
    },
  }
}

/** Accepts the keys that the manifest commits to, and no others. */
export function keyPayloadTarget({ entry }: SmallPapers): Target {
  const deedId = parseHex(SMALL_DEED_ID, 'deedId')
  const keys = fixedKeys('general')
  const described = parseManifest(entry('manifest.json')).manifest.compartments[0]
  if (described === undefined) throw new Error('the small deed has a compartment')
  return {
    name: 'key-payload',
    seeds: [buildKeyPayload({ deedId: SMALL_DEED_ID, compartment: 'general', ...keys })],
    tokens: [...JSON_TOKENS],
    json: true,
    codes: ['DAMAGED', 'LIMIT'],
    read(input) {
      const read = parseKeyPayload(input, described, { deedId, compartment: 0 })
      const plain = ({ macKey, epochs, facts }: typeof keys) =>
        [macKey, ...epochs.values(), facts.salt, Buffer.from(facts.text)].map((each) =>
          Buffer.from(each).toString('hex'),
        )
      deepStrictEqual(plain(read), plain(keys))
    },
  }
}
