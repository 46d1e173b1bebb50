import { openPseudonymKey, type PseudonymKeyFile } from '../identity/index.ts'
import type { Policy } from '../policy/index.ts'
import { assertFolderOf } from './files.ts'
import type { Session } from './session.ts'

/** By label, the key files that a policy names for its pseudonyms; a file that two labels name is one key. */
export async function openPseudonymKeys(
  policy: Policy | undefined,
  session: Session,
): Promise<ReadonlyMap<string, PseudonymKeyFile>> {
  const byPath = new Map<string, PseudonymKeyFile>()
  const byLabel = new Map<string, PseudonymKeyFile>()
  for (const [label, { file }] of policy?.pseudonyms ?? []) {
    if (file === undefined) continue
    assertFolderOf(file)
    const opened = byPath.get(file) ?? (await openPseudonymKey(file))
    if (!byPath.has(file)) for (const { sentence, hint } of opened.warnings) session.warn(sentence, [hint])
    byPath.set(file, opened)
    byLabel.set(label, opened)
  }
  return byLabel
}
