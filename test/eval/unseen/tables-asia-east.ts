import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from './values.ts'

const { p, w } = v
const mail = o.mail

/** Korea, Japan, Vietnam, Thailand, Indonesia. */
export const eastAsianTables: readonly OwnTable[] = [
  {
    file: '스마트스토어_주문.csv',
    delimiter: ',',
    source: 'Naver Smart Store order export, header as published',
    columns: [
      c('상품주문번호', 'order-id', p('2025############')),
      c('배송방법', 'category', w('택배,등기,소포|방문수령')),
      c('택배사', 'category', w('CJ대한통운|롯데택배'), { also: ['company-name'] }),
      c('송장번호', 'tracking-no', p('5###########')),
      c('구매자명', 'person-name', o.koreanName),
      c('구매자ID', 'username', p('^^^^****'), { hard: 'masked', also: ['customer-id'] }),
      c('수취인명', 'person-name', o.koreanName),
      c('옵션정보', 'category', w('색상: 블랙 / 사이즈: M|용량: 500g'), {
        also: ['product-name', 'free-text'],
      }),
      c('수취인연락처1', 'mobile', p('010-0000-####'), { also: ['phone'] }),
      c(
        '통합배송지',
        'postal-address',
        o.streetOf('서울특별시 마포구 S N, 101동 1203호', '월드컵로', '양화로', '백범로'),
      ),
      c('배송메세지', 'free-text', w('문 앞에 놔주세요|||부재 시 경비실')),
      c('개인통관고유부호', 'id-document', o.sparse(0.3, p('P############')), {
        also: ['national-id', 'tax-id'],
      }),
      c('결제일', 'date', v.stamp('DATE hh:mm:ss')),
      c('정산예정금액', 'amount', o.number(8000, 90000)),
      c(
        '환불계좌',
        'free-text-pii',
        o.sparse(0.2, o.joined(' ', w('국민|신한'), p('123-##-######'), o.koreanName)),
        { hard: 'combined', also: ['bank-account'] },
      ),
      c('주문 유입경로', 'category', w('네이버쇼핑|검색')),
    ],
  },
  {
    file: 'rakuten_order.csv',
    delimiter: ',',
    source: 'Rakuten RMS orders: numbers and names in pieces',
    columns: [
      c('注文番号', 'order-id', p('301234-202508##-########')),
      c('注文日時', 'date', v.stamp('DATE hh:mm:ss')),
      c('注文者名字', 'family-name', w('鈴木|渡辺|山本|小林'), { also: ['person-name'] }),
      c('注文者名前', 'given-name', w('翔太|結衣|大輔|陽子'), { also: ['person-name'] }),
      c('注文者名字フリガナ', 'family-name', w('スズキ|ワタナベ|ヤマモト'), { also: ['person-name'] }),
      c('注文者郵便番号１', 'postal-code', p('1##'), { also: ['code', 'quantity'] }),
      c('注文者住所：都道府県', 'region', w('東京都|大阪府|愛知県')),
      c('注文者住所：町以降', 'postal-address', o.streetOf('S3-N-2', '緑町', '桜台', '中央')),
      c('注文者電話番号１', 'phone', w('090|080|03'), {
        unscored: true,
        hard: 'in-pieces',
        also: ['code', 'category'],
      }),
      c('注文者電話番号３', 'phone', p('####'), { unscored: true, hard: 'in-pieces', also: ['code'] }),
      c('クレジットカード番号', 'credit-card', p('****-****-****-####'), {
        hard: 'masked',
        also: ['card-last4'],
      }),
      c('クレジットカード有効期限', 'card-expiry', p('20##/0#')),
      c('送付先氏名', 'person-name', o.kanjiName),
      c('楽天会員フラグ', 'boolean', w('0|1'), { hard: 'trap-header' }),
      c('ポイント利用額', 'points-balance', o.number(0, 500), { also: ['amount'] }),
      c('商品管理番号', 'sku', p('mug-##')),
      c(
        'ひとことメモ',
        'free-text-pii',
        o.mixed(0.04, o.joined('', w('日中連絡先 '), p('080-0000-####')), w('|||のし希望')),
        { hard: 'few-pii-values' },
      ),
    ],
  },
  {
    file: 'DanhSachKhachHang.csv',
    delimiter: ',',
    source: 'KiotViet customer export (composed from published headers)',
    columns: [
      c('Loại khách', 'category', w('Cá nhân|Công ty')),
      c('Chi nhánh tạo', 'store-name', w('Chi nhánh trung tâm|Quận 7'), { also: ['region'] }),
      c('Mã khách hàng', 'customer-id', p('KH00####')),
      c(
        'Tên khách hàng',
        'person-name',
        v.full('Nguyễn Thị|Trần Văn|Lê Minh|Phạm Thu', 'Hoa|Hùng|Anh|Trang|Dũng'),
      ),
      c('Điện thoại', 'phone', p('09########'), { also: ['mobile'] }),
      c('Địa chỉ', 'postal-address', o.streetOf('N đường S, P. Tân Phú', 'Lê Lợi', 'Nguyễn Trãi')),
      c('Phường/Xã', 'region', w('Phường 5|Xã Tân Kiên')),
      c('Mã số thuế', 'tax-id', o.sparse(0.1, p('03########')), {
        unscored: true,
        in: 'general',
        open: true,
      }),
      c('Số CMND/CCCD', 'national-id', p('0790########')),
      c('Ngày sinh', 'birth-date', o.day(1960, 2004, 'D/M/Y')),
      c('Facebook', 'social-account', o.sparse(0.3, p('fb.com/^^^^^.##')), { also: ['url'] }),
      c('Nhóm khách hàng', 'category', w('Khách lẻ|Sỉ')),
      c('Nợ cần thu hiện tại', 'amount', o.number(0, 900000)),
      c('Điểm hiện tại', 'points-balance', o.number(0, 500)),
      c('Ghi chú', 'free-text', w('|||khách quen|giao buổi sáng')),
      c('Giới tính', 'gender', w('Nam|Nữ')),
    ],
  },
  {
    file: 'รายชื่อสมาชิก.csv',
    delimiter: ',',
    source: 'Thai pharmacy members',
    columns: [
      c('ลำดับ', 'row-id', v.sequence(1)),
      c('ชื่อ-นามสกุล', 'person-name', v.full('สมชาย|สุภาพร|ณัฐพงษ์|กัญญา|วิชัย', 'ใจดี|ศรีสุข|บุญมา|ทองคำ'), {
        also: ['free-text-pii'],
      }),
      c('เลขบัตรประชาชน', 'national-id', v.thaiId),
      c('เบอร์โทรศัพท์', 'mobile', p('08#-###-####'), { also: ['phone'] }),
      c('อีเมล', 'email', mail),
      c('ที่อยู่', 'postal-address', o.streetOf('N/12 ถ.S แขวงบางรัก', 'สุขุมวิท', 'พระราม 4'), {
        also: ['free-text-pii'],
      }),
      c('จังหวัด', 'region', w('กรุงเทพมหานคร|เชียงใหม่')),
      c('วันเกิด', 'birth-date', o.day(1950, 2003, 'D/M/Y')),
      c('โรคประจำตัว', 'health-data', w('|เบาหวาน|ความดันโลหิตสูง|หอบหืด')),
      c('แพ้ยา', 'health-data', w('|เพนิซิลลิน|ซัลฟา')),
      c('เลขที่บัญชี', 'bank-account', p('###-#-#####-#')),
      c('ยอดซื้อสะสม', 'amount', o.money),
      c('แต้มคงเหลือ', 'points-balance', o.number(0, 900), { also: ['quantity'] }),
      c('หมายเหตุ', 'free-text', w('|||ลูกค้าประจำ|โทรก่อนส่ง'), { also: ['category'] }),
    ],
  },
  {
    file: 'Order.all.20250801.csv',
    delimiter: ',',
    source: 'Shopee Indonesia orders: masked by the platform',
    columns: [
      c('No. Pesanan', 'order-id', p('2508##??????#?')),
      c('Status Pesanan', 'category', w('Selesai|Batal|Sedang Dikirim')),
      c('No. Resi', 'tracking-no', p('SPXID0##########')),
      c('Opsi Pengiriman', 'category', w('Reguler|Hemat')),
      c('SKU Induk', 'sku', p('KAOS-##')),
      c('Nama Produk', 'product-name', w('Kaos Polos Cotton 30s|Gelas Kopi 350ml')),
      c('Total Pembayaran', 'amount', o.number(20000, 300000)),
      c('Catatan dari Pembeli', 'free-text', w('|||warna hitam ya kak')),
      c('Username (Pembeli)', 'username', p('^^^^^^_##')),
      c('Nama Penerima', 'person-name', w('S*****i|A***a|D******o|R*****h|B**i'), { hard: 'masked' }),
      c('No. Telepon', 'phone', p('******##'), { hard: 'masked', also: ['mobile'] }),
      c(
        'Alamat Pengiriman',
        'postal-address',
        v.street('Jl. <S> No. <N>, RT.3/RW.2, ******', 'Merdeka', 'Melati'),
      ),
      c('Kota/Kabupaten', 'region', w('KAB. BOGOR|KOTA BANDUNG')),
      c('Waktu Pembayaran Dilakukan', 'date', v.stamp('DATE hh:mm')),
      c('Jumlah', 'quantity', o.number(1, 4)),
    ],
  },
]
