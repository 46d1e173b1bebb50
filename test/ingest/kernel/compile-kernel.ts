import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import asc from 'assemblyscript/asc'

/** A kernel's folder below src, the source that it begins with, and the constant that holds it compiled. */
interface Kernel {
  readonly folder: string
  readonly entry: string
  readonly constant: string
}

export const KERNELS = [
  { folder: 'kernel', entry: 'kernel', constant: 'KERNEL_BYTES' },
  { folder: 'classify/kernel', entry: 'identifiers', constant: 'IDENTIFIERS_BYTES' },
  { folder: 'restore/compare/kernel', entry: 'hash-rows', constant: 'HASH_ROWS_BYTES' },
] as const satisfies readonly Kernel[]

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

const folderOf = ({ folder }: Kernel): URL => new URL(`../../../src/${folder}/`, import.meta.url)

/** Where a kernel stands compiled. */
export function kernelBytesFile(kernel: Kernel): URL {
  return new URL(`${kernel.entry}-bytes.ts`, folderOf(kernel))
}

/** The text of that file, compiled from the kernel's source. */
export async function compileKernel(kernel: Kernel): Promise<string> {
  const { entry, constant } = kernel
  const folder = folderOf(kernel)
  const sources = readdirSync(folder).filter((name) => name.endsWith('.as'))
  let wasm: Uint8Array | undefined
  const { error, stderr } = await asc.main([`${entry}.ts`, '--outFile', 'kernel.wasm', ...OPTIONS], {
    // The compiler asks for .ts, which the other compiler would take for its own; it also looks where nothing is.
    readFile: (name) => {
      const source = `${basename(name, '.ts')}.as`
      return sources.includes(source) ? readFileSync(new URL(source, folder), 'utf8') : null
    },
    writeFile: (_name, contents) => {
      if (contents instanceof Uint8Array) wasm = contents
    },
    listFiles: () => [],
  })
  if (error !== null || wasm === undefined) throw new Error(stderr.toString())
  return `/** ${entry}.as, compiled by \`npm run kernel\`. */\nexport const ${constant} =\n  '${Buffer.from(wasm).toString('base64')}'\n`
}
