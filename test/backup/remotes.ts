import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A server on loopback, for a test that stops it. */
export interface Server {
  readonly port: number
  stop(): Promise<void>
}

/** rclone's own WebDAV server over a folder, which tests change below it: it keeps no hashes. */
export function serveWebdav(folder: string, port: number): Promise<Server> {
  mkdirSync(folder, { recursive: true })
  return start(
    'rclone',
    ['serve', 'webdav', folder, '--addr', `127.0.0.1:${port}`, '--dir-cache-time', '1ms'],
    port,
  )
}

/** OpenSSH over the whole machine, for one key that is made here. */
export async function serveSftp(folder: string, sshd: string, port: number): Promise<Server> {
  mkdirSync(folder, { recursive: true })
  for (const name of ['host', 'user']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)])
  }
  // Where it changes its user it wants this folder, which its service makes elsewhere.
  if (userInfo().uid === 0 && !existsSync('/run/sshd')) mkdirSync('/run/sshd', { mode: 0o755 })
  writeFileSync(
    join(folder, 'config'),
    [
      `HostKey ${join(folder, 'host')}`,
      `AuthorizedKeysFile ${join(folder, 'user.pub')}`,
      `PidFile ${join(folder, 'pid')}`,
      'ListenAddress 127.0.0.1',
      ...['StrictModes no', 'UsePAM no', 'PermitRootLogin yes', 'PasswordAuthentication no'],
      'Subsystem sftp internal-sftp',
    ].join('\n'),
  )
  return start(sshd, ['-D', '-e', '-f', join(folder, 'config'), '-p', String(port)], port)
}

/** rclone's settings, with both servers as remotes. */
export function writeRemotes(path: string, ports: { webdav: number; sftp: number }, keys: string): void {
  const lines = [
    ...['[dav]', 'type = webdav', `url = http://127.0.0.1:${ports.webdav}`, 'vendor = other'],
    ...['[ssh]', 'type = sftp', 'host = 127.0.0.1', `port = ${ports.sftp}`, `user = ${userInfo().username}`],
    `key_file = ${join(keys, 'user')}`,
  ]
  writeFileSync(path, `${lines.join('\n')}\n`)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function start(program: string, words: readonly string[], port: number): Promise<Server> {
  const child: ChildProcess = spawn(program, words, { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > 400 || child.exitCode !== null) throw new Error(`${program} does not answer`)
    await wait(50)
  }
  return {
    port,
    async stop() {
      child.kill()
      await ended
    },
  }
}

function answers(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect(port, '127.0.0.1')
  socket.on('connect', () => resolve(true))
  socket.on('error', () => resolve(false))
  return promise.finally(() => socket.destroy())
}
