import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { assertNoPassword, findParameters, isPostgres } from '../../src/postgres/index.ts'
import { findPassword } from '../../src/postgres/password-file.ts'
import { planAttempts } from '../../src/postgres/tls.ts'

const folder = mkdtempSync(join(tmpdir(), 'datadeed-pg-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name)
  writeFileSync(path, text, { mode })
  return path
}

const usage = expect.objectContaining({ code: 'USAGE' })
const HOME = { HOME: folder }

describe('the address of a PostgreSQL database', () => {
  it.each([
    ['postgres://app@db.example:5433/shop', { host: 'db.example', port: 5433, user: 'app', dbname: 'shop' }],
    ['postgresql://db.example', { host: 'db.example', port: 5432, user: userInfo().username }],
    ['postgres://%2Ftmp%2Fpg/%E5%95%86%E5%BA%97', { host: '/tmp/pg', dbname: '商店' }],
    [
      'postgres:///shop?host=/tmp/pg&port=6000&user=a%26b',
      { host: '/tmp/pg', port: 6000, user: 'a&b', dbname: 'shop' },
    ],
    ['postgres://[::1]:5433/x?sslmode=verify-full', { host: '::1', port: 5433, sslmode: 'verify-full' }],
    ['postgres://a%40b@h/', { user: 'a@b', host: 'h', dbname: 'a@b' }],
    ['postgres://h/d?application_name=a+b', { host: 'h' }],
  ])('%s', (url, expected) => {
    expect(findParameters(url, HOME)).toMatchObject(expected)
  })

  it.each([
    'postgres://app:hunter2@db/shop',
    'postgres://app:@db/shop',
    'postgres://app:hunter2@db:port/shop',
    'postgres://app:hun@ter2@db/shop',
    'postgres://db/shop?password=hunter2',
    'postgres://db/shop?sslpassword=hunter2',
    'postgres://db/shop?password',
    'postgres://app:%zz@db/hunter2',
    'postgres://a,hunter2/shop',
    'postgres://db/shop?hunter2=x',
    'postgres://db/shop?host=hunter2',
    'postgres://db/shop?sslmode=hunter2',
    'postgres://db/shop?port=hunter2',
    'postgres://db/shop?channel_binding=require',
    'postgres:shop',
  ])('is refused, and nothing of it shown: %s', (url) => {
    expect(() => findParameters(url, HOME)).toThrow(usage)
    try {
      findParameters(url, HOME)
    } catch (error) {
      const { message, hints } = error as { message: string; hints: string[] }
      if (!url.includes('?hunter2=')) expect([message, ...hints].join()).not.toMatch(/hunter2|ter2/)
    }
  })

  it('T17 is refused before anything else is looked at, if it holds a password', () => {
    expect(() => assertNoPassword('postgres://u:p@h/d')).toThrow(usage)
    expect(() => assertNoPassword('members:a@b.csv')).not.toThrow()
    expect(['postgres:', 'postgresql://x', 'postgres.csv', 'c:/postgres:'].map(isPostgres)).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('is completed by the environment, and a URL wins', () => {
    const env = {
      ...HOME,
      PGHOST: 'h',
      PGPORT: '1',
      PGUSER: 'u',
      PGDATABASE: 'd',
      PGSSLMODE: 'require',
      PGPASSWORD: 'x',
    }
    expect(findParameters('postgres:', env)).toMatchObject({
      host: 'h',
      port: 1,
      user: 'u',
      dbname: 'd',
      sslmode: 'require',
    })
    expect(findParameters('postgres://other/', env)).toMatchObject({ host: 'other', port: 1 })
    for (const name of ['PGREQUIREPEER', 'PGSSLCRL', 'PGHOSTADDR', 'PGREQUIREAUTH', 'PGTARGETSESSIONATTRS'])
      expect(() => findParameters('postgres:', { ...env, [name]: 'x' }), name).toThrow(usage)
    expect(() => findParameters('postgres:', { ...env, PGGSSENCMODE: 'prefer' })).not.toThrow()
  })

  it('is completed by a service before the environment', () => {
    const PGSERVICEFILE = file(
      'service',
      '# ours\n[a]\nhost=a\n\n[till]\nhost=h2\nuser = \nport=7\nport=8\n[b]\nhost=b\n',
    )
    const env = { ...HOME, PGSERVICEFILE, PGPORT: '1', PGDATABASE: 'd' }
    expect(() => findParameters('postgres:?service=till', env)).toThrow(usage)
    const plain = file('service', '[till]\nhost=h2\nport=7\nport=8\npassword=p=#1\n[b]\nhost=b\n')
    for (const [url, more] of [
      ['postgres:?service=till', {}],
      ['postgres:', { PGSERVICE: 'till' }],
    ] as const) {
      const found = findParameters(url, { ...env, PGSERVICEFILE: plain, ...more })
      expect(found).toMatchObject({ host: 'h2', port: 7, dbname: 'd', password: 'p=#1' })
    }
    expect(findParameters('postgres://other?service=till', { ...env, PGSERVICEFILE: plain }).host).toBe(
      'other',
    )
    const system = { ...env, PGSERVICEFILE: join(folder, 'none'), PGSYSCONFDIR: folder }
    file('pg_service.conf', '[till]\nhost=h3\n')
    expect(findParameters('postgres:?service=till', system).host).toBe('h3')
    const missing = () => findParameters('postgres:?service=none', env)
    expect(missing).toThrow(expect.objectContaining({ code: 'IO_READ' }))
    const broken = file('broken', '[till]\nsecret line\n')
    const reading = () => findParameters('postgres:?service=till', { ...env, PGSERVICEFILE: broken })
    expect(reading).toThrow(usage)
    expect(reading).toThrow(/line 2/)
    expect(reading).not.toThrow(/secret/)
  })
})

describe('a password file', () => {
  const passfile = file(
    'pgpass',
    '# h:1:d:u:comment\nbroken line\nh:1:d:other:no\nh\\:x:1:d:u:colon\\:\\\\\nh:1:d:u:first\nh:*:*:u:any\n*:*:*:nobody:\nlocalhost:*:*:*:local\n/run/x:*:*:*:socket:rest\n',
  )
  it.each([
    ['the first line that fits', { host: 'h', port: 1, dbname: 'd', user: 'u' }, 'first'],
    ['* for any', { host: 'h', port: 2, dbname: 'd', user: 'u' }, 'any'],
    [
      'colons and backslashes behind a backslash',
      { host: 'h:x', port: 1, dbname: 'd', user: 'u' },
      'colon:\\',
    ],
    ['localhost for the usual socket', { host: '/var/run/postgresql', usualSocket: true }, 'local'],
    ['a socket by its folder', { host: '/run/x' }, 'socket'],
    ['none where nothing fits', { host: 'h', user: 'v' }, undefined],
    ['none where the password is empty', { host: 'z', user: 'nobody' }, undefined],
  ])('gives %s', (_, wanted, password) => {
    const usual = { ...findParameters('postgres://u@h:9/d', HOME), passfile, usualSocket: false }
    const found = findPassword({ ...usual, ...wanted }, HOME)
    expect(found).toEqual(password === undefined ? { because: 'no-line', path: passfile } : { password })
  })

  it('is not used if others may read it, and a password that was given goes before', () => {
    const open = file('open', '*:*:*:*:x\n', 0o644)
    const parameters = findParameters('postgres://u@h/d', { ...HOME, PGPASSFILE: open })
    if (process.platform !== 'win32') {
      expect(findPassword(parameters, HOME)).toEqual({ because: 'open-to-others', path: open })
    }
    expect(findPassword(findParameters('postgres:', { ...HOME, PGPASSWORD: 'y' }), HOME)).toEqual({
      password: 'y',
    })
    const usual = findPassword(findParameters('postgres://u@h/d', HOME), HOME)
    expect(usual).toEqual({ because: 'missing', path: join(folder, '.pgpass') })
  })
})

describe('sslmode', () => {
  const root = file('root.pem', 'an authority')
  const plan = (mode: string, more = '') =>
    planAttempts(findParameters(`postgres://u@h/d?sslmode=${mode}${more}`, HOME), HOME)
  const seen = (mode: string, more?: string) =>
    plan(mode, more).map((attempt) =>
      attempt === false
        ? 'plain'
        : `${attempt.rejectUnauthorized ? 'checked' : 'any'}${attempt.checkServerIdentity ? '' : '+name'}`,
    )

  it('is tried as libpq does', () => {
    expect(seen('disable')).toEqual(['plain'])
    expect(seen('allow')).toEqual(['plain', 'any+name'])
    expect(seen('prefer')).toEqual(['any+name', 'plain'])
    expect(seen('require')).toEqual(['any+name'])
    expect(seen('require', `&sslrootcert=${root}`)).toEqual(['checked'])
    expect(seen('verify-ca', `&sslrootcert=${root}`)).toEqual(['checked'])
    expect(seen('verify-full', `&sslrootcert=${root}`)).toEqual(['checked+name'])
    expect(seen('verify-ca', '&sslrootcert=system')).toEqual(['checked+name'])
    expect(planAttempts(findParameters('postgres:///d?host=/tmp&sslmode=require', HOME), HOME)).toEqual([
      false,
    ])
  })

  it('is refused where the authority that it needs is not there', () => {
    const missing = expect.objectContaining({ code: 'IO_READ' })
    expect(() => plan('verify-full')).toThrow(missing)
    expect(() => plan('prefer', '&sslcert=/none')).toThrow(missing)
  })
})
