import type { Target } from '../target.ts'
import { readSmallPapers } from './small-papers.ts'

/** Every reader of bytes that come from outside; each loads only what it needs, so that little else is watched. */
export const READERS: Readonly<Record<string, () => Promise<Target>>> = {
  'strict-json': async () => (await import('./strict-json.ts')).strictJsonTarget,
  manifest: async () => (await import('./statements.ts')).manifestTarget(await readSmallPapers('classic')),
  access: async () => (await import('./statements.ts')).accessTarget(await readSmallPapers('classic')),
  rotation: async () => (await import('./statements.ts')).rotationTarget(await readSmallPapers('classic')),
  'key-payload': async () =>
    (await import('./statements.ts')).keyPayloadTarget(await readSmallPapers('classic')),
  index: async () => (await import('./blocks.ts')).indexTarget,
  block: async () => (await import('./blocks.ts')).blockTarget,
  frame: async () => (await import('./blocks.ts')).frameTarget,
  zstd: async () => (await import('./blocks.ts')).zstdTarget,
  zip: async () => (await import('./containers.ts')).zipTarget(),
  'zip-entries': async () => (await import('./containers.ts')).zipEntriesTarget(),
  'unverified-deed': async () =>
    (await import('./containers.ts')).unverifiedTarget(await readSmallPapers('classic')),
  csv: async () => (await import('./exports.ts')).csvTarget(),
  xlsx: async () => (await import('./workbooks.ts')).xlsxTarget(),
  'xlsx-sheet': async () => (await import('./workbooks.ts')).xlsxSheetTarget(),
  'json-export': async () => (await import('./json-exports.ts')).jsonExportTarget(),
  kernel: async () => (await import('./kernel.ts')).kernelTarget,
  policy: async () => (await import('./policies.ts')).policyTarget,
  card: async () => (await import('./keys.ts')).cardTarget,
  'key-file': async () => (await import('./keys.ts')).keyFileTarget(),
  signatures: async () => (await import('./keys.ts')).signaturesTarget(await readSmallPapers('classic')),
  'age-classic': async () => (await import('./age-files.ts')).ageTarget('classic'),
  'age-hybrid': async () => (await import('./age-files.ts')).ageTarget('hybrid'),
  passphrase: async () => (await import('./age-files.ts')).passphraseTarget(),
}
