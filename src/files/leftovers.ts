import { readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes, sha256, toHex } from '../crypto/index.ts'
import type { FileSystem } from './file-system.ts'
import { isDead } from './processes.ts'

const PARTIAL = /^\.partial-(?:([0-9a-f]{8})-([1-9][0-9]{0,9})-)?[0-9a-f]{12}$/

const STEM_BYTES = 200

/** A passing name beside `name`: it tells the runs that come later which process of which machine is writing. */
export function partialName(name: string): string {
  const writer = MACHINE === undefined ? '' : `${MACHINE}-${process.pid}-`
  return `${stemOf(name)}.partial-${writer}${toHex(randomBytes(6))}`
}

/** File systems take names of 255 bytes: a long one is cut to leave room, and told from its like by a digest. */
function stemOf(name: string): string {
  if (Buffer.byteLength(name) <= STEM_BYTES) return name
  const digest = toHex(sha256(Buffer.from(name))).slice(0, 12)
  return `${Array.from(name).slice(0, 40).join('')}-${digest}`
}

/** Where passing names may have been left, and the names that they stand beside. */
export interface SweptFolder {
  readonly folder: string
  readonly names: readonly string[]
}

/**
 * Takes away what killed runs left beside the very names that are to be written. A file whose writer cannot be proved to
 * be dead stays: these are the ones returned. Whatever fails here is no reason not to write.
 */
export async function sweepPartials(files: FileSystem, { folder, names }: SweptFolder): Promise<string[]> {
  const found = await files.list(folder).catch(() => [])
  const left: string[] = []
  const stems = names.map(stemOf)
  for (const item of found) {
    const name = stems.find((each) => item.startsWith(`${each}.partial-`))
    const writer = name === undefined ? null : PARTIAL.exec(item.slice(name.length))
    if (writer === null) continue
    const pid = writer[1] === MACHINE ? Number(writer[2]) : undefined
    // Another run of this very process.
    if (pid === process.pid) continue
    const path = join(folder, item)
    const gone = pid !== undefined && isDead(pid) && (await removed(files, path))
    if (!gone) left.push(path)
  }
  return left
}

async function removed(files: FileSystem, path: string): Promise<boolean> {
  try {
    const kind = (await files.find(path))?.kind
    if (kind === 'other') return false
    await (kind === 'folder' ? files.removeTree(path) : files.removeFile(path))
    return true
  } catch {
    return false
  }
}

/**
 * The space in which a process number means one process: this boot of this machine, this container. Where the system does
 * not name it, nobody can be proved to be dead.
 */
const MACHINE = findMachine()

function findMachine(): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1')
    return toHex(sha256(Buffer.from(`${boot} ${readlinkSync('/proc/self/ns/pid')}`))).slice(0, 8)
  } catch {
    return undefined
  }
}
