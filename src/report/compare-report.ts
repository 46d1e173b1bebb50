import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** Each file with its digest before and after, and whether they are the same. */
export function renderCompared(
  files: readonly { readonly file: string; readonly sha256: string; readonly restoredSha256: string }[],
): string {
  const words = say().report
  const lines = files.flatMap(({ file, sha256, restoredSha256 }) => [
    `${sha256}  ${printable(file)}`,
    `${restoredSha256}  restored/${printable(file)}  ${sha256 === restoredSha256 ? words.same : words.different}`,
  ])
  return `${lines.join('\n')}\n`
}
