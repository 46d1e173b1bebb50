import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from '../unseen/values.ts'

const { p, w } = v
const staff = { hard: 'staff' } as const

/** Chinese trades again, none of them in a set before. */
export const chinaTables: readonly OwnTable[] = [
  {
    file: '逾期客户委外名单.csv',
    delimiter: ',',
    source: 'lender, cases for collection',
    columns: [
      c('合同号', 'order-id', p('HT2024######')),
      c('借款人姓名', 'person-name', o.chineseName),
      c('借款人证件号', 'national-id', o.chineseId),
      c('本人电话1', 'mobile', o.mobile),
      c('家庭住址', 'postal-address', o.chineseAddress),
      c('工作单位', 'company-name', w('腾云科技有限公司|宏达商贸有限公司|个体'), { unscored: true }),
      c('单位座机', 'landline', o.sparse(0.5, v.landline), { also: ['business-phone'] }),
      c('联系人1关系', 'category', w('配偶|父母|同事')),
      c('联系人1手机', 'mobile', o.mobile),
      c('剩余本金', 'amount', o.money, { also: ['stored-balance'] }),
      c('逾期天数', 'quantity', o.number(30, 400)),
      c('人行征信分', 'measure', o.number(350, 850), { unscored: true }),
      c('还款账户', 'bank-card', o.unionPay, { also: ['bank-account'] }),
      c(
        '催记',
        'free-text-pii',
        o.mixed(0.3, o.joined('', w('其妻接听，留新号'), o.mobile), w('无人接听|承诺月底还')),
        { hard: 'few-pii-values' },
      ),
      c('委案日期', 'date', o.day(2024, 2025)),
    ],
  },
  {
    file: '出境团队名单表.csv',
    delimiter: ',',
    source: 'travel agency, the list for the border',
    columns: [
      c('序', 'row-id', v.sequence(1), { also: ['quantity'] }),
      c('中文姓名', 'person-name', o.chineseName),
      c('汉语拼音', 'person-name', w('HAN ZHIQIANG|YU LIJUAN|DONG WENBIN|CAO YAJING|FENG CHENXI')),
      c('出生地', 'region', w('江苏|辽宁|福建')),
      c('护照号码', 'passport', p('E########')),
      c('签发地点及日期', 'id-document', o.joined(' ', w('江苏|辽宁'), o.day(2018, 2024)), {
        unscored: true,
        also: ['date', 'category', 'free-text', 'region', 'free-text-pii'],
      }),
      c('护照有效期', 'date', o.day(2026, 2034)),
      c('分房', 'category', w('1|2|3'), { also: ['code', 'quantity'] }),
      c('饮食禁忌', 'health-data', w('无|清真|素食|海鲜过敏')),
      c('领队', 'person-name', w('程雅静|董文斌'), staff),
      c('紧急联系人', 'free-text-pii', o.joined('', o.chineseName, o.mobile), { hard: 'combined' }),
      c('团费', 'amount', w('8999|12800')),
    ],
  },
  {
    file: '读者信息.csv',
    delimiter: ',',
    source: 'library',
    columns: [
      c('读者证号', 'member-no', p('SZ00######')),
      c('读者姓名', 'person-name', o.chineseName),
      c('读者类型', 'category', w('普通读者|少儿读者|残疾读者'), { unscored: true }),
      c('证件押金', 'amount', w('100|0')),
      c('移动电话号码', 'mobile', o.mobile),
      c('初始口令', 'password', p('######')),
      c('在借册数', 'quantity', o.number(0, 8)),
      c('违约金', 'amount', w('0.00|1.20')),
      c('办证馆', 'store-name', w('总馆|园区分馆'), { also: ['category'] }),
      c('人脸照', 'biometric', p('face/~~~~~~~~.jpg'), { also: ['photo-url'] }),
      c('最近借阅书名', 'product-name', w('三体|活着|抑郁症自救手册'), {
        unscored: true,
        also: ['category', 'health-data'],
      }),
    ],
  },
  {
    file: '献血者档案.csv',
    delimiter: ',',
    source: 'blood bank',
    columns: [
      c('献血者编号', 'medical-id', p('XX######'), {
        also: ['customer-id', 'code', 'member-no'],
        unscored: true,
      }),
      c('献血者', 'person-name', o.chineseName),
      c('证件号码', 'national-id', o.chineseId),
      c('ABO', 'health-data', w('A|B|O|AB'), { also: ['category'] }),
      c('RhD', 'health-data', w('阳性|阴性'), { also: ['category'] }),
      c('ALT(U/L)', 'health-data', p('2#'), { also: ['measure', 'quantity'] }),
      c('HIV初筛', 'health-data', w('阴性|阴性|有反应')),
      c('献血量(ml)', 'quantity', w('200|400'), { unscored: true, also: ['health-data', 'measure'] }),
      c('屏蔽原因', 'health-data', w('||转氨酶偏高|梅毒阳性')),
      c('采血护士', 'person-name', o.staffName, staff),
      c('下次可献日期', 'date', o.day(2025, 2026)),
      c('联系手机', 'mobile', o.mobile),
    ],
  },
  {
    file: 'cz_order.csv',
    delimiter: ',',
    source: 'ride hailing, abbreviations',
    columns: [
      c('ddh', 'order-id', p('CZ2025########')),
      c('ckxm', 'person-name', v.titledName, { hard: 'pinyin-initials' }),
      c('cksjh', 'mobile', o.mobile, { hard: 'pinyin-initials' }),
      c('scd', 'postal-address', o.chineseAddress, { hard: 'pinyin-initials' }),
      c('scjd', 'geo-coordinates', o.coordinate(118, 121), {
        hard: 'pinyin-initials',
        also: ['measure', 'amount'],
      }),
      c('scwd', 'geo-coordinates', o.coordinate(30, 32), {
        hard: 'pinyin-initials',
        also: ['measure', 'amount'],
      }),
      c('cph', 'plate-number', v.plate),
      c('sjxm', 'person-name', o.staffName, { hard: 'pinyin-initials' }),
      c('je', 'amount', o.money),
      c('xdsj', 'date', o.time),
      c('pj', 'category', w('好评|差评|'), { also: ['free-text'] }),
    ],
  },
]
