import { type OpeningRecipients, type SigningPublicKeys, sha256, toHex } from '../crypto/index.ts'

export type Role = 'sign' | 'open' | 'both'

/** What a fingerprint stands for; never the name or dates, which anybody can write. */
export interface PublicKeys {
  readonly role: Role
  readonly sign?: SigningPublicKeys
  readonly open?: OpeningRecipients
}

// FORMAT.md section 4, "A card's fingerprint".
const LABEL = Buffer.from('datadeed/v1/card\0', 'latin1')
const ROLE_NUMBER: Record<Role, number> = { sign: 1, open: 2, both: 3 }
const GROUPS = 6
const GROUP_BYTES = 5
const GROUP_DIGITS = 5
const DIGITS = GROUPS * GROUP_DIGITS
const HEX = /^[0-9a-f]{64}$/

/** SHA-256 over label, role and the public keys, each with its length; 64 hexadecimal digits. */
export function fingerprintOf(keys: PublicKeys): string {
  const parts = [
    keys.sign?.ed25519,
    keys.sign?.mldsa65,
    keys.open && Buffer.from(keys.open.hybrid),
    keys.open && Buffer.from(keys.open.classic),
  ]
  const fields = parts.flatMap((part) => {
    const bytes = part ?? Buffer.alloc(0)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    return [length, bytes]
  })
  return toHex(sha256(Buffer.concat([LABEL, Buffer.of(ROLE_NUMBER[keys.role]), ...fields])))
}

/** A fingerprint as it is read over the telephone: six groups of five digits (bytes 5i … 5i+4 modulo 100,000). */
export function fingerprintDigits(fingerprint: string): string {
  const bytes = Buffer.from(fingerprint, 'hex')
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    String(bytes.readUIntBE(index * GROUP_BYTES, GROUP_BYTES) % 100_000).padStart(GROUP_DIGITS, '0'),
  )
  return groups.join(' ')
}

/**
 * Whether what a person typed is this fingerprint, whole: its 30 digits with any spaces, dashes or full-width digits,
 * or its 64 hexadecimal digits.
 */
export function sameFingerprint(typed: string, card: { readonly fingerprint: string }): boolean {
  const bare = bareDigits(typed)
  if (HEX.test(bare)) return bare === card.fingerprint
  if (bare.length !== DIGITS) return false
  return bare === fingerprintDigits(card.fingerprint).replaceAll(' ', '')
}

/** What keeps a typed text from being any fingerprint: how many digits it has, and how many signs that are none. */
export function findDigitsFault(
  typed: string,
): { readonly digits: number; readonly others: number } | undefined {
  const bare = bareDigits(typed)
  const digits = bare.match(/[0-9]/g)?.length ?? 0
  const others = Array.from(bare).length - digits
  return HEX.test(bare) || (digits === DIGITS && others === 0) ? undefined : { digits, others }
}

function bareDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212.,\u3001\u3002:;_]/gu, '')
    .toLowerCase()
}
