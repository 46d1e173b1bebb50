import { randomBytes } from '../../crypto/index.ts'
import { DatadeedError } from '../../errors.ts'
import { say } from '../../messages/index.ts'
import { type Link, listLinks } from '../series/links.ts'
import type { ListedSeries } from '../series/list-series.ts'

/** Which deed is to be drilled; a number may be that of a mark, which names its deed. */
export type DrillChoice =
  | { readonly kind: 'newest' }
  | { readonly kind: 'random' }
  | { readonly kind: 'named'; readonly sequence: number }

/** A link of a deed whose content is there. */
export type WholeDeed = Link & { readonly deed: NonNullable<Link['deed']> }

export interface ChosenDeed {
  readonly deed: WholeDeed
  /** When the newest link was signed that says that the sources are what they were in it. */
  readonly current: string
}

/** The number is that of a deed that is there and cannot be drilled. */
export interface NotChosen {
  readonly sequence: number | null
  readonly error: DatadeedError
}

/** @throws DatadeedError IO_READ */
export async function chooseDeed(listed: ListedSeries, choice: DrillChoice): Promise<ChosenDeed | NotChosen> {
  switch (choice.kind) {
    case 'newest':
      return chooseNewest(listed)
    case 'random': {
      const whole = listed.links.filter(isWhole)
      return found(whole[drawBelow(whole.length)], listed)
    }
    case 'named':
      return chooseNamed(listed, choice.sequence)
    default:
      return choice satisfies never
  }
}

async function chooseNewest(listed: ListedSeries): Promise<ChosenDeed | NotChosen> {
  const { links, series } = listed
  const names = (await listLinks(series.folder)).links.filter(({ kind }) => kind === 'deed')
  for (const { name, sequence } of names.toReversed()) {
    const link = links.find((each) => each.name === name)
    // To take the one before would tell of a good restore while the newest deed is lost.
    if (link === undefined) return { sequence, error: faultAt(listed, sequence) }
    if (isWhole(link)) return found(link, listed)
  }
  return found(undefined, listed)
}

function chooseNamed(listed: ListedSeries, sequence: number): ChosenDeed | NotChosen {
  const words = say().drill
  const { links, faults } = listed
  const link = links.find((each) => each.sequence === sequence && each.deed !== null)
  const deed = links.find(({ kind, sha256 }) => kind === 'deed' && sha256 === link?.deed?.manifest)
  if (deed !== undefined && isWhole(deed)) return found(deed, listed)
  const fail = (error: DatadeedError, of: number | null = null): NotChosen => ({ sequence: of, error })
  if (deed !== undefined) {
    const { sequence: of } = deed
    return fail(
      new DatadeedError('IO_READ', words.pruned({ sequence: of }), { hints: [words.noSuchDeedHint] }),
      of,
    )
  }
  if (link?.deed !== undefined || faults.some((fault) => fault.sequence === sequence))
    return fail(faultAt(listed, link?.deed?.sequence ?? sequence), sequence)
  const hints = [words.noSuchDeedHint]
  return fail(new DatadeedError('IO_READ', words.noSuchDeed({ sequence }), { hints }))
}

function found(deed: WholeDeed | undefined, { links }: ListedSeries): ChosenDeed | NotChosen {
  if (deed !== undefined) {
    const newest = links.findLast((link) => link.deed?.manifest === deed.sha256)
    return { deed, current: newest?.created ?? deed.created }
  }
  const hints = [say().drill.noDeedThereHint]
  return { sequence: null, error: new DatadeedError('IO_READ', say().drill.noDeedThere, { hints }) }
}

/** Why a link that has a name could not be read. */
function faultAt({ faults }: ListedSeries, sequence: number): DatadeedError {
  const fault = faults.find((each) => each.sequence === sequence)
  return fault?.error ?? new DatadeedError('IO_READ', say().drill.deedGone)
}

function isWhole(link: Link): link is WholeDeed {
  return link.kind === 'deed' && link.deed !== null && link.pruned === null
}

function drawBelow(count: number): number {
  return Math.floor((Buffer.from(randomBytes(4)).readUInt32BE() / 2 ** 32) * count)
}
