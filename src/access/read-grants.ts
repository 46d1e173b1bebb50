import { countStanzas, suiteOf } from '../crypto/index.ts'
import {
  type Access,
  type Grant,
  type Granted,
  MANIFEST,
  type PassedShare,
  type ReadGrants,
  type ReadManifest,
  readAgeFile,
} from '../deed/index.ts'
import { DatadeedError } from '../errors.ts'
import type { Card } from '../identity/index.ts'
import { say } from '../messages/index.ts'
import { printable } from '../messages/printable.ts'
import { type OpenedPaper, openSignedPaper, readIssuerCard } from '../papers/index.ts'
import { GRANT, type GrantPaper, SHARE, type SharePaper } from './grant-paper.ts'

/** A paper beside the deed, as it was read. */
export interface GrantFile {
  /** For sentences. */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * How a deed's examination reads the papers beside it. Who signed them is taken from no paper: the seller's card was
 * confirmed, and everyone else's fingerprint must stand in the signed manifest (those who may grant) or in the signed access
 * statement (holders of shares). Then a paper must be of this very manifest.
 */
export function readGrants(files: readonly GrantFile[], seller: Card): ReadGrants {
  return (read, access): Granted => {
    const grants: Grant[] = []
    const shares: PassedShare[] = []
    for (const { name: file, bytes } of files) {
      const name = printable(file)
      const { from, may } = findIssuer({ name, bytes }, seller, { read, access })
      const paper = openSignedPaper(bytes, { from, name })
      if (paper.predicateType === SHARE.predicateType) {
        if (!may.pass) throw notAllowed(name, from)
        shares.push(takeShare(paper.read(SHARE), name, { read, access }))
      } else {
        const opened = paper.read(GRANT)
        if (!may.grant) throw notAllowed(name, from)
        grants.push(takeGrant(opened, name, read))
      }
    }
    return { grants: grants.sort((a, b) => a.serial - b.serial), shares }
  }
}

interface Against {
  readonly read: ReadManifest
  readonly access: Access
}

function findIssuer(
  { name, bytes }: GrantFile,
  seller: Card,
  { read: { manifest }, access }: Against,
): { readonly from: Card; readonly may: { readonly grant: boolean; readonly pass: boolean } } {
  const named = readIssuerCard(bytes, name)
  const { fingerprint } = named ?? seller
  const own = fingerprint === seller.fingerprint
  const grant = own || manifest.grantors.includes(fingerprint)
  const pass = (access.escrow?.holders ?? []).some((holder) => holder.fingerprint === fingerprint)
  const from = own ? seller : named
  if (from === undefined || !(grant || pass)) throw notAllowed(name, named ?? seller)
  return { from, may: { grant, pass } }
}

function takeGrant({ predicate, subject }: OpenedPaper<GrantPaper>, name: string, read: ReadManifest): Grant {
  assertOfDeed({ predicate, subject }, name, read)
  const { serial, created, issuer, paperId } = predicate
  const names = new Set(predicate.compartments.map((compartment) => compartment.name))
  const compartments = predicate.compartments.map(({ name: compartment, readers, ageFile: text }) => {
    const known = read.manifest.compartments.some((each) => each.name === compartment)
    const ageFile = takeAgeFile(text, read)
    // As many keys as readers: none for somebody who is not named.
    if (!known || names.size < predicate.compartments.length || countStanzas(ageFile) !== readers.length)
      throw ofAnother(name)
    return { name: compartment, readers, ageFile }
  })
  return { paperId, serial, created, issuer, compartments }
}

function takeShare(
  { predicate, subject }: OpenedPaper<SharePaper>,
  name: string,
  { read, access }: Against,
): PassedShare {
  assertOfDeed({ predicate, subject }, name, read)
  const { created, issuer, to } = predicate
  const held = access.escrow?.holders.find(({ fingerprint }) => fingerprint === issuer.fingerprint)
  if (held?.share !== predicate.share) throw ofAnother(name)
  return { created, issuer, to, ageFile: takeAgeFile(predicate.ageFile, read) }
}

/** A deed's readers are all of one suite, and no paper lowers it. */
function takeAgeFile(text: string, { manifest: { suite } }: ReadManifest): Uint8Array {
  const ageFile = readAgeFile(text)
  if (suiteOf(ageFile) === suite) return ageFile
  throw new DatadeedError('DAMAGED', say().crypto.ageForeignStanza({ expected: suite }))
}

function assertOfDeed(
  { predicate, subject }: Pick<OpenedPaper<GrantPaper | SharePaper>, 'predicate' | 'subject'>,
  name: string,
  { manifest, sha256 }: ReadManifest,
): void {
  const [bound] = subject
  const same =
    subject.length === 1 &&
    bound?.name === MANIFEST &&
    bound.digest.sha256 === sha256 &&
    predicate.deedId === manifest.deedId &&
    predicate.suite === manifest.suite
  if (!same) throw ofAnother(name)
}

function ofAnother(name: string): DatadeedError {
  return new DatadeedError('DAMAGED', say().access.ofAnotherDeed({ name }), {
    hints: [say().access.ofAnotherDeedHint],
  })
}

function notAllowed(name: string, { name: issuer, fingerprint }: Card): DatadeedError {
  const told = { name, issuer: printable(issuer), fingerprint: fingerprint.slice(0, 16) }
  return new DatadeedError('UNTRUSTED', say().access.mayNotGrant(told), {
    hints: [say().access.mayNotGrantHint],
  })
}
