import { describeGrant, describeRotation, describeShare, GRANT, SHARE } from '../access/index.ts'
import { DRILL, MARK, PRUNE, readDrill, SERIES } from '../backup/index.ts'
import { ROTATION } from '../deed/index.ts'
import type { Card } from '../identity/index.ts'
import { SUCCESSION, takeSuccession } from '../keys/index.ts'
import type { SignedPaper } from '../papers/index.ts'
import { PREVIEW } from '../preview/index.ts'
import { RECEIPT, type Receipt, readReceipt } from '../receipt/index.ts'
import {
  buildSuccessionFacts,
  renderDrillPaper,
  renderGrantPaper,
  renderMarkPaper,
  renderPreviewChecked,
  renderPrunePaper,
  renderReceipt,
  renderResealPaper,
  renderRotationPaper,
  renderSeriesPaper,
  renderSharePaper,
  renderSuccessionPaper,
} from '../report/index.ts'
import { RESEAL, takeReseal } from '../reseal/index.ts'
import type { Outcome } from './command.ts'

/** A paper as `verify` shows it. */
interface ShownPaper {
  readonly kind: string
  /** Of the signed statement, hexadecimal. */
  readonly sha256: string
  readonly shown: Pick<Outcome, 'text' | 'document'>
  /** The receipt that a page can be made of; other kinds have pages of their own, or none. */
  readonly receipt?: Receipt
}

/** A file that was read, and the card that its signatures were checked with. */
interface ShownFile {
  readonly file: string
  /** The same for sentences. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly from: Card
}

/** A kind of paper that `verify` knows: how one whose signatures were checked is read and shown. */
interface ShownKind {
  readonly predicateType: string
  readonly show: (paper: SignedPaper, of: ShownFile) => ShownPaper
}

export const PAPER_KINDS: readonly ShownKind[] = [
  {
    predicateType: PREVIEW.predicateType,
    show: (paper, { file }) => {
      const { predicate: preview, sha256 } = paper.read(PREVIEW)
      const form = 'envelope' as const
      const text = renderPreviewChecked({ preview, form, sha256 }, file)
      return { kind: 'preview', sha256, shown: { text, document: { form, preview } } }
    },
  },
  {
    predicateType: RECEIPT.predicateType,
    show: (paper, { file, name }) => {
      const opened = paper.read(RECEIPT)
      const receipt = readReceipt(opened, name)
      const { sha256 } = opened
      const shown = { text: renderReceipt(receipt, file), document: { receipt } }
      return { kind: 'receipt', sha256, shown, receipt }
    },
  },
  {
    predicateType: GRANT.predicateType,
    show: (paper, { file }) => {
      const { predicate, sha256 } = paper.read(GRANT)
      const grant = describeGrant(predicate)
      return { kind: 'grant', sha256, shown: { text: renderGrantPaper(grant, file), document: { grant } } }
    },
  },
  {
    predicateType: ROTATION.predicateType,
    show: (paper, { file }) => {
      const { predicate, sha256 } = paper.read(ROTATION)
      const rotation = describeRotation(predicate)
      const text = renderRotationPaper(rotation, file)
      return { kind: 'rotation', sha256, shown: { text, document: { rotation } } }
    },
  },
  {
    predicateType: SHARE.predicateType,
    show: (paper, { file }) => {
      const { predicate, sha256 } = paper.read(SHARE)
      const share = describeShare(predicate)
      return { kind: 'share', sha256, shown: { text: renderSharePaper(share, file), document: { share } } }
    },
  },
  {
    predicateType: SUCCESSION.predicateType,
    show: (paper, { file, name, bytes, from }) => {
      const succession = takeSuccession(paper.read(SUCCESSION), bytes, { from, name })
      const { sha256 } = succession
      const document = { succession: buildSuccessionFacts(succession) }
      return {
        kind: 'succession',
        sha256,
        shown: { text: renderSuccessionPaper(succession, file), document },
      }
    },
  },
  {
    predicateType: SERIES.predicateType,
    show: (paper, { file }) => {
      const { predicate: series, sha256 } = paper.read(SERIES)
      return {
        kind: 'series',
        sha256,
        shown: { text: renderSeriesPaper(series, file), document: { series } },
      }
    },
  },
  {
    predicateType: MARK.predicateType,
    show: (paper, { file }) => {
      const { predicate: mark, sha256 } = paper.read(MARK)
      return { kind: 'mark', sha256, shown: { text: renderMarkPaper(mark, file), document: { mark } } }
    },
  },
  {
    predicateType: RESEAL.predicateType,
    show: (paper, { file, name }) => {
      const opened = paper.read(RESEAL)
      const reseal = takeReseal(opened, name)
      const { sha256 } = opened
      const shown = { text: renderResealPaper(reseal, file), document: { reseal } }
      return { kind: 'reseal', sha256, shown }
    },
  },
  {
    predicateType: DRILL.predicateType,
    show: (paper, { file, name }) => {
      const opened = paper.read(DRILL)
      const drill = readDrill(opened, name)
      const { sha256 } = opened
      return { kind: 'drill', sha256, shown: { text: renderDrillPaper(drill, file), document: { drill } } }
    },
  },
  {
    predicateType: PRUNE.predicateType,
    show: (paper, { file }) => {
      const { predicate: prune, sha256 } = paper.read(PRUNE)
      return { kind: 'prune', sha256, shown: { text: renderPrunePaper(prune, file), document: { prune } } }
    },
  },
]
