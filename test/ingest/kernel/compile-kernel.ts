import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import asc from 'assemblyscript/asc'

export const kernelBytesFile = new URL('../../../src/kernel/kernel-bytes.ts', import.meta.url)
const sources = new URL('../../../src/kernel/', import.meta.url)
const SOURCES = ['kernel', 'bytes', 'cells', 'scan', 'transcode']

const OPTIONS = [
  ['--runtime', 'stub', '-O3', '--converge', '--noAssert'],
  [
    '--importMemory',
    '--noExportMemory',
    '--sharedMemory',
    '--initialMemory',
    '1',
    '--maximumMemory',
    '65536',
  ],
  ['--enable', 'threads', '--enable', 'simd'],
].flat()

/** The text of kernel-bytes.ts, compiled from kernel.as. */
export async function compileKernel(): Promise<string> {
  let wasm: Uint8Array | undefined
  const { error, stderr } = await asc.main(['kernel.ts', '--outFile', 'kernel.wasm', ...OPTIONS], {
    // The compiler asks for .ts, which the other compiler would take for its own; it also looks where nothing is.
    readFile: (name) => {
      const source = basename(name, '.ts')
      return SOURCES.includes(source) ? readFileSync(new URL(`${source}.as`, sources), 'utf8') : null
    },
    writeFile: (_name, contents) => {
      if (contents instanceof Uint8Array) wasm = contents
    },
    listFiles: () => [],
  })
  if (error !== null || wasm === undefined) throw new Error(stderr.toString())
  return `/** kernel.as, compiled by \`npm run kernel\`. */\nexport const KERNEL_BYTES =\n  '${Buffer.from(wasm).toString('base64')}'\n`
}
