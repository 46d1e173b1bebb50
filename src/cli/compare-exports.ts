import { explainReason } from '../classify/index.ts'
import { findDifferences, isReview, type Policy } from '../policy/index.ts'
import type { ComparedExports } from '../report/index.ts'
import type { ClassifiedTable } from '../seal/index.ts'

/** In what exports differ from what a policy has reviewed, with the reasons as sentences. */
export function compareExports(tables: readonly ClassifiedTable[], policy: Policy): ComparedExports {
  const compared = tables.map(({ file, name, columns }) => {
    const headers = columns.map(({ index, header }) => ({ index, name: header }))
    const differences = findDifferences(policy, { name, columns: headers, decisions: columns })
    const explained = differences.map((difference) => ({
      ...difference,
      reasons: (difference.now?.reasons ?? []).map(explainReason),
    }))
    return { file, name, differences: explained }
  })
  return {
    policy: policy.path,
    reviews: isReview(policy),
    tables: compared,
    unsure: findUnsure(tables, policy),
  }
}

/** Columns of these exports that nobody has looked at since the classifier was unsure of them. */
function findUnsure(tables: readonly ClassifiedTable[], policy: Policy): ComparedExports['unsure'] {
  return tables.flatMap(({ name: table, columns }) =>
    columns.flatMap(({ header: column }) =>
      policy.columns.get(table)?.get(column)?.unsure ? [{ table, column }] : [],
    ),
  )
}
