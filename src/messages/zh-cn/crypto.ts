import type { crypto as english } from '../en/crypto.ts'

export const crypto: typeof english = {}
