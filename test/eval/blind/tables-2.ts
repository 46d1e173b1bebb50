import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import { p, w } from '../unseen/values.ts'
import * as b from './values.ts'

/** An insurance agent's ledger and the customers of a pharmacy's old database. */
export const insuranceAndPharmacy: readonly OwnTable[] = [
  {
    file: '代理人客户保单.csv',
    delimiter: ',',
    source: 'insurance agent: ledger of policies (composed)',
    columns: [
      c('保单号', 'order-id', p('P0020203########')),
      c('险种名称', 'product-name', w('平安e生保2024|金瑞人生年金|守护重疾险(至尊版)|少儿教育金|驾乘意外险')),
      c('投保人', 'person-name', b.name),
      c('投保人证件号', 'national-id', o.mixed(0.2, b.maskedId, o.chineseId)),
      c('投保人手机', 'mobile', o.mixed(0.2, o.maskedMobile, o.mobile)),
      c('被保险人', 'person-name', o.mixed(0.15, b.maskedName, b.name)),
      c('与投保人关系', 'category', w('本人|配偶|子女|父母')),
      c('被保人出生日期', 'birth-date', b.date(1958, 2004, 'Y/M/D')),
      c('职业类别', 'job-title', w('1类-内勤|2类-外勤|3类-司机|4类-装修工'), { also: ['category'] }),
      c('年收入(万)', 'income', o.sparse(0.7, w('8|12|15|20|30|45|60'))),
      c('健康告知', 'health-data', w('无异常|无异常|甲状腺结节2级|高血压,服药中|乙肝小三阳|乳腺结节|脂肪肝')),
      c('受益人', 'person-name', o.mixed(0.4, w('法定'), b.name)),
      c('保额', 'amount', w('100000|300000|500000|2000000')),
      c('年缴保费', 'amount', o.money),
      c('缴费期间', 'category', w('10年|20年|趸交|30年'), { also: ['measure'] }),
      c('生效日', 'date', b.date(2017, 2025, 'Y/M/D')),
      c('续期账号', 'bank-card', o.unionPay, { also: ['bank-account'] }),
      c('开户行', 'bank-name', w('建设银行|招商银行|邮储银行|农行')),
      c('保单状态', 'category', w('有效|失效|犹豫期退保|理赔中')),
      c(
        '跟进记录',
        'free-text-pii',
        b.rarely(
          0.2,
          o.joined('', w('老公'), b.name, w(',电话'), o.mobile, w(',想加保')),
          '3月回访,无加保意愿',
          '已送生日礼',
          '',
          '续期提醒已发',
        ),
      ),
    ],
  },
  {
    file: 'YD_KHDA.csv',
    delimiter: ';',
    source: 'pharmacy: legacy table of customers, pinyin initials (composed)',
    columns: [
      c('KHBH', 'customer-id', o.serial('00', 10_045)),
      c('KHXM', 'person-name', b.name),
      c('XB', 'gender', w('男|女|')),
      c('CSNY', 'birth-date', o.sparse(0.8, b.bornOf(1938, 1998, '$1$2'))),
      c('SFZH', 'national-id', o.sparse(0.6, b.idOf(1938, 1998))),
      c('SJHM', 'mobile', o.mixed(0.05, w('0'), o.mobile)),
      c('JTDZ', 'postal-address', o.sparse(0.5, b.house)),
      c('YBKH', 'medical-id', o.sparse(0.6, p('B########'))),
      c('HYKH', 'member-no', p('8800####')),
      c('MBZL', 'health-data', w('|高血压|2型糖尿病|冠心病|高血压,糖尿病|无'), { also: ['category'] }),
      c('YWGMS', 'health-data', w('无|无|青霉素|磺胺类|头孢|不详'), { also: ['category'] }),
      c('LJJF', 'points-balance', o.number(0, 9000)),
      c('LJXFJE', 'amount', o.money),
      c('SCGMRQ', 'date', b.date(2022, 2025, 'YMD')),
      c('SCGMSP', 'product-name', w('阿司匹林肠溶片|感冒灵颗粒|硝苯地平控释片|二甲双胍|维生素C'), {
        unscored: true,
        also: ['health-data'],
      }),
      c('MDBM', 'code', w('M01|M02|M07'), { also: ['store-name'] }),
      c('CZY', 'code', w('0012|0031|admin'), {
        also: ['username', 'person-name'],
        unscored: true,
        hard: 'staff',
      }),
      c('TYBZ', 'boolean', w('0|0|0|1'), { also: ['category'] }),
      c('ZJM', 'code', p('????'), { also: ['free-text'] }),
      c('BZ', 'free-text', w('|||代购|送货上门|会员日来')),
    ],
  },
]
