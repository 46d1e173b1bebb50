import { createRequire } from 'node:module'

// Loaded when first asked for: workers never wrap keys nor sign, and each thread would spend some 50 ms on loading them.
const require = createRequire(import.meta.url)

/** The age file format: https://c2sp.org/age */
export function ageEncryption(): Promise<typeof import('age-encryption')> {
  return import('age-encryption')
}

/** Bech32, in which age writes recipients and identities; a small part of what age itself would load. */
export function bech32(): typeof import('@scure/base').bech32 {
  return require('@scure/base').bech32
}

/** ML-DSA-65 for releases of Node whose own ignores the context. */
export function noblePostQuantum(): typeof import('@noble/post-quantum/ml-dsa.js') {
  return require('@noble/post-quantum/ml-dsa.js')
}

/** Shamir's secret sharing, audited by Cure53 and by Zellic. */
export function secretSharing(): Promise<typeof import('shamir-secret-sharing')> {
  return import('shamir-secret-sharing')
}
