import { afterAll, beforeAll, describe, expect } from 'vitest'
import { makeSchema } from '../../src/backup/drill/throw-away-schema.ts'
import { itServed, startPostgres } from '../postgres/start-postgres.ts'
import { drill } from './a-drill.ts'
import { Host } from './a-host.ts'

describe('a drill in a PostgreSQL database', () => {
  const server = startPostgres()
  let host: Host
  beforeAll(async () => {
    host = await Host.make()
    await host.begin('nightly')
    await host.backup('nightly')
    server?.psql('CREATE TABLE orders (id text, amount text); INSERT INTO orders VALUES (9, 9)')
  })
  afterAll(() => {
    server?.[Symbol.dispose]()
    host[Symbol.dispose]()
  })
  const database = () =>
    `postgres://shopkeeper@:${server?.port}/postgres?host=${encodeURIComponent(server?.host ?? '')}`
  const into = () => ({ kind: 'postgres', database: database() }) as const
  const ask = (sql: string) => server?.psql(sql).toString().trim().split('\n').filter(Boolean)
  const schemas = () => ask("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'datadeed%'")

  itServed(
    'uses a schema of its own that others may not look into, never the live one, and drops it',
    async () => {
      const seen = new Set<string>()
      const run = await drill(host, 'nightly', {
        into: into(),
        progress: () => {
          for (const schema of schemas() ?? []) seen.add(schema)
        },
      })
      expect(run).toMatchObject({ sequence: 1, restored: { tables: 1, rows: 2, cells: 4 }, warned: [] })
      expect(run.failure).toBeUndefined()
      expect([...seen]).toEqual([expect.stringMatching(/^datadeed_drill_[0-9a-f]{16}$/)])
      expect(schemas()).toEqual([])
      expect(ask('SELECT * FROM orders')).toEqual(['9|9'])
      const controller = new AbortController()
      const stopped = drill(host, 'nightly', {
        into: into(),
        signal: controller.signal,
        progress: () => controller.abort(new Error('stopped')),
      })
      await expect(stopped).rejects.toThrow('stopped')
      expect(schemas()).toEqual([])
    },
  )

  itServed(
    'drops what a killed drill has left, nothing that is in use or that only has such a name',
    async () => {
      const quiet = { warn: () => undefined }
      await using alive = await makeSchema(database(), quiet)
      const named = 'datadeed_drill_00000000000000aa'
      ask(`CREATE SCHEMA ${named}`)
      const left = 'datadeed_drill_00000000000000bb'
      ask(`CREATE SCHEMA ${left}; COMMENT ON SCHEMA ${left} IS 'datadeed drill: may be dropped'`)
      const { warned, failure } = await drill(host, 'nightly', { into: into() })
      expect(failure).toBeUndefined()
      expect(warned).toEqual([expect.stringContaining(left)])
      expect(schemas()?.toSorted()).toEqual([named, alive.schema].toSorted())
    },
  )

  itServed('fails where it may make no schema, and where there is no such database', async () => {
    ask('CREATE ROLE poor LOGIN')
    const as = (address: string) => drill(host, 'nightly', { into: { kind: 'postgres', database: address } })
    const poor = await as(database().replace('shopkeeper', 'poor'))
    expect(poor.failure).toMatchObject({ step: 'prepare', error: { code: 'IO_WRITE' } })
    const none = await as(database().replace('/postgres?', '/none?'))
    expect(none.failure).toMatchObject({ step: 'prepare', error: { code: 'IO_READ' } })
  })
})
