import { type ColumnDecision, UNSURE_BELOW } from '../classify/index.ts'
import { isKindred } from './compare-found.ts'
import { findNearest } from './nearest.ts'
import type { Found } from './policy.ts'

/** A column of the policy that the export lacks. */
export interface GoneColumn {
  readonly header: string
  /** The column before it in the policy that the export still has; '' at the head. */
  readonly behind: string
  readonly found: Found | undefined
}

/** A column of the export that the policy lacks. */
export interface FreshColumn {
  readonly header: string
  /** The column before it in the export that the policy names; '' at the head. */
  readonly behind: string
  readonly now: ColumnDecision | undefined
}

/** Columns compared with each other; a table that is wholly another one is not a renamed one. */
const MOST_COMPARED = 100

/** Which new columns may be gone ones under another name: at the same place, or alike in name and type. */
export function pairRenamed(gone: readonly GoneColumn[], fresh: readonly FreshColumn[]): Map<string, string> {
  const pairs = new Map<string, string>()
  if (gone.length > MOST_COMPARED || fresh.length > MOST_COMPARED) return pairs
  const left = new Set(fresh)
  const pairBy = (fits: (was: GoneColumn, is: FreshColumn) => boolean): void => {
    const paired = new Set(pairs.values())
    for (const was of gone.filter(({ header }) => !paired.has(header))) {
      const is = [...left].find((candidate) => fits(was, candidate))
      if (is === undefined) continue
      pairs.set(is.header, was.header)
      left.delete(is)
    }
  }
  pairBy((was, is) => isAlike(was.header, is.header) && hasSameType(was, is))
  pairBy((was, is) => was.behind === is.behind && !hasOtherType(was, is))
  return pairs
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)]
  if (a === '' || b === '') return false
  return a.includes(b) || b.includes(a) || findNearest(a, [b]) !== undefined
}

/** Letters and digits only: "Phone No." and "phone_no" are the same name. */
function bare(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function hasSameType({ found }: GoneColumn, { now }: FreshColumn): boolean {
  return found !== undefined && now !== undefined && isKindred(found.type, now.type)
}

function hasOtherType(was: GoneColumn, is: FreshColumn): boolean {
  const known = was.found !== undefined && is.now !== undefined && is.now.confidence >= UNSURE_BELOW
  return known && !hasSameType(was, is)
}
