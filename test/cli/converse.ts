import { expect } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { recordingIo } from './recording-io.ts'
import type { Desk } from './run-cli.ts'

interface Heard {
  readonly stdout: string
  readonly stderr: string
  readonly exit: number
  readonly questions: readonly string[]
}

/** What somebody says, or does before they say it. */
type Said = string | (() => string)

/** Runs a command line as at a terminal where somebody gives these answers, in this order. */
export async function converse(
  desk: Desk,
  words: readonly string[],
  answers: readonly Said[],
): Promise<Heard> {
  const left = [...answers]
  const questions: string[] = []
  const answer = async (question: string, suggestion?: string) => {
    questions.push(question)
    const said = left.shift()
    const given = typeof said === 'function' ? said() : said
    if (given === undefined) throw new Error(`no answer prepared for: ${question}`)
    return given === '' && suggestion !== undefined ? suggestion : given
  }
  const { io, heard } = recordingIo(desk, {
    platform: 'linux',
    person: {
      ask: answer,
      askHidden: answer,
      tell: (text) => {
        heard.stderr += `${text}\n`
      },
    },
  })
  const before = process.cwd()
  process.chdir(desk.folder)
  try {
    const exit = await runCommandLine(words, io)
    expect(left).toEqual([])
    return { ...heard, exit, questions }
  } finally {
    process.chdir(before)
  }
}
