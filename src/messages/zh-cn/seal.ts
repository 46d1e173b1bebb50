import type { seal as english } from '../en/seal.ts'

export const seal: typeof english = {}
