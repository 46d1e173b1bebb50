import { expect, it } from 'vitest'
import { COMMANDS, type NamedCommand } from '../../src/cli/commands/index.ts'
import type { LedgerLine } from '../../src/ledger/index.ts'
import { renderEcsEvent } from '../../src/report/ledger-ecs.ts'

function categoriesOf(command: string): [string[], string[]] {
  const line = { event: 'outcome', command, facts: {} } as unknown as LedgerLine
  const { category, type } = JSON.parse(renderEcsEvent(line, '')).event
  return [category, type]
}

it('calls no command a creation that only reads', () => {
  const commands: readonly NamedCommand[] = COMMANDS
  const reads = commands.filter(({ records }) => records === 'reads').map(({ name }) => name)
  expect(reads).toContain('verify')
  expect(reads.filter((name) => String(categoriesOf(name)) !== 'file,access')).toEqual([])
})

it('calls what is done to keys and rights a matter of identities', () => {
  for (const name of ['keygen', 'keys rotate', 'keys compromise', 'card trust', 'grant'])
    expect(categoriesOf(name)[0], name).toEqual(['iam'])
})
