import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { sha256, toHex } from '../crypto/index.ts'

/** A process, as a lock names it: digests tell machines apart without naming them. */
export interface Holder {
  readonly pid: number
  /** When it began, in the system's own count; null where the system does not tell. */
  readonly start: string | null
  /** The machine over all its boots. */
  readonly host: string
  /** The space in which a process number means one process: this boot of the machine, this container. */
  readonly machine: string
}

let own: Holder | undefined

export function thisProcess(): Holder {
  own ??= { pid: process.pid, start: startOf(process.pid) ?? null, ...findMachine() }
  return own
}

/** Reads what a lock says; undefined for what is none. */
export function readHolder(text: string): Holder | undefined {
  try {
    const { pid, start, host, machine }: Record<string, unknown> = JSON.parse(text)
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return undefined
    if (typeof host !== 'string' || typeof machine !== 'string') return undefined
    return { pid, start: typeof start === 'string' ? start : null, host, machine }
  } catch {
    return undefined
  }
}

/** Whether a process is proved to be over: gone, its number somebody else's by now, or of an earlier boot. */
export function isOver({ pid, start, host, machine }: Holder): boolean {
  const here = thisProcess()
  if (machine !== here.machine) return host === here.host && BOOTS && bootOf(machine) !== bootOf(here.machine)
  // Work under a lock is synchronous: what this process holds now, it failed to give back.
  if (pid === here.pid) return true
  if (isDead(pid)) return true
  const now = startOf(pid)
  return start !== null && now !== undefined && now !== start
}

export function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Field 22 of /proc/PID/stat (proc(5)): counted behind the name, which may hold spaces and brackets. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}

/** Whether boots can be told apart here. */
const BOOTS = process.platform === 'linux'

function bootOf(machine: string): string {
  return machine.split('-')[0] ?? ''
}

function findMachine(): { host: string; machine: string } {
  try {
    const host = short(readFileSync('/etc/machine-id', 'latin1'))
    const boot = short(readFileSync('/proc/sys/kernel/random/boot_id', 'latin1'))
    return { host, machine: `${boot}-${short(readlinkSync('/proc/self/ns/pid'))}` }
  } catch {
    const host = short(`${process.platform} ${hostname()}`)
    return { host, machine: host }
  }
}

function short(text: string): string {
  return toHex(sha256(Buffer.from(text))).slice(0, 8)
}
