import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCsvExport } from '../../src/ingest/index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datadeed-json-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it.each(['rows.jsonl', 'rows.NDJSON', 'rows.json'])(
  'refuses %s by its name, whatever its lines look like',
  async (name) => {
    const path = join(folder, name)
    await writeFile(path, '1\n"x"\n[1]\n')
    await expect(openCsvExport(path)).rejects.toMatchObject({ code: 'FORMAT' })
  },
)
