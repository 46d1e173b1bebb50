import { tmpdir } from 'node:os'
import { type DrillChoice, type DrillPlace, type OpenedSeries, readsSeries } from '../backup/index.ts'
import { DatadeedError } from '../errors.ts'
import { isLockedKeyFile, isTrusted, type OpenedKey } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { assertNoPassword, isPostgres } from '../postgres/index.ts'
import { openKey } from './keys.ts'
import type { Session } from './session.ts'
import type { Values } from './values.ts'

const SQLITE = /^sqlite:(?:\/\/)?/i

/** @throws DatadeedError USAGE */
export function readChoice(text: string | undefined): DrillChoice {
  if (text === undefined || text === 'newest') return { kind: 'newest' }
  if (text === 'random') return { kind: 'random' }
  if (/^[1-9]\d{0,9}$/.test(text)) return { kind: 'named', sequence: Number(text) }
  throw new DatadeedError('USAGE', say().drill.deed({ got: printable(text) }))
}

/** A place to make a target in, never the target itself. @throws DatadeedError USAGE for a password */
export function readPlace(into: string | undefined): DrillPlace {
  if (into === undefined) return { kind: 'folder', parent: tmpdir() }
  if (isPostgres(into)) {
    assertNoPassword(into)
    return { kind: 'postgres', database: into }
  }
  if (!SQLITE.test(into)) return { kind: 'folder', parent: into }
  const parent = into.replace(SQLITE, '')
  return { kind: 'sqlite', parent: parent === '' ? tmpdir() : parent }
}

/** The key that signs the report: that of the reader, or another one. */
export interface DrillKeys {
  readonly signer: OpenedKey
  readonly signerPath: string
  /** Opened where the drill needs it, unless it signs as well. */
  readonly reader: () => Promise<OpenedKey>
}

/** @throws DatadeedError USAGE for a key that cannot sign, or whose word nobody would believe; and as openKey */
export async function openDrillKeys(
  series: OpenedSeries,
  values: Values,
  session: Session,
): Promise<DrillKeys> {
  const readerPath = values.text('key') ?? ''
  const signPath = values.text('sign-key')
  const signerPath = signPath ?? readerPath
  const flag = signPath === undefined ? 'passphrase-file' : 'sign-passphrase-file'
  const locked = session.person === undefined && !values.on(flag) && (await isLockedKeyFile(signerPath))
  if (signPath !== undefined && locked) {
    const hints = [say().drill.signLockedHint]
    throw new DatadeedError('USAGE', say().drill.signLocked({ key: printable(signPath) }), { hints })
  }
  const signer = await openKey(signerPath, values, session, flag)
  const name = printable(signer.name)
  const words = say().drill
  if (signer.sign === undefined) {
    const hints = signPath === undefined ? [words.cannotSignHint] : []
    throw new DatadeedError('USAGE', words.cannotSign({ key: printable(signerPath) }), { hints })
  }
  if (!readsSeries(series, signer.card)) {
    if (series.signers.some(({ card }) => card.fingerprint === signer.card.fingerprint))
      throw new DatadeedError('USAGE', words.hostSigns({ name }), { hints: [words.hostSignsHint] })
    if (!(await isTrusted(session.home, signer.card)))
      session.warn(words.unknownSigner({ name }), [words.unknownSignerHint])
  }
  const reader = async () => (signPath === undefined ? signer : openKey(readerPath, values, session))
  return { signer, signerPath, reader }
}
