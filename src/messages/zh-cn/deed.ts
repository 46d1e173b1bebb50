import type { deed as english } from '../en/deed.ts'

export const deed: typeof english = {}
