import type { Entry } from './entry.ts'

export const HANDOVER_COMMANDS = [
  {
    name: 'demo',
    group: 'handover',
    options: [{ flag: 'output', short: 'o', value: 'folder', about: 'demoOutput' }],
    load: async () => (await import('./demo.ts')).demo,
  },
] as const satisfies readonly Entry[]
