import type { classify as english } from '../en/classify.ts'

export const classify: typeof english = {}
