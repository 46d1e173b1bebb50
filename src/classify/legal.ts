import type { ColumnDecision } from './column.ts'
import { type AnnexA, GDPR, LEGAL_OF_TYPE, type LegalCategories, PIPL } from './legal-of-type.ts'
import { type ColumnType, isColumnType, TYPE_FACTS } from './types.ts'

type Decided = Pick<ColumnDecision, 'type' | 'sensitive' | 'reasons'>

/** The legal categories of a column: those of its type, changed by its owner, hits in its texts, and children. */
export function findLegalCategories({ type, sensitive, reasons }: Decided): LegalCategories {
  const own = LEGAL_OF_TYPE[type]
  if (!sensitive && TYPE_FACTS[type].sensitive) {
    return { pipl: 'none', annexA: [], gdpr: 'none', notes: ['business'] }
  }
  const found = sensitive ? reasons.flatMap(typesFound).map((what) => LEGAL_OF_TYPE[what]) : []
  const person = sensitive ? [LEGAL_OF_TYPE['person-name']] : []
  const together = [own, ...person, ...found].reduce(unite)
  if (!sensitive || !reasons.some(({ code }) => code === 'child')) return { ...together, notes: own.notes }
  return {
    pipl: 'sensitive',
    annexA: [...new Set<AnnexA>(['minor', ...together.annexA])],
    gdpr: together.gdpr,
    notes: own.notes,
  }
}

/** What was found among other text: that counts, whatever the column is called. */
function typesFound(reason: Decided['reasons'][number]): ColumnType[] {
  if (reason.code !== 'embedded' && reason.code !== 'scan') return []
  return isColumnType(reason.what) ? [reason.what] : []
}

function unite(first: LegalCategories, second: LegalCategories): LegalCategories {
  return {
    pipl: stronger(PIPL, first.pipl, second.pipl),
    annexA: [...new Set([...first.annexA, ...second.annexA])],
    gdpr: stronger(GDPR, first.gdpr, second.gdpr),
    notes: first.notes,
  }
}

function stronger<Word>(order: readonly Word[], first: Word, second: Word): Word {
  return order.indexOf(first) < order.indexOf(second) ? second : first
}
