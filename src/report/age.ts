import { say } from '../messages/index.ts'

/** Days from two on, hours from two on, else minutes. */
export function formatAge(seconds: number): string {
  const words = say().backup
  const hours = seconds / 3600
  if (hours >= 48) return words.days({ count: Math.floor(hours / 24) })
  return hours >= 2
    ? words.hours({ count: Math.floor(hours) })
    : words.minutes({ count: Math.floor(seconds / 60) })
}
