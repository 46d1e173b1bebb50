/** The registry: every detector, most telling first. A new one is a file here and a line below. */

import type { ColumnView } from '../view.ts'
import { countOf, shareFrom } from '../view.ts'
import { bankCard } from './bank-card.ts'
import { bankName } from './bank-name.ts'
import { birthDate } from './birth-date.ts'
import { boolean } from './boolean.ts'
import { businessPhone } from './business-phone.ts'
import { cardExpiry } from './card-expiry.ts'
import { companyName } from './company-name.ts'
import { creditCard } from './credit-card.ts'
import { creditCode } from './credit-code.ts'
import { date } from './date.ts'
import type { Detector, Evidence } from './detector.ts'
import { email } from './email.ts'
import { ethnicity } from './ethnicity.ts'
import { gender } from './gender.ts'
import { givenName } from './given-name.ts'
import { gtin } from './gtin.ts'
import { hashedIdentifier } from './hashed-identifier.ts'
import { healthData } from './health-data.ts'
import { iban } from './iban.ts'
import { idDocument } from './id-document.ts'
import { imei } from './imei.ts'
import { ipAddress } from './ip-address.ts'
import { landline } from './landline.ts'
import { macAddress } from './mac-address.ts'
import { maritalStatus } from './marital-status.ts'
import { maskedCard } from './masked-card.ts'
import { mobile } from './mobile.ts'
import { nationalId } from './national-id.ts'
import { nationalIdForm } from './national-id-form.ts'
import { openid } from './openid.ts'
import { passwordHash } from './password-hash.ts'
import { personName } from './person-name.ts'
import { phone } from './phone.ts'
import { photoUrl } from './photo-url.ts'
import { plateNumber } from './plate-number.ts'
import { postalAddress } from './postal-address.ts'
import { postalCode } from './postal-code.ts'
import { productName } from './product-name.ts'
import { region } from './region.ts'
import { religion } from './religion.ts'
import { salutation } from './salutation.ts'
import { secret } from './secret.ts'
import { storeName } from './store-name.ts'
import { token } from './token.ts'
import { trackingNo } from './tracking-no.ts'
import { url } from './url.ts'
import { userAgent } from './user-agent.ts'
import { vin } from './vin.ts'
import { wechatId } from './wechat-id.ts'

const DETECTORS: readonly Detector[] = [
  email,
  iban,
  ipAddress,
  macAddress,
  nationalId,
  userAgent,
  passwordHash,
  bankCard,
  openid,
  creditCard,
  token,
  creditCode,
  gtin,
  plateNumber,
  vin,
  photoUrl,
  birthDate,
  businessPhone,
  date,
  ethnicity,
  maritalStatus,
  mobile,
  postalAddress,
  religion,
  url,
  wechatId,
  boolean,
  healthData,
  imei,
  storeName,
  personName,
  companyName,
  phone,
  postalCode,
  productName,
  salutation,
  bankName,
  landline,
  maskedCard,
  nationalIdForm,
  gender,
  givenName,
  hashedIdentifier,
  trackingNo,
  idDocument,
  cardExpiry,
  region,
  secret,
]

export type { Evidence } from './detector.ts'

/** What the cells of a column say, most telling first. */
export function examineColumn(view: ColumnView): Evidence[] {
  return DETECTORS.flatMap(({ name, type, by, strength, least, matches, suits }) => {
    const share = shareFrom(view, least, matches)
    return share >= least && (suits?.(view) ?? true) ? [{ name, type, by, strength, share }] : []
  })
}

/** How many filled cells each detector matches, whether it speaks or not; those that match none are left out. */
export function countMatches(view: ColumnView): { readonly detector: Detector; readonly matched: number }[] {
  return DETECTORS.flatMap((detector) => {
    const matched = countOf(view, detector.matches)
    return matched === 0 ? [] : [{ detector, matched }]
  })
}
