import type { ColumnType } from '../types.ts'

/** The words of one language for a column's content, by type; words of a list are parted by `,` and spaces around it. */
export type WordList = Partial<Record<ColumnType, string>>

/** Systems whose own names for columns are known. */
export type SystemName =
  | 'SAP HR'
  | 'SAP'
  | 'Open Dental'
  | 'clinic records'
  | 'Dynamics'
  | 'Odoo'
  | 'Stripe'
  | 'ADP'
  | 'Yonyou'
  | 'Kingdee'

export type LanguageCode =
  | SystemName
  | 'zh'
  | 'pinyin'
  | 'ja'
  | 'ko'
  | 'en'
  | 'de'
  | 'nl'
  | 'fr'
  | 'es'
  | 'it'
  | 'pt'
  | 'ru'
  | 'pl'
  | 'tr'
  | 'id'
  | 'vi'
  | 'sv'
  | 'cs'
  | 'el'
  | 'ar'
  | 'ro'
  | 'hu'
  | 'fi'
  | 'he'
  | 'th'
  | 'hr'
  | 'fa'
  | 'hi'
  | 'uk'
  | 'bg'
  | 'sk'
  | 'lt'
  | 'lv'
  | 'et'

export function splitWords(words: string): string[] {
  return words.split(',').map((word) => word.trim())
}
