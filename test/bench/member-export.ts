import { open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findEncoded } from '../../src/ingest/encoding/encode.ts'
import { CITIES, ESTATES, FAMILY_NAMES, GIVEN_WORDS, LEVELS, REMARKS, STREETS, TAGS } from './member-words.ts'
import { createRandom, type SeededRandom } from './random.ts'

/** The columns of the made-up export, each with what a reviewed policy says of it. */
export const MEMBER_COLUMNS = [
  { header: '会员编号', type: 'member-no', compartment: 'identity' },
  { header: '姓名', type: 'person-name', compartment: 'identity' },
  { header: '性别', type: 'gender', compartment: 'identity' },
  { header: '手机号', type: 'mobile', compartment: 'contact' },
  { header: '身份证号', type: 'national-id', compartment: 'identity' },
  { header: '出生日期', type: 'birth-date', compartment: 'identity' },
  { header: '所在地区', type: 'region', compartment: 'contact' },
  { header: '详细地址', type: 'postal-address', compartment: 'contact' },
  { header: '开卡门店', type: 'store-name', compartment: 'general' },
  { header: '会员等级', type: 'category', compartment: 'general' },
  { header: '注册时间', type: 'date', compartment: 'general' },
  { header: '最近消费时间', type: 'date', compartment: 'behaviour' },
  { header: '储值余额', type: 'stored-balance', compartment: 'financial' },
  { header: '积分', type: 'points-balance', compartment: 'behaviour' },
  { header: '标签', type: 'category', compartment: 'general' },
  { header: '备注', type: 'free-text-pii', compartment: 'special' },
] as const

const LINE_END = '\r\n'
const SEED = 20_260_101
const ROWS_PER_WRITE = 4096
const FIRST_DAY = Date.UTC(2015, 0, 1)
const DAYS = 4000
const DAY_MS = 86_400_000
const MOBILE_STARTS = [
  130, 131, 132, 135, 136, 137, 138, 139, 150, 151, 152, 158, 159, 166, 177, 180, 186, 188, 189, 199,
]

/** The export as text, some thousand rows at a time; the same for the same number of rows, everywhere. */
export function* memberExport(rows: number): Generator<string> {
  const random = createRandom(SEED)
  let text = MEMBER_COLUMNS.map(({ header }) => header).join(',') + LINE_END
  for (let row = 0; row < rows; row++) {
    text += memberRow(row, random)
    if ((row + 1) % ROWS_PER_WRITE === 0) {
      yield text
      text = ''
    }
  }
  yield text
}

/** Writes the export into `folder`, or finds it there from an earlier run, and answers with its path and size. */
export async function prepareExport(
  folder: string,
  rows: number,
  encoding: 'utf-8' | 'gb18030' = 'utf-8',
): Promise<{ path: string; bytes: number }> {
  const path = join(folder, `members-${rows}${encoding === 'utf-8' ? '' : `-${encoding}`}.csv`)
  const done = await stat(path).catch(() => undefined)
  // Only a whole file is ever renamed to this name, so what is there can be used.
  if (done !== undefined) return { path, bytes: done.size }
  const partial = `${path}.${process.pid}.partial`
  let bytes = 0
  {
    await using file = await open(partial, 'w', 0o600)
    for (const text of memberExport(rows)) {
      const chunk = findEncoded(Buffer.from(text), encoding) ?? Buffer.alloc(0)
      await file.writeFile(chunk)
      bytes += chunk.length
    }
  }
  await rename(partial, path)
  return { path, bytes }
}

function memberRow(row: number, random: SeededRandom): string {
  const city = random.pick(CITIES)
  const female = random.chance(58)
  const birth = dateAt(Date.UTC(1950, 0, 1) + random.below(20_000) * DAY_MS)
  const joinedDay = random.below(DAYS)
  const joined = timeAt(FIRST_DAY + joinedDay * DAY_MS, random)
  const seen = random.chance(88)
    ? timeAt(FIRST_DAY + (joinedDay + random.below(DAYS - joinedDay)) * DAY_MS, random)
    : ''
  const hasId = random.chance(72)
  const fields = [
    `VIP${String(10_000_000 + row * 3 + random.below(3))}`,
    personName(random),
    female ? '女' : '男',
    `${random.pick(MOBILE_STARTS)}${digits(random.below(100_000_000), 8)}`,
    hasId ? nationalId(city.code, birth, female, random) : '',
    birth,
    city.region,
    address(city.districts, random),
    random.chance(85) ? city.store : random.pick(CITIES).store,
    random.pick(LEVELS),
    joined,
    seen,
    random.chance(35) ? `${random.below(5000)}.${digits(random.below(100), 2)}` : '0.00',
    String(random.chance(30) ? 0 : random.below(60_000)),
    tags(random),
    remark(random),
  ]
  return fields.join(',') + LINE_END
}

function personName(random: SeededRandom): string {
  const rank = random.below(1_000_000) / 1_000_000
  const family = FAMILY_NAMES[Math.floor(rank * rank * FAMILY_NAMES.length)] ?? ''
  return family + random.pick(GIVEN_WORDS) + (random.chance(78) ? random.pick(GIVEN_WORDS) : '')
}

/** GB 11643: division code, birth date, sequence number (odd for men), ISO 7064 MOD 11-2 check character. */
function nationalId(code: string, birth: string, female: boolean, random: SeededRandom): string {
  const sequence = random.below(500) * 2 + (female ? 0 : 1)
  const body = code + birth.replaceAll('-', '') + digits(sequence, 3)
  let sum = 0
  for (let at = 0; at < body.length; at++) sum = ((sum + Number(body[at])) * 2) % 11
  return body + '0123456789X'[(12 - sum) % 11]
}

function address(districts: readonly string[], random: SeededRandom): string {
  const house = `${random.pick(districts)}${random.pick(STREETS)}${1 + random.below(1200)}号`
  if (random.chance(20)) return house
  return `${house}${random.pick(ESTATES)}${1 + random.below(30)}栋${1 + random.below(32)}0${1 + random.below(4)}室`
}

function tags(random: SeededRandom): string {
  if (random.chance(40)) return ''
  const first = random.pick(TAGS)
  return random.chance(50) ? first : `${first}|${random.pick(TAGS)}`
}

/** Quoted whenever it is there, with commas, line feeds and doubled quotes inside. */
function remark(random: SeededRandom): string {
  if (random.chance(45)) return ''
  let text = random.pick(REMARKS)
  if (random.chance(40)) text += `${random.chance(50) ? '\n' : ', '}${random.pick(REMARKS)}`
  if (random.chance(15)) text += `, 回访 ${random.pick(MOBILE_STARTS)}${digits(random.below(100_000_000), 8)}`
  return `"${text.replaceAll('"', '""')}"`
}

function timeAt(day: number, random: SeededRandom): string {
  const second = 9 * 3600 + random.below(13 * 3600)
  const part = (value: number): string => digits(value, 2)
  return `${dateAt(day)} ${part(Math.floor(second / 3600))}:${part(Math.floor(second / 60) % 60)}:${part(second % 60)}`
}

function dateAt(time: number): string {
  const date = new Date(time)
  return `${date.getUTCFullYear()}-${digits(date.getUTCMonth() + 1, 2)}-${digits(date.getUTCDate(), 2)}`
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
