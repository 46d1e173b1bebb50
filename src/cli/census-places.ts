import { relative } from 'node:path'
import { isRemote, openFrames, placeBelow } from '../backup/index.ts'
import type { Census } from '../keys/index.ts'
import type { Session } from './session.ts'

/** Where deeds are to be counted, as paths of this computer, and what a person calls what lies there. */
export interface CensusPlaces extends AsyncDisposable {
  readonly paths: readonly string[]
  nameOf(path: string): string
}

/** Series on a remote are brought here without their blocks, until this is disposed. @throws DatadeedError as openFrames */
export async function openCensusPlaces(
  places: readonly string[],
  { signal }: Pick<Session, 'signal'>,
): Promise<CensusPlaces> {
  await using stack = new AsyncDisposableStack()
  const paths: string[] = []
  const brought: { readonly folder: string; readonly place: string }[] = []
  for (const place of places) {
    if (!isRemote(place)) {
      paths.push(place)
      continue
    }
    const { folder } = stack.use(await openFrames(place, { signal }))
    paths.push(folder)
    brought.push({ folder, place })
  }
  const held = stack.move()
  return {
    paths,
    nameOf(path) {
      const from = brought.find(({ folder }) => path.startsWith(folder))
      if (from === undefined) return path
      return placeBelow(from.place, relative(from.folder, path).replaceAll('\\', '/'))
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  }
}

/** As a person calls them, wherever they were brought to. */
export function nameCounted({ deeds, uncounted, pruned }: Census, { nameOf }: CensusPlaces): Census {
  const named = <Counted extends { readonly deed: string }>(each: Counted): Counted => ({
    ...each,
    deed: nameOf(each.deed),
  })
  return { deeds: deeds.map(named), uncounted: uncounted.map(named), pruned: pruned.map(nameOf) }
}
