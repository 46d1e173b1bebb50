import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from '../unseen/values.ts'
import * as a from './values.ts'

const { p, w } = v
const staff = { hard: 'staff' } as const
const few = { hard: 'few-pii-values' } as const
const childFirst = w('Bảo An|Gia Huy|Minh Châu|Khánh Linh|Đức Anh|Phương Vy|Nhật Minh|Hà My')

/** Japan, Korea, Taiwan and Vietnam. */
export const asiaTables: readonly OwnTable[] = [
  {
    file: '顧客車両台帳.csv',
    delimiter: ',',
    source: 'Japanese car repair shop',
    columns: [
      c('顧客コード', 'customer-id', p('00####')),
      c('顧客名', 'person-name', a.japaneseName, { hard: 'mixed', also: ['company-name'] }),
      c('フリガナ', 'person-name', a.japaneseKana),
      c('郵便番号', 'postal-code', o.mixed(0.7, p('350-00##'), p('35000##'))),
      c('住所', 'postal-address', v.street('埼玉県川越市<S>2-<N>-5', '新宿町', '南台', '砂新田')),
      c('自宅TEL', 'landline', o.sparse(0.6, p('049-200-####'))),
      c('携帯TEL', 'mobile', o.sparse(0.8, o.mixed(0.8, p('090-3###-####'), p('0805#######')))),
      c('車名', 'product-name', w('プリウス|ハイエース|N-BOX|タント|フィット')),
      c(
        '登録番号',
        'plate-number',
        o.joined(' ', w('川越|所沢|熊谷'), w('300|500|580'), w('あ|さ|な|ふ'), p('##-##')),
      ),
      c('車台番号', 'vin', o.joined('-', w('ZVW30|JF3|LA600S|GK3'), p('#######'))),
      c('初度登録年月', 'date', o.joined('.', w('H25|H28|H30|R2|R4'), w('03|06|11'))),
      c('車検満了日', 'date', o.joined('/', w('R7|R8|R9'), w('02|05|09|12'), w('10|18|27'))),
      c('担当者', 'person-name', w('関口|大野|吉沢'), { ...staff, also: ['family-name'] }),
      c('部品仕入先', 'company-name', w('武蔵部品商会|関東オートパーツ㈱||')),
      c('DM区分', 'category', w('1:発送可|1:発送可|2:不要')),
    ],
  },
  {
    file: '렌터카_계약현황_202511.csv',
    delimiter: ',',
    source: 'Korean car rental',
    columns: [
      c('계약번호', 'order-id', o.joined('-', w('R251101|R251108|R251119'), p('0##'))),
      c('임차인', 'person-name', a.koreanName),
      c('생년월일(6자리)', 'birth-date', a.date(1962, 2003, 'yymmdd')),
      c('운전면허번호', 'id-document', a.koreanLicence),
      c('휴대폰', 'mobile', a.koreanMobile),
      c(
        '임차인 주소',
        'postal-address',
        v.street('경기도 수원시 팔달구 <S> <N>', '정조로', '인계로', '매산로'),
      ),
      c('차종', 'product-name', w('아반떼 CN7|K5 DL3|카니발|레이')),
      c('대여일시', 'date', a.date(2025, 2025, 'yyyy.11.dd HH:MM')),
      c('대여지점', 'store-name', w('수원역점|동탄점')),
      c('총대여료', 'amount', o.joined(',', a.sum(60, 990, ','), w('000|000|500'))),
      c('자차보험', 'category', w('일반자차|완전자차|미가입')),
      c(
        '보증금 환불계좌',
        'bank-account',
        o.sparse(0.5, o.joined(' ', w('국민|신한|농협'), p('110-###-######'))),
        { also: ['free-text-pii'] },
      ),
      c('제휴보험사 콜센터', 'business-phone', w('1588-5114|1544-0114|1566-8000')),
      c('반납여부', 'boolean', w('Y|Y|N')),
      c(
        '비고',
        'free-text-pii',
        o.mixed(
          0.15,
          o.joined(' ', w('사고접수, 상대방'), a.koreanName, p('010-8###-####')),
          w('|||하이패스 정산 완료|카시트 1'),
        ),
        few,
      ),
    ],
  },
  {
    file: '訂單報表_20260301-0331.csv',
    delimiter: ',',
    source: 'SHOPLINE orders, Taiwan (composed)',
    columns: [
      c('訂單號碼', 'order-id', p('202603##########')),
      c('訂單日期', 'date', a.date(2026, 2026, 'yyyy-03-dd HH:MM:SS')),
      c('顧客', 'person-name', a.taiwanName),
      c(
        '電郵',
        'email',
        a.mailOf(
          'yijun.chen|linchihao|huang_yt|may0913|kuanyu|pshan.li|j.j.cheng',
          'example.com|example.org|mail.example',
        ),
      ),
      c('信用卡末四碼', 'card-last4', o.sparse(0.6, p('####'))),
      c('付款總金額', 'amount', a.sum(299, 6800, ',')),
      c('收件人', 'person-name', a.taiwanName),
      c('收件人電話號碼', 'mobile', a.taiwanMobile),
      c('送貨方式', 'category', w('7-11 取貨不付款|全家取貨付款|黑貓宅配')),
      c(
        '完整地址',
        'postal-address',
        o.sparse(0.4, v.street('新北市板橋區<S><N>號5樓', '文化路一段', '中山路二段', '民生路三段')),
      ),
      c('報關實名身分證字號', 'national-id', o.sparse(0.3, o.taiwanId)),
      c('統一編號', 'unified-social-credit-code', o.sparse(0.2, a.taiwanCompany)),
      c('商品名稱', 'product-name', w('保濕精華液 30ml|純棉寬褲 (黑/M)|手沖咖啡禮盒')),
      c('商品貨號', 'sku', p('?#-00###-M')),
      c(
        '訂單備註',
        'free-text-pii',
        o.mixed(
          0.15,
          o.joined('', w('請改送隔壁，聯絡'), a.taiwanName, p('09########')),
          w('||請附提袋|管理室代收'),
        ),
        few,
      ),
    ],
  },
  {
    file: 'DS_HocVien_AnhNgu_2025.csv',
    delimiter: ',',
    source: 'Vietnamese English school for primary pupils',
    columns: [
      c('Mã HV', 'customer-id', p('HV25####')),
      c('Họ tên học viên', 'person-name', o.joined(' ', w('Nguyễn|Trần|Lê|Phạm|Vũ|Đặng'), childFirst), {
        child: true,
      }),
      c('Ngày sinh HV', 'birth-date', a.date(2014, 2019, 'dd/mm/yyyy'), { child: true }),
      c('Giới tính', 'gender', w('Nam|Nữ')),
      c('Lớp', 'category', w('Starters 2A|Movers 1B|Flyers 3C'), { also: ['product-name'] }),
      c('Trường đang học', 'company-name', w('TH Kim Đồng|TH Lê Văn Tám|TH Nguyễn Du'), {
        child: true,
        also: ['category'],
        unscored: true,
      }),
      c('Họ tên phụ huynh', 'person-name', a.vietnameseName),
      c('SĐT phụ huynh', 'mobile', a.vietnamMobile),
      c('CCCD phụ huynh', 'national-id', o.sparse(0.4, a.citizenCard)),
      c(
        'Địa chỉ',
        'postal-address',
        v.street('<N> <S>, Hải Châu, Đà Nẵng', 'Lê Duẩn', 'Nguyễn Văn Linh', 'Ông Ích Khiêm'),
      ),
      c('Dị ứng / sức khỏe', 'health-data', w('|||Dị ứng hải sản|Hen suyễn|Không'), { child: true }),
      c('Học phí', 'amount', w('2.400.000|3.600.000|4.850.000|7.200.000')),
      c('Còn nợ', 'amount', w('0|0|1.200.000|3.500.000')),
      c('Ngày khai giảng', 'date', a.date(2025, 2025, 'dd/mm/yyyy')),
      c('Giáo viên phụ trách', 'person-name', w('Cô Thu Hà|Ms. Karen|Thầy Quân'), staff),
    ],
  },
]
