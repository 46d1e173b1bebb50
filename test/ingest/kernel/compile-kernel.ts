import { readFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

export const kernelBytesFile = new URL('../../../src/ingest/csv/kernel/kernel-bytes.ts', import.meta.url)
const sourceFile = new URL('../../../src/ingest/csv/kernel/kernel.as', import.meta.url)

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
    readFile: (name) => (name === 'kernel.ts' ? readFileSync(sourceFile, 'utf8') : null),
    writeFile: (_name, contents) => {
      if (contents instanceof Uint8Array) wasm = contents
    },
    listFiles: () => [],
  })
  if (error !== null || wasm === undefined) throw new Error(stderr.toString())
  return `/** kernel.as, compiled by \`npm run kernel\`. */\nexport const KERNEL_BYTES =\n  '${Buffer.from(wasm).toString('base64')}'\n`
}
