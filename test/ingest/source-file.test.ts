import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCsvExport } from '../../src/ingest/index.ts'
import { openSourceFile } from '../../src/ingest/source-file.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'datadeed-'))
})
afterAll(() => rm(folder, { recursive: true }))

const isWindows = process.platform === 'win32'

describe('an export that is no file to read', () => {
  it('is refused if it is missing', async () => {
    await expect(openCsvExport(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'IO_READ' })
  })

  it('is refused if it is a folder', async () => {
    await mkdir(join(folder, 'folder.csv'))
    await expect(openCsvExport(join(folder, 'folder.csv'))).rejects.toMatchObject({ code: 'IO_READ' })
  })

  it('is refused if it is a loop of links', async () => {
    await symlink('loop.csv', join(folder, 'loop.csv'))
    await expect(openCsvExport(join(folder, 'loop.csv'))).rejects.toMatchObject({ code: 'IO_READ' })
  })

  it.skipIf(isWindows || process.getuid?.() === 0)('is refused if it may not be read', async () => {
    const path = join(folder, 'closed.csv')
    await writeFile(path, 'id,v\n')
    await chmod(path, 0)
    await expect(openCsvExport(path)).rejects.toMatchObject({ code: 'IO_READ' })
  })

  it.skipIf(isWindows)('is refused if it is a pipe or device, without reading', async () => {
    const path = join(folder, 'pipe.csv')
    execFileSync('/usr/bin/mkfifo', [path])
    await expect(openCsvExport(path)).rejects.toMatchObject({ code: 'FORMAT' })
    await expect(openCsvExport('/dev/zero')).rejects.toMatchObject({ code: 'FORMAT' })
  })

  it('shows no control characters of its path', async () => {
    const error = await openCsvExport(join(folder, 'a\u001b[31m\nb.csv')).catch(String)
    expect(error).not.toMatch(/[\u001b\n]/)
  })
})

describe('an export', () => {
  it('is named by its base name', async () => {
    const path = join(folder, '会员 资料.v2.csv')
    await writeFile(path, 'id,v\n1,2\n')
    await using source = await openCsvExport(path)
    expect(source).toMatchObject({ path, name: '会员 资料.v2', size: 9, hasHeader: true, bom: false })
  })

  it('that ends before a read does has changed', async () => {
    const path = join(folder, 'short.csv')
    await writeFile(path, '12345')
    await using file = await openSourceFile(path)
    await expect(file.readInto(new Uint8Array(5), 1)).rejects.toMatchObject({ code: 'CHANGED' })
  })
})
