import type { ColumnType } from '../classify/index.ts'
import {
  maskAccount,
  maskCard,
  maskDocument,
  maskIban,
  maskIp,
  maskMac,
  maskNationalId,
  maskOpenId,
  maskPhone,
  maskPlate,
} from './mask-numbers.ts'
import { maskAddress, maskMail, maskName } from './mask-texts.ts'
import { HIDDEN, maskWhole } from './mask-whole.ts'
import { foldWidth, splitWrapping } from './wrapping.ts'

/** By shape, how a text of it is masked; undefined for a text that has it not. */
const MASKS = {
  name: maskName,
  phone: maskPhone,
  id: maskNationalId,
  document: maskDocument,
  card: maskCard,
  iban: maskIban,
  account: (text: string) => maskMail(text) ?? maskPhone(text) ?? maskAccount(text),
  mail: maskMail,
  address: maskAddress,
  plate: maskPlate,
  openid: maskOpenId,
  ip: maskIp,
  mac: maskMac,
  text: maskWhole,
  hidden: () => HIDDEN,
} as const satisfies Record<string, (text: string) => string | undefined>

export type MaskShape = keyof typeof MASKS

/** Types that have a shape of their own, and those of which any part would tell the whole; all others are `text`. */
const SHAPES: Readonly<Record<Exclude<MaskShape, 'text'>, readonly ColumnType[]>> = {
  name: ['person-name', 'given-name', 'family-name', 'nickname'],
  phone: ['mobile', 'landline', 'phone', 'business-phone'],
  id: ['national-id'],
  document: ['passport', 'id-document', 'medical-id'],
  card: ['bank-card', 'credit-card'],
  iban: ['iban'],
  account: ['bank-account', 'payment-account'],
  mail: ['email'],
  address: ['postal-address', 'business-address'],
  plate: ['plate-number'],
  openid: ['openid'],
  ip: ['ip-address'],
  mac: ['mac-address'],
  hidden: [
    'age',
    'amount',
    'biometric',
    'birth-date',
    'boolean',
    'card-expiry',
    'card-last4',
    'category',
    'date',
    'ethnicity',
    'free-text',
    'free-text-pii',
    'gender',
    'geo-coordinates',
    'health-data',
    'income',
    'job-title',
    'marital-status',
    'measure',
    'nationality',
    'password',
    'password-hash',
    'points-balance',
    'postal-code',
    'quantity',
    'region',
    'religion',
    'salutation',
    'stored-balance',
    'token',
  ],
}

const SHAPE_OF: ReadonlyMap<ColumnType, MaskShape> = new Map(
  (Object.keys(SHAPES) as (keyof typeof SHAPES)[]).flatMap((shape) =>
    SHAPES[shape].map((type): [ColumnType, MaskShape] => [type, shape]),
  ),
)

/** The shape by which a column of this type is masked. */
export function maskShapeOf(type: ColumnType): MaskShape {
  return SHAPE_OF.get(type) ?? 'text'
}

/**
 * Masks a text that is not empty. What has not the shape is masked as any text; nothing comes through as it was.
 * `odd`: it had not the shape.
 */
export function maskText(text: string, shape: MaskShape): { readonly text: string; readonly odd: boolean } {
  const { before, inner, after } = splitWrapping(text)
  const shaped = MASKS[shape](inner) ?? MASKS[shape](foldWidth(inner))
  const formed = shape !== 'text' && shape !== 'hidden'
  const masked = shaped !== undefined && formed ? `${before}${shaped}${after}` : (shaped ?? maskWhole(inner))
  return { text: masked.includes(text) ? HIDDEN : masked, odd: shaped === undefined }
}
