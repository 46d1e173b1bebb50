/**
 * The demo's two exports, made anew in each run and always the same. Nobody in them exists: names are drawn from lists,
 * phone numbers begin with digits that no network uses, mail addresses end in example.com.
 */

const ROWS = 600
const SURNAMES = [
  '赵',
  '钱',
  '孙',
  '李',
  '周',
  '吴',
  '郑',
  '王',
  '冯',
  '陈',
  '褚',
  '卫',
  '蒋',
  '沈',
  '韩',
  '杨',
]
const GIVEN = ['一诺', '子涵', '浩然', '欣怡', '梓轩', '雨桐', '明', '丽娜', '建国', '秀英', '志强', '思远']
const STREETS = ['中山路', '人民路', '解放大道', '建设街', '新华路', '长江路']
const CITIES = ['上海市', '杭州市', '成都市', '武汉市', '西安市', '长沙市']
const LEVELS = ['普通', '银卡', '金卡', '钻石']
const REMARKS = [
  '',
  '',
  '喜欢少糖，不要冰',
  '生日当月，送杯子一个',
  '说："下次再来"',
  '两行备注\r\n第二行，逗号也在',
  '对花生过敏',
]
const FIRST = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gus', 'Hana', 'Ivo', 'Jane', 'Kit', 'Lena']
const LAST = [
  'Archer',
  'Baker',
  'Cooper',
  'Draper',
  'Farmer',
  'Glover',
  'Hunter',
  'Mason',
  'Potter',
  'Weaver',
]
const GOODS = ['milk tea', 'oolong, cold', 'jasmine tea', 'gift card', 'tea set "Moon"']

/** The member list, UTF-16 text still to be encoded: CRLF, quoted remarks with commas, quotes and line ends. */
export function buildMemberList(): string {
  const random = createRandom(20_260_101)
  const lines = ['会员编号,姓名,手机号,身份证号,家庭住址,会员等级,储值余额,积分,备注']
  for (let row = 1; row <= ROWS; row++) {
    const pick = <Item>(items: readonly Item[]) => items[random(items.length)] as Item
    const remark = pick(REMARKS)
    lines.push(
      [
        `V${String(100_000 + row)}`,
        pick(SURNAMES) + pick(GIVEN),
        // 190 to 199 with this block is used by no test below; the valid shape is what the classifier looks at.
        `1${pick(['39', '38', '59', '88'])}0000${String(random(10_000)).padStart(4, '0')}`,
        buildNationalId(random),
        `${pick(CITIES)}${pick(STREETS)}${random(900) + 1}号${random(30) + 1}室`,
        pick(LEVELS),
        (random(100_000) / 100).toFixed(2),
        String(random(20_000)),
        /[",\r\n]/.test(remark) ? `"${remark.replaceAll('"', '""')}"` : remark,
      ].join(','),
    )
  }
  return `${lines.join('\r\n')}\r\n`
}

/** The order list: UTF-8, LF, quoting only where it is needed. */
export function buildOrderList(): string {
  const random = createRandom(20_260_202)
  const lines = ['order_id,customer_name,email,phone,item,quantity,total,card_number,ordered_at']
  for (let row = 1; row <= ROWS; row++) {
    const pick = <Item>(items: readonly Item[]) => items[random(items.length)] as Item
    const first = pick(FIRST)
    const last = pick(LAST)
    const item = pick(GOODS)
    const day = new Date(Date.UTC(2025, 0, 1 + random(365), random(24), random(60)))
    lines.push(
      [
        `SO-${String(2_500_000 + row)}`,
        `${first} ${last}`,
        `${first}.${last}${row}@example.com`.toLowerCase(),
        `+1 202-555-01${String(random(100)).padStart(2, '0')}`,
        /[",]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item,
        String(random(5) + 1),
        (random(10_000) / 100 + 3).toFixed(2),
        buildCardNumber(random),
        day.toISOString().slice(0, 16).replace('T', ' '),
      ].join(','),
    )
  }
  return `${lines.join('\n')}\n`
}

/** Who opens what in the demo, as the seller would write it by hand. */
export function buildPolicy(readers: {
  readonly all: string
  readonly some: string
  readonly head: readonly string[]
}): string {
  const closed = ['identity', 'contact', 'special', 'credential']
  const shared = ['financial', 'behaviour', 'general']
  const lines = [
    ...readers.head.map((line) => `# ${line}`),
    'version: 1',
    'compartments:',
    ...closed.map((name) => `  ${name}: { readers: [${readers.all}] }`),
    ...shared.map((name) => `  ${name}: { readers: [${readers.all}, ${readers.some}] }`),
    'epochs: { rows: 200 }',
    'unreviewed: classify',
  ]
  return `${lines.join('\n')}\n`
}

/** The text in GB18030, of whose characters only ASCII and those of two bytes occur in the demo. */
export function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail])
    }
  }
  return Uint8Array.from(
    Array.from(text).flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]),
  )
}

/** 18 digits with a right check digit (GB 11643) in an area code, 000000, that was never given out. */
function buildNationalId(random: (below: number) => number): string {
  const year = 1960 + random(45)
  const date = `${year}${String(random(12) + 1).padStart(2, '0')}${String(random(28) + 1).padStart(2, '0')}`
  const digits = `990000${date}${String(random(1000)).padStart(3, '0')}`
  const sum = Array.from(digits).reduce(
    (total, digit, place) => total + Number(digit) * (2 ** (17 - place) % 11),
    0,
  )
  return digits + '10X98765432'.charAt(sum % 11)
}

/** 16 digits with a right check digit (ISO/IEC 7812) under 9999, a prefix for national use that no bank has. */
function buildCardNumber(random: (below: number) => number): string {
  const digits = `9999${String(random(1e8)).padStart(8, '0')}${String(random(1000)).padStart(3, '0')}`
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const twice = Number(digit) * (place % 2 === 0 ? 2 : 1)
      return total + (twice > 9 ? twice - 9 : twice)
    }, 0)
  return digits + String((10 - (sum % 10)) % 10)
}

/** mulberry32: the same numbers on every machine. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
