import { dirname } from 'node:path'
import type { Reach } from '../keys/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'

/** One thing to do, and the command line for it. */
export interface MendingStep {
  readonly why: string
  readonly command: string
}

interface Compromised {
  /** Of the card's owner. */
  readonly name: string
  readonly reach: readonly Reach[]
  /** What was looked through, as it can be typed again. */
  readonly places: readonly string[]
  /** What the card was called on the command line. */
  readonly named: string
  /** A name as it can be typed. */
  readonly word: (name: string) => string
}

/** First whom to believe, then new keys for what lies open, then a look whether anything is left. */
export function planMending({ name, reach, places, named, word }: Compromised): MendingStep[] {
  const words = say().compromise
  const shown = { name: printable(name) }
  const signed = reach.filter((each) => each.signed)
  const open = reach.filter((each) => !each.signed)
  const series = seriesOf(open).map((each) => ({ ...each, flag: `--series ${word(each.folder)}` }))
  return [
    { why: words.stepTrust(shown), command: 'datadeed card trust NEW.card' },
    ...signed
      .filter(({ sequence }) => sequence === null)
      .map(({ deed }) => ({
        why: words.stepSigned({ deed: printable(deed) }),
        command: `datadeed seal EXPORT… --key NEW.key --to READER.card -o ${word(newName(deed))}`,
      })),
    ...seriesOf(signed).map(({ folder }) => ({
      why: words.stepBegin({ folder: printable(folder) }),
      command: `datadeed backup init --series ${word(`${folder}.new`)} --key NEW.key --to READER.card`,
    })),
    // The quickest first: it shuts out whoever has not copied the key files yet.
    ...series.map(({ folder, flag }) => ({
      why: words.stepRotate({ ...shown, folder: printable(folder) }),
      command: `datadeed backup rotate ${flag} --key MY.key --to NEW.card --drop ${word(named)}`,
    })),
    ...open
      .filter(({ sequence }) => sequence === null)
      .flatMap((each) => resealSteps(each, { ...shown, word })),
    ...series.flatMap(({ folder, flag, sequences }) => [
      {
        why: words.stepRun({ folder: printable(folder) }),
        command: `datadeed backup run ${flag} --always --key HOST.key --to NEW.card --to READER.card`,
      },
      {
        why: words.stepPrune({ folder: printable(folder) }),
        command: `datadeed backup prune ${flag} --key HOST.key ${sequences.map((each) => `--remove ${each}`).join(' ')}`,
      },
    ]),
    {
      why: words.stepCheck,
      command: `datadeed keys census ${places.length === 0 ? 'FOLDER' : places.join(' ')} --fail-if ${word(`opens-with:${named}`)}`,
    },
  ]
}

/** The new deed first; the old one goes when its readers have opened the new one. */
function resealSteps(
  { deed, seller, opens, others }: Reach,
  { name, word }: Pick<Compromised, 'name' | 'word'>,
): MendingStep[] {
  const words = say().compromise
  const from = seller === null ? 'SELLER.card' : word(seller)
  const to = ['NEW.card', ...others.map(word)].map((each) => ` --to ${each}`).join('')
  // Who opened nothing of it by themselves leaves no place for a new card.
  const readers = opens.length > 0 ? to : ''
  const command = `datadeed reseal ${word(deed)} --from ${from} --key MY.key${readers} -o ${word(newName(deed))}`
  const shown = { deed: printable(deed) }
  return [
    { why: words.stepReseal({ ...shown, name }), command },
    { why: words.stepRetire(shown), command: `${command} --retire` },
  ]
}

/** By folder, the numbers of the deeds that the card reaches there. */
interface ReachedSeries {
  readonly folder: string
  readonly sequences: readonly number[]
}

function seriesOf(reach: readonly Reach[]): ReachedSeries[] {
  const folders = new Map<string, number[]>()
  for (const { deed, sequence } of reach) {
    if (sequence === null) continue
    const folder = dirname(deed)
    folders.set(folder, [...(folders.get(folder) ?? []), sequence])
  }
  return Array.from(folders, ([folder, sequences]) => ({ folder, sequences }))
}

function newName(deed: string): string {
  return `${deed.replace(/[/\\]+$/, '').replace(/\.deed$/i, '')}.new.deed`
}
