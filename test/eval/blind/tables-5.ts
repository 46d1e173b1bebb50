import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import { full, p, w } from '../unseen/values.ts'
import * as b from './values.ts'

const JAPANESE_NAMES = '石川|前田|藤井|岡田|長谷川|村上|近藤|坂本'
const KOREAN_NAME = full('신|권|황|안|송|류|홍|전', '유진|태현|소영|승우|미경|은지|준호|혜원', '')

/** A Japanese letting agent and a Korean laundry with pick-up. */
export const lettingsAndLaundry: readonly OwnTable[] = [
  {
    file: '賃貸契約者一覧.csv',
    delimiter: ',',
    source: 'letting agent: tenants (composed)',
    columns: [
      c('契約番号', 'order-id', p('T2024-####')),
      c('物件名', 'free-text', w('グランメゾン青葉|コーポ桜|サンハイツ103|リバーサイド南'), {
        also: ['product-name', 'store-name', 'business-address'],
      }),
      c('部屋番号', 'code', w('101|103|205|302|406')),
      c('契約者氏名', 'person-name', full(JAPANESE_NAMES, '健一|美咲|直樹|恵|裕子|亮', '　')),
      c('フリガナ', 'person-name', full('イシカワ|マエダ|フジイ|オカダ', 'ケンイチ|ミサキ|ナオキ', ' ')),
      c('生年月日', 'birth-date', o.joined('.', p('S5#'), o.number(1, 12), o.number(1, 28))),
      c('携帯番号', 'mobile', o.joined('-', w('070|080|090'), p('####'), p('####'))),
      c('メールアドレス', 'email', o.sparse(0.7, b.mail)),
      c('勤務先', 'company-name', o.one('(株)ミナト商事', '市立病院', '自営業', 'アオバ工業'), {
        also: ['free-text'],
      }),
      c('勤務先TEL', 'business-phone', o.sparse(0.7, p('03-####-####')), {
        unscored: true,
        also: ['landline', 'phone'],
      }),
      c('年収(万円)', 'income', w('280|350|420|600|')),
      c('連帯保証人', 'person-name', o.sparse(0.6, full(JAPANESE_NAMES, '正|和子|茂|洋子', '　'))),
      c('保証人続柄', 'category', w('父|母|兄|配偶者|')),
      c('家賃', 'amount', w('62,000|78,000|95,500')),
      c('敷金', 'amount', w('0|62,000|78,000')),
      c('契約開始日', 'date', b.date(2020, 2025, 'Y/M/D')),
      c('更新区分', 'category', w('自動更新|合意更新|定期借家')),
      c('引落口座番号', 'bank-account', o.sparse(0.8, p('#######'))),
      c('引落銀行', 'bank-name', w('みずほ銀行|ゆうちょ銀行|横浜銀行')),
      c('担当者', 'person-name', o.one('坂本 亮', '近藤 恵'), { hard: 'staff' }),
    ],
  },
  {
    file: '세탁수거_고객주문.csv',
    delimiter: ',',
    source: 'laundry with pick-up: customers and orders (composed)',
    columns: [
      c('주문번호', 'order-id', p('L25########')),
      c('고객명', 'person-name', o.mixed(0.15, o.joined('*', w('신|권|황'), w('진|현|영')), KOREAN_NAME)),
      c('휴대폰번호', 'mobile', o.mixed(0.2, p('010-****-####'), p('010-####-####'))),
      c(
        '수거지 주소',
        'postal-address',
        o.joined(
          ' ',
          w('서울특별시 마포구 월드컵로|부산광역시 해운대구 센텀중앙로'),
          o.number(1, 240),
          p('10#동 1#02호'),
        ),
      ),
      c('우편번호', 'postal-code', p('0####')),
      c('공동현관 비밀번호', 'password', o.sparse(0.7, o.mixed(0.5, p('#####*'), p('#####')))),
      c('품목', 'product-name', w('와이셔츠|패딩|이불(킹)|운동화|코트')),
      c('수량', 'quantity', o.number(1, 9)),
      c('결제금액', 'amount', w('9,900|15,000|32,000')),
      c('결제수단', 'category', w('카카오페이|신용카드|포인트|네이버페이')),
      c('적립금', 'points-balance', o.number(0, 12_000)),
      c(
        '환불계좌',
        'bank-account',
        o.sparse(0.25, o.joined(' ', w('국민|신한|농협'), p('###-######-##-###'))),
      ),
      c('수거일시', 'date', b.moment('Y-M-D')),
      c('배송기사', 'person-name', o.one('송준호', '안태현', '홍승우'), { hard: 'staff' }),
      c('진행상태', 'category', w('수거완료|세탁중|배송완료|취소')),
      c('마케팅 수신동의', 'boolean', w('Y|N')),
      c(
        '요청사항',
        'free-text-pii',
        b.rarely(
          0.15,
          o.joined(' ', w('도착하면 연락주세요|부재시 남편'), p('010-####-####')),
          '',
          '문앞에 놔주세요',
          '얼룩 제거',
          '벨 누르지 마세요',
        ),
      ),
      c('고객센터', 'business-phone', w('1588-0000')),
      c('가입경로', 'category', w('네이버|지인추천|전단지|앱스토어')),
    ],
  },
]
