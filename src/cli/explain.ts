import {
  type ColumnDecision,
  countUnexamined,
  explainReason,
  findLegalCategories,
  isSensitiveType,
  TYPE_FACTS,
} from '../classify/index.ts'
import { say } from '../messages/index.ts'
import { findRule, type Policy } from '../policy/index.ts'
import type { ExplainedColumn, ExplainedTable } from '../report/index.ts'
import type { ClassifiedTable } from '../seal/index.ts'

/** The classifier's decisions with their reasons as sentences, and over them what a policy has decided. */
export function explainTables(
  tables: readonly ClassifiedTable[],
  policy: Policy | undefined,
): ExplainedTable[] {
  return tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => explainColumn(column, table.name, policy)),
  }))
}

function explainColumn(column: ColumnDecision, table: string, policy: Policy | undefined): ExplainedColumn {
  const reasons = column.reasons.map(explainReason)
  const rule = findRule(policy, table, column.header)
  if (rule === undefined) {
    const unexamined = countUnexamined(column.examined)
    return { ...column, reasons, legal: findLegalCategories(column), unexamined }
  }
  const type = rule.type ?? column.type
  const own = type === column.type ? column.compartment : TYPE_FACTS[type].compartment
  const sensitive = type === column.type ? column.sensitive : isSensitiveType(type)
  return {
    ...column,
    type,
    compartment: rule.compartment ?? own,
    sensitive,
    legal: findLegalCategories({ type, sensitive, reasons: column.reasons }),
    confidence: 1,
    decided: rule.action,
    // Whatever its cells hold, a person has decided.
    unexamined: 0,
    reasons: [rule.action === 'drop' ? say().cli.reviewedDrop : say().cli.reviewed, ...reasons],
  }
}
