import { KEY_AGE_DAYS } from '../limits.ts'

export const DAY = 24 * 60 * 60 * 1000

/** Days after which a key is due, is warned of, and is refused for anything new. */
export interface AgeSteps {
  readonly due: number
  readonly warn: number
  readonly refuse: number
}

export type AgeLimits = Readonly<Record<keyof typeof KEY_AGE_DAYS, AgeSteps>>
export type AgeVerdict = 'fresh' | 'due' | 'warn' | 'refuse'

export interface KeyAge {
  /** Whole days; 0 for one that is dated in the future. */
  readonly days: number
  readonly verdict: AgeVerdict
  readonly steps: AgeSteps
}

/** A key is as old as a limit from the very second on at which so many days are over. */
export function judgeAge(
  created: Date,
  use: keyof AgeLimits,
  { now, limits = KEY_AGE_DAYS }: { readonly now: Date; readonly limits?: AgeLimits | undefined },
): KeyAge {
  const days = Math.max(0, Math.floor((now.getTime() - created.getTime()) / DAY))
  const steps = limits[use]
  const reached = (['refuse', 'warn', 'due'] as const).find((step) => days >= steps[step])
  return { days, verdict: reached ?? 'fresh', steps }
}
