import type { policy as english } from '../en/policy.ts'

export const policy: typeof english = {}
