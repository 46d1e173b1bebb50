// The byte loops of reading, cutting and joining, sixteen bytes at a time: AssemblyScript, built into kernel-bytes.ts by
// `npm run kernel`. Every loop has its twin in TypeScript, which stays the reference: at the first thing out of the
// ordinary a function here gives up (false, or -1), and the twin does the slice from its beginning and names the fault.
// Callers size all memory before. A load may reach 63 bytes past its region, a store 15 past the end of what it
// writes (OVERREACH in kernel.ts), never past the memory. Addresses and lengths are bytes.

export * from './cells'
export * from './fields'
export * from './scan'
export * from './transcode'
