/** npm run kernel: builds src/kernel/kernel-bytes.ts anew from kernel.as beside it. */
import { writeFileSync } from 'node:fs'
import { compileKernel, kernelBytesFile } from './compile-kernel.ts'

writeFileSync(kernelBytesFile, await compileKernel())
