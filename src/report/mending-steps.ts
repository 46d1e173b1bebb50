import { basename, dirname } from 'node:path'
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
  /** The folders that hold a series, of those in which these deeds lie. */
  readonly seriesFolders: ReadonlySet<string>
  /** What was looked through, as it can be typed again. */
  readonly places: readonly string[]
  /** What the card was called on the command line. */
  readonly named: string
  /** A name as it can be typed. */
  readonly word: (name: string) => string
}

/** First whom to believe, then new keys for what lies open, then a look whether anything is left. */
export function planMending({ name, reach, seriesFolders, places, named, word }: Compromised): MendingStep[] {
  const words = say().compromise
  const { blank } = words
  const shown = { name: printable(name) }
  // No command of a series reaches a copy that lies elsewhere, or has got another name.
  const isInSeries = ({ deed, sequence }: Reach): boolean =>
    seriesFolders.has(dirname(deed)) && Number.parseInt(basename(deed), 10) === sequence
  const seriesOf = (some: readonly Reach[]) => groupByFolder(some.filter(isInSeries))
  const signed = reach.filter((each) => each.signed)
  const open = reach.filter((each) => !each.signed)
  const series = seriesOf(open.filter(hadItsKeys)).map((each) => ({
    ...each,
    flag: `--series ${word(each.folder)}`,
  }))
  // By then, single deeds that were sealed again lie there under their new names.
  const again = new Map(
    reach.filter((each) => !isInSeries(each)).map(({ deed }) => [word(deed), word(newName(deed))]),
  )
  const left = places.map((place) => again.get(place) ?? place)
  return [
    { why: words.stepTrust(shown), command: `datadeed card trust ${blank.newCard}` },
    ...signed
      .filter((each) => !isInSeries(each))
      .map(({ deed }) => ({
        why: words.stepSigned({ deed: printable(deed) }),
        command: `datadeed seal ${blank.exports} --key ${blank.newKey} --to ${blank.reader} -o ${word(newName(deed))}`,
      })),
    ...seriesOf(signed).map(({ folder }) => ({
      why: words.stepBegin({ folder: printable(folder) }),
      command: `datadeed backup init --series ${word(`${folder}.new`)} --key ${blank.newKey} --to ${blank.reader}`,
    })),
    // The quickest first: it shuts out whoever has not copied the key files yet.
    ...series
      .filter(({ opens }) => opens)
      .map(({ folder, flag }) => ({
        why: words.stepRotate({ ...shown, folder: printable(folder) }),
        command: `datadeed backup rotate ${flag} --key ${blank.myKey} --to ${blank.newCard} --drop ${word(named)}`,
      })),
    ...open
      .filter((each) => !isInSeries(each) && (each.sequence === null || hadItsKeys(each)))
      .flatMap((each) => resealSteps(each, { ...shown, word })),
    ...series.flatMap(({ folder, flag, sequences, others }) => [
      {
        why: words.stepRun({ folder: printable(folder) }),
        command: `datadeed backup run ${flag} --always --source ${blank.sources} --key ${blank.hostKey}${toAll([blank.newCard, ...others.map(word)])}`,
      },
      {
        why: words.stepPrune({ folder: printable(folder) }),
        command: `datadeed backup prune ${flag} --key ${blank.hostKey} ${sequences.map((each) => `--remove ${each}`).join(' ')}`,
      },
    ]),
    {
      why: words.stepCheck,
      command: `datadeed keys census ${places.length === 0 ? blank.folder : left.join(' ')} --fail-if ${word(`opens-with:${named}`)}`,
    },
  ]
}

/** The new deed first; the old one goes when its readers have opened the new one. */
function resealSteps(
  { deed, sequence, seller, opens, others }: Reach,
  { name, word }: Pick<Compromised, 'name' | 'word'>,
): MendingStep[] {
  const words = say().compromise
  const { blank } = words
  const from = seller === null ? blank.seller : word(seller)
  const to = toAll([blank.newCard, ...others.map(word)])
  // Who opened nothing of it by themselves leaves no place for a new card.
  const readers = opens.length > 0 ? to : ''
  const command = `datadeed reseal ${word(deed)} --from ${from} --key ${blank.myKey}${readers} -o ${word(newName(deed))}`
  const shown = { deed: printable(deed) }
  const why = sequence === null ? words.stepReseal : words.stepResealCopy
  return [
    { why: why({ ...shown, name }), command },
    ...(sequence === null ? [{ why: words.stepRetire(shown), command: `${command} --retire` }] : []),
  ]
}

/** Who may only grant has had no data key of the deed: there is nothing to mend in it. */
function hadItsKeys({ opens, wasReader, hasGranted, holdsShare }: Reach): boolean {
  return opens.length > 0 || wasReader || hasGranted || holdsShare
}

/** By folder, what the card reaches there. */
interface ReachedSeries {
  readonly folder: string
  readonly sequences: readonly number[]
  /** Whether it opens any deed of it as things stand. */
  readonly opens: boolean
  /** Who else reads the newest of these deeds. */
  readonly others: readonly string[]
}

function groupByFolder(reach: readonly Reach[]): ReachedSeries[] {
  const links = reach.flatMap((each) =>
    each.sequence === null ? [] : [{ ...each, sequence: each.sequence }],
  )
  const folders = Map.groupBy(links, ({ deed }) => dirname(deed))
  return Array.from(folders, ([folder, deeds]) => {
    const sequences = deeds.map(({ sequence }) => sequence)
    const newest = deeds.find(({ sequence }) => sequence === Math.max(...sequences))
    return {
      folder,
      sequences,
      opens: deeds.some(({ opens }) => opens.length > 0),
      others: newest?.others ?? [],
    }
  })
}

function toAll(cards: readonly string[]): string {
  return cards.map((each) => ` --to ${each}`).join('')
}

function newName(deed: string): string {
  return `${deed.replace(/[/\\]+$/, '').replace(/\.deed$/i, '')}.new.deed`
}
