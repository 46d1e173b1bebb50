import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for databases that the `sqlite3` program fills; gone when the tests are over. */
export class SqliteDesk implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'datadeed-sqlite-'))
  #made = 0

  /** A new database of these statements. */
  make(sqlite3: string, sql: string, name?: string): string {
    this.#made += 1
    const path = join(this.folder, name ?? `made-${this.#made}.db`)
    execFileSync(sqlite3, ['-bail', path], { input: sql })
    return path
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
