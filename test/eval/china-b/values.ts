import type { Random } from '../own/random.ts'
import { joined, luhn, type Make, mixed, number, one, sparse } from '../own/values.ts'

/** Cells as Chinese line-of-business systems export them: invented people, right check digits. */
export const w = (text: string): Make => one(...text.split('|'))

/** `#` is a digit, `^` a small letter, `@` a capital. */
export const p =
  (form: string): Make =>
  (random) =>
    form.replace(/[#^@]/g, (sign) =>
      sign === '#'
        ? random.digits(1)
        : random.letters(1, sign === '^' ? 'abcdefghijkmnpqrstuvwxyz' : 'ABCDEFGHJKLMNPRSTUVWXY'),
    )

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯曾程潘袁于董余苏叶魏蒋田杜姜钱汤尹黎易',
  '欧阳',
  '上官',
]
const GIVEN =
  '伟|芳|娜|敏|静|丽|强|军|洋|勇|艳|杰|涛|明|超|霞|平|桂英|玉兰|建国|秀珍|海燕|志明|雪梅|小红|文博|梓萱|欣怡|宇航|俊熙|雨桐|佳怡|思琪|嘉豪|晓东|春华|丽萍|国强|振宇|美玲|燕|鑫|鹏飞|立新'.split(
    '|',
  )
export const name: Make = (random) => random.pick(SURNAMES) + random.pick(GIVEN)
export const titled: Make = (random) =>
  random.pick(SURNAMES) + random.pick(['先生', '女士', '女士', '姐', '总'])
export const looseName = mixed(0.75, name, titled)
export const childName: Make = (random) =>
  random.pick(SURNAMES) +
  random.pick('梓涵|一诺|沐宸|语桐|若汐|浩轩|子墨|依依|可馨|奕辰|诗琪|铭泽'.split('|'))
export const nick = mixed(
  0.75,
  w(
    '小鹿乱撞|A阿珍水果店|清风徐来|豆豆妈|Lucky🍀|一米阳光|大头|Sunny|静待花开|琪琪妈妈|三石|momo|平安是福|老杨|北岛|^_^|夏天的风|甜甜圈|奔跑的蜗牛|荷塘月色',
  ),
  joined('', w('晨|果果|橙子|Amy|阿强|小小|米粒'), w('🌸|妈妈|同学|_88|在路上|')),
)

const PREFIXES =
  '130 131 133 135 136 137 138 139 145 150 151 152 155 157 158 159 166 173 175 176 177 178 180 182 183 185 186 187 188 189 191 195 198 199'.split(
    ' ',
  )
export const mobile: Make = (random) => random.pick(PREFIXES) + random.digits(8)
export const maskedMobile: Make = (random) => `${random.pick(PREFIXES)}****${random.digits(4)}`
const spaced: Make = (random) => `${random.pick(PREFIXES)} ${random.digits(4)} ${random.digits(4)}`
const dashed: Make = (random) => `${random.pick(PREFIXES)}-${random.digits(4)}-${random.digits(4)}`
export const looseMobile = mixed(0.8, mobile, mixed(0.5, spaced, dashed))
export const landline = mixed(0.4, p('021-6#######'), mixed(0.5, p('0512-6#######'), p('0571-8#######')))
export const hotline = w('400-820-6617|400-820-6617|0512-65230088|0512-68091122|025-84410077')
export const mail: Make = joined(
  '@',
  mixed(0.5, p('^^^^^##'), joined('.', w('li|wang|chen|zhou|liu|xu'), p('^^^^'))),
  w('mail.example.com|example.com|example.org|post.example.net'),
)
export const wechat = mixed(0.3, p('wxid_##^^####^^####'), mixed(0.6, p('^^^^_####'), p('^^^^^^##')))

const REGIONS =
  '110108 120103 130102 210203 310104 320106 320508 330106 340104 350203 370202 410105 420106 430104 440305 500103 510107 610113'.split(
    ' ',
  )
