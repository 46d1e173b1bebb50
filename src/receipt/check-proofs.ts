import { constantTimeEqual } from '../crypto/index.ts'
import { receiptProof } from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import type { Compared } from './check-receipt.ts'

/** Makes every proof anew under the plainRoots that the seller kept, for this receipt and no other. */
export function checkProofs({ receipt, manifest: { manifest }, record, noRecord, findings }: Compared): void {
  if (record === undefined) {
    findings.skip('proofs', noRecord)
    return
  }
  const { paperId, manifestSha256 } = receipt
  const of = { paperId, manifestSha256, issuer: receipt.issuer.fingerprint }
  for (const { table, name, compartments } of receipt.tables) {
    for (const { name: own, rows, proof } of compartments) {
      const compartment = manifest.compartments.findIndex((each) => each.name === own)
      const root = record.plainRoots[table]?.get(compartment)
      const holds =
        root !== undefined &&
        constantTimeEqual(receiptProof(root, of, { table, compartment, rows }), Buffer.from(proof, 'hex'))
      if (holds) continue
      const sentence = say().receipt.wrongProof({ table: printable(name), compartment: own })
      findings.fail('proofs', new DatadeedError('DIFFERENT', sentence))
    }
  }
  if (receipt.tables.length > 0) findings.pass('proofs')
  else findings.skip('proofs', say().receipt.nothingOpened)
}
