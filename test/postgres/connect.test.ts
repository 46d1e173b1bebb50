import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProgram } from '../interop/needs.ts'
import { type Attempted, connectTo } from './connect-to.ts'
import { itServed, startPostgres, type TestServer } from './start-postgres.ts'

/** Who is let in how; the first line that fits counts. */
const RULES = `
local   all shopkeeper trust
hostssl all sealed     127.0.0.1/32 scram-sha-256
hostnossl all bare     127.0.0.1/32 scram-sha-256
hostnossl all old      127.0.0.1/32 md5
local   all clerk      scram-sha-256
`

const folder = mkdtempSync(join(tmpdir(), 'datadeed-pg-connect-'))
let running: TestServer | undefined
let hasTls = false
beforeAll(async () => {
  running = startPostgres(await freePort())
  if (running === undefined) return
  running.psql(`
    CREATE ROLE clerk LOGIN PASSWORD 'pa:ss\\word'; CREATE ROLE sealed LOGIN PASSWORD 's3cret'; CREATE ROLE bare LOGIN PASSWORD 's3cret';
    SET password_encryption = 'md5'; CREATE ROLE old LOGIN PASSWORD 's3cret';`)
  running.write('pg_hba.conf', RULES)
  const openssl = findProgram('openssl')
  hasTls = openssl !== undefined
  if (openssl !== undefined) certify(running, openssl)
  running.restart(hasTls ? ['ssl=on'] : [])
}, 60_000)
afterAll(() => {
  running?.[Symbol.dispose]()
  rmSync(folder, { recursive: true })
})

/** An authority of its own, for the address that the server listens at. */
function certify(server: TestServer, openssl: string): void {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'root.pem')]
  execFileSync(
    openssl,
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=shop',
    ].concat(['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', certificate]),
    { stdio: 'ignore' },
  )
  server.write('server.key', readFileSync(key, 'utf8'))
  server.write('server.crt', readFileSync(certificate, 'utf8'))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      const address = listening.address()
      listening.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

/** How a connection with these words of the environment came out. */
async function tried(env: Record<string, string>): Promise<Attempted> {
  if (running === undefined) throw new Error('no server')
  return connectTo('postgres:', { ...running.env, HOME: folder, ...env })
}

const failed = (code: string, words: RegExp) => ({
  failure: expect.objectContaining({ code }),
  said: expect.stringMatching(words),
})

describe('a connection', () => {
  itServed('takes its password from a file, a service or the environment', async () => {
    const passfile = join(folder, 'passwords')
    writeFileSync(passfile, `${running?.host}:*:*:clerk:pa\\:ss\\\\word\n`, { mode: 0o600 })
    const clerk = { PGUSER: 'clerk' }
    expect(await tried({ ...clerk, PGPASSFILE: passfile })).toMatchObject({ user: 'clerk', tls: false })
    expect(await tried({ ...clerk, PGPASSWORD: 'pa:ss\\word' })).toMatchObject({ user: 'clerk' })
    const services = join(folder, 'services')
    writeFileSync(services, `[till]\nuser=clerk\npassword=pa:ss\\word\ndbname=postgres\n`)
    expect(await tried({ PGSERVICEFILE: services, PGSERVICE: 'till', PGUSER: 'nobody' })).toMatchObject({
      user: 'clerk',
    })
  })

  itServed('that is not let in says which file to look at, and never the password', async () => {
    const clerk = { PGUSER: 'clerk' }
    expect(await tried(clerk)).toMatchObject(failed('IO_READ', /there is no password file.*\.pgpass/s))
    const open = join(folder, 'open')
    writeFileSync(open, '*:*:*:*:pa:ss\n', { mode: 0o644 })
    expect(await tried({ ...clerk, PGPASSFILE: open })).toMatchObject(
      failed('IO_READ', /others may read it.*chmod 600/s),
    )
    const wrong = await tried({ ...clerk, PGPASSWORD: 'hunter2' })
    expect(wrong).toMatchObject(failed('IO_READ', /PGPASSWORD.*\.pgpass/s))
    expect(JSON.stringify(wrong)).not.toContain('hunter2')
    expect(await tried({ PGUSER: 'nobody', PGHOST: '127.0.0.1' })).toMatchObject(
      failed('IO_READ', /pg_hba\.conf/),
    )
    expect(await tried({ PGDATABASE: 'none' })).toMatchObject(failed('IO_READ', /no such database/))
    expect(await tried({ PGPORT: '1' })).toMatchObject(failed('IO_READ', /ENOENT/))
    expect(await tried({ PGHOST: '127.0.0.1', PGPORT: '1' })).toMatchObject(failed('IO_READ', /ECONNREFUSED/))
  })

  itServed('is protected as sslmode says, and tried otherwise only where that allows it', async () => {
    if (!hasTls) return expect(process.env.DATADEED_TEST_ALL).not.toBe('1')
    const at = { PGHOST: '127.0.0.1', PGPASSWORD: 's3cret' }
    const root = { PGSSLROOTCERT: join(folder, 'root.pem') }
    const outcome = async (user: string, PGSSLMODE: string, more: Record<string, string> = {}) => {
      const { failure, tls } = await tried({ ...at, ...more, PGUSER: user, PGSSLMODE })
      return failure === undefined ? (tls ? 'tls' : 'plain') : failure.code
    }
    expect(await outcome('sealed', 'disable')).toBe('IO_READ')
    expect(await outcome('sealed', 'allow')).toBe('tls')
    expect(await outcome('sealed', 'prefer')).toBe('tls')
    expect(await outcome('bare', 'prefer')).toBe('plain')
    expect(await outcome('old', 'prefer')).toBe('plain')
    expect(await outcome('bare', 'require')).toBe('IO_READ')
    expect(await outcome('sealed', 'require')).toBe('tls')
    expect(await outcome('sealed', 'verify-ca', root)).toBe('tls')
    expect(await outcome('sealed', 'verify-full', root)).toBe('tls')
    expect(await outcome('sealed', 'verify-ca', { ...root, PGHOST: 'localhost' })).toBe('tls')
    expect(await outcome('sealed', 'verify-full', { ...root, PGHOST: 'localhost' })).toBe('IO_READ')
    expect(await outcome('sealed', 'verify-ca', { PGSSLROOTCERT: 'system' })).toBe('IO_READ')
  })

  it('is refused by what has no server', async () => {
    const { failure } = await connectTo('postgres:///x?host=/none', {})
    expect(failure).toMatchObject({ code: 'IO_READ' })
  })
})