const two = (value: number): string => String(value).padStart(2, '0')
function resident(random: Random, from: number, to: number): string {
  const birth = `${random.between(from, to)}${two(random.between(1, 12))}${two(random.between(1, 28))}`
  const body = random.pick(REGIONS) + birth + random.digits(3)
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return body + '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11]
}
export const adultId: Make = (random) => resident(random, 1952, 2004)
export const childId: Make = (random) => resident(random, 2019, 2022)
export const maskedId: Make = (random) => adultId(random, 0).replace(/(?<=^.{4}).{10}/, '**********')

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'
export const creditCode: Make = (random) => {
  const organ = random.digits(8)
  const rest = 11 - ([3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, by, at) => sum + by * Number(organ[at]), 0) % 11)
  const check = rest === 10 ? 'X' : String(rest % 11)
  const body = `91${random.pick(REGIONS)}${organ}${check}`
  let power = 1
  let sum = 0
  for (const sign of body) {
    sum += CREDIT.indexOf(sign) * power
    power = (power * 3) % 31
  }
  return body + CREDIT[(31 - (sum % 31)) % 31]
}

export const bankCard: Make = (random) =>
  luhn(random.pick(['621700', '622848', '622202', '621483', '621226', '622588']) + random.digits(12))
export const plate = mixed(
  0.8,
  joined('', w('苏A|苏E|浙A|沪B|沪C|皖A|粤B'), p('@####')),
  joined('', w('苏AD|苏ED|浙AD|沪AF'), p('#####')),
)

const VIN_VALUES: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ABCDEFGH', ...'JKLMN', 'P', 'R', ...'STUVWXYZ'].map((letter, at) => [
    letter,
    [1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 7, 9, 2, 3, 4, 5, 6, 7, 8, 9][at] ?? 0,
  ]),
)
export const vin: Make = (random) => {
  const head = random.pick(['LSVAM418', 'LFV2A21K', 'LGBH52E0', 'LVGBH40K', 'LBEHDAEB', 'LHGCP168'])
  const tail = random.letters(1, 'EFGHJKLMNP') + random.letters(1, 'ANRS2') + random.digits(6)
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const sum = [...`${head}0${tail}`].reduce(
    (total, sign, at) => total + (VIN_VALUES[sign] ?? Number(sign)) * (weights[at] ?? 0),
    0,
  )
  return head + '0123456789X'[sum % 11] + tail
}

const districts = w(
  '江苏省苏州市吴中区|江苏省南京市鼓楼区|浙江省杭州市西湖区|上海市徐汇区|安徽省合肥市蜀山区|广东省深圳市南山区',
)
const roads = w('东吴北路|中山北路|文三路|漕溪路|望江西路|科苑路|人民路|长江路')
const door = joined(
  '',
  number(1, 30),
  w('栋|幢|号楼'),
  number(1, 4),
  w('单元'),
  number(1, 24),
  w('01|02|03|04'),
  w('室|'),
)
const estate = w('锦绣花园|万科城|翡翠湾|阳光里小区|东方家园')
export const address = mixed(
  0.7,
  joined('', districts, roads, number(1, 400), w('号'), estate, door),
  joined('', districts, estate, door),
)
export const home = joined(
  '',
  number(1, 24),
  w('幢'),
  number(1, 4),
  w('单元'),
  number(1, 18),
  w('01|02|03'),
  w('室'),
)

/** A day without leading zeros, as Excel shows it: 2024/3/5, 2024.3.5, 2024年3月5日. */
export const loose =
  (from: number, to: number, mark = '/'): Make =>
  (random) => {
    const [year, month, date] = [random.between(from, to), random.between(1, 12), random.between(1, 28)]
    return mark === '年' ? `${year}年${month}月${date}日` : [year, month, date].join(mark)
  }
export const minute: Make = (random) =>
  `${loose(2024, 2025)(random, 0)} ${random.between(8, 21)}:${two(random.between(0, 59))}`

export const company = w(
  '苏州恒泰机电有限公司|南京云图信息科技有限公司|杭州绿源食品有限公司|上海申联物流有限公司|合肥中科电子有限公司|无锡鼎盛建材有限公司',
)

/** Remarks of the trade; in some of the rows with somebody's name and number in them. */
export const remarks = (plain: string, telling: string, share = 0.12): Make =>
  mixed(
    share,
    (random, row) =>
      w(telling)(random, row).replace('1##', mobile(random, row)).replace('NN', name(random, row)),
    w(plain),
  )
export const few = (make: Make): Make => sparse(0.4, make)
export const most = (make: Make): Make => sparse(0.85, make)
