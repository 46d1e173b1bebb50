const LONGEST_BYTES = 200
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
const UNSAFE = /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u

/** Whether a table's name can be a file's name on every system that we write for. */
function isSafeFileName(name: string): boolean {
  return (
    name !== '' &&
    name.isWellFormed() &&
    !UNSAFE.test(name) &&
    !RESERVED.test(name) &&
    !/^[.\-~\s]|[.\s]$/.test(name) &&
    Buffer.byteLength(name) <= LONGEST_BYTES
  )
}

/**
 * File names for tables, made by us: the table's own name where it is safe on every system and unlike the others'
 * (case and Unicode form folded), else `table-<number>`; and what tells its format.
 */
export function buildFileNames(
  tables: readonly { readonly name: string; readonly extension: string }[],
): string[] {
  const taken = new Set<string>()
  const fold = (name: string): string => name.normalize('NFKC').toLowerCase()
  return tables.map((table, index) => {
    let name = isSafeFileName(table.name) ? table.name : `table-${index + 1}`
    for (let again = 2; taken.has(fold(name)); again++) name = `table-${index + 1}-${again}`
    taken.add(fold(name))
    return `${name}.${table.extension}`
  })
}
