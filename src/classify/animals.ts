import type { TableContext } from './context.ts'
import type { HeaderReading } from './headers/index.ts'
import { isNumber } from './plausible.ts'
import type { Protection } from './protect.ts'
import type { ColumnType } from './types.ts'
import type { ExaminedColumn } from './verdict.ts'
import { shareOf } from './view.ts'

/** What a column of these types is, where it is an animal's. */
const TYPES: Partial<Record<ColumnType, ColumnType>> = {
  'person-name': 'category',
  'given-name': 'category',
  'family-name': 'category',
  nickname: 'category',
  'birth-date': 'date',
  age: 'measure',
  gender: 'category',
  'photo-url': 'url',
  'medical-id': 'code',
  'health-data': 'free-text',
}
/** What vets and groomers write down of bodies without saying whose. */
const TREATED =
  /体重|体长|体高|绝育|去势|疫苗|免疫|驱虫|狂犬|毛色|体況|避妊|去勢|ワクチン|중성화|예방접종|몸무게|체중|weight|height|neuter|spay|vaccin|rabies|deworm|steril|kastr|castr|vacun|gewicht|impf|poids|peso/i
/** What everything is called by; a contact or a holder is somebody. */
const CALLED = /^(?:名|名字|姓名|名称|name|full name|nom|nombre|nome|이름|명|名前)$/

/** Whether a column is about an animal: its header says so, or it is what only the animals of such a table are asked. */
export function isAnimals(
  type: ColumnType,
  { view, reading }: ExaminedColumn,
  context: TableContext,
): boolean {
  if (TYPES[type] === undefined) return false
  // An allergy to cats is a person's.
  if (type === 'health-data') return context.animals && isUnowned(reading) && TREATED.test(view.header)
  if (type === 'person-name' && !CALLED.test(reading.entries[0]?.word ?? '')) return false
  return reading.owner === 'animal'
}

function isUnowned({ owner }: HeaderReading): boolean {
  return owner === undefined || owner === 'animal'
}

/** It is nobody's, and does not have to be hidden. */
export function ofAnimal(plain: Protection, { view, evidence }: ExaminedColumn): Protection {
  const measured =
    shareOf(view, (cell) => isNumber(cell) || /^\d+(?:[.,]\d+)? ?(?:kg|g|lbs?|cm|公斤|斤)$/i.test(cell)) > 0.5
  const answered = evidence.some(({ type }) => type === 'boolean')
  const byForm: ColumnType = answered ? 'boolean' : measured ? 'measure' : 'free-text'
  const type = plain.type === 'health-data' ? byForm : (TYPES[plain.type] ?? plain.type)
  return {
    ...plain,
    type,
    compartment: 'general',
    sensitive: false,
    reasons: [...plain.reasons, { code: 'animal' }],
  }
}
