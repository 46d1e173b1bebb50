/** npm run kernel: compiles every kernel's source anew into the `…-bytes.ts` beside it. */
import { writeFileSync } from 'node:fs'
import { compileKernel, KERNELS, kernelBytesFile } from './compile-kernel.ts'

for (const kernel of KERNELS) writeFileSync(kernelBytesFile(kernel), await compileKernel(kernel))
