import { closeSync, constants, openSync, readSync, statSync } from 'node:fs'

/** https://www.sqlite.org/fileformat2.html section 1.3. */
export const MAGIC = 'SQLite format 3\0'

const DATABASE_NAME = /\.(?:db|db3|sqlite|sqlite3)$/i
/** A database under such a name is a slip that the CSV reader tells. */
const TEXT_NAME = /\.(?:csv|tsv|tab|txt)$/i

/** Whether an operand is an SQLite file by its name, or by how it begins. */
export function isSqlite(operand: string): boolean {
  return DATABASE_NAME.test(operand) || (!TEXT_NAME.test(operand) && readStart(operand) === MAGIC)
}

/** Empty for what is no readable file: its reader says so. */
function readStart(path: string): string {
  try {
    if (!statSync(path).isFile()) return ''
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const start = Buffer.alloc(MAGIC.length)
      return start.toString('latin1', 0, readSync(file, start, 0, start.length, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}
