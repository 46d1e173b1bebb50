import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import { p, plate, w } from '../unseen/values.ts'
import * as b from './values.ts'

/** A pet hospital and a property manager. */
export const petsAndHomes: readonly OwnTable[] = [
  {
    file: '宠主宠物档案.csv',
    delimiter: ',',
    source: 'pet hospital: owners and their animals (composed)',
    columns: [
      c('宠主编号', 'customer-id', o.serial('ZS', 100_231)),
      c('宠主姓名', 'person-name', b.name),
      c('宠主手机', 'mobile', o.mobile),
      c('备用联系方式', 'mobile', o.sparse(0.3, o.mixed(0.8, o.mobile, b.landline))),
      c('微信', 'wechat-id', o.sparse(0.6, o.mixed(0.5, p('wxid_^#^^##^#^^##'), p('^^^^^_####')))),
      c('住址', 'postal-address', o.sparse(0.7, b.house)),
      c('宠物昵称', 'free-text', w('豆豆|奶茶|旺财|布丁|Lucky|年糕|黑米|球球|花卷'), { also: ['nickname'] }),
      c('品种', 'category', w('英短|柯基|金毛|布偶|中华田园猫|比熊|泰迪')),
      c('宠物性别', 'category', w('公|母|公(已绝育)|母(已绝育)'), { also: ['gender'] }),
      c('宠物生日', 'date', o.sparse(0.8, b.date(2012, 2024))),
      c('芯片号', 'code', o.sparse(0.4, p('9560000########')), { also: ['device-id'], unscored: true }),
      c('体重(kg)', 'measure', p('#.#5')),
      c('疫苗到期日', 'date', b.date(2025, 2026, 'Y/M/D')),
      c('主治医生', 'person-name', o.one('顾海燕', '秦博文', '侯静怡'), { hard: 'staff' }),
      c('累计消费', 'amount', o.money),
      c(
        '就诊备注',
        'free-text-pii',
        b.rarely(
          0.15,
          o.joined('', w('主人出差,找她妹妹|接猫打这个电话|寄养联系'), o.mobile),
          '',
          '术后7天拆线',
          '怕吹风机,轻点',
          '对头孢过敏(犬)',
          '已发驱虫提醒',
        ),
      ),
      c('门店电话', 'business-phone', w('0571-86530021|0571-86530022')),
    ],
  },
  {
    file: '业主台账_物业.csv',
    delimiter: ',',
    source: 'property manager: owners (composed)',
    columns: [
      c('房号', 'postal-address', o.joined('-', o.number(1, 18), o.number(1, 2), p('#0#')), {
        unscored: true,
        also: ['code'],
      }),
      c('建筑面积(㎡)', 'measure', p('1##.#8')),
      c('业主姓名', 'person-name', o.mixed(0.15, o.joined('、', b.name, b.name), b.name)),
      c('业主身份证号', 'national-id', o.sparse(0.85, o.chineseId)),
      c('业主电话', 'mobile', o.mixed(0.1, o.joined('/', o.mobile, o.mobile), o.mobile)),
      c('居住状态', 'category', w('自住|出租|空置|装修中')),
      c('租户姓名', 'person-name', o.sparse(0.3, b.name)),
      c('租户电话', 'mobile', o.sparse(0.3, o.mobile)),
      c('紧急联系人及电话', 'free-text-pii', o.sparse(0.6, o.joined(' ', b.name, o.mobile)), {
        also: ['mobile', 'person-name', 'phone'],
      }),
      c('车牌号', 'plate-number', o.sparse(0.6, plate)),
      c('车位号', 'code', o.sparse(0.6, p('B1-###'))),
      c('门禁卡号', 'token', p('00########'), { also: ['member-no', 'password'] }),
      c('收房日期', 'date', b.date(2016, 2021, 'Y.M.D')),
      c('物业费单价', 'amount', w('2.80|3.20|3.60')),
      c('欠费金额', 'amount', o.mixed(0.7, w('0.00'), o.money)),
      c('缴费方式', 'category', w('银行代扣|微信|支付宝|现金|POS')),
      c('代扣银行卡号', 'bank-card', o.sparse(0.35, o.unionPay)),
      c('管家', 'person-name', o.one('黎春梅', '邵家明', '尹若曦'), { hard: 'staff' }),
      c('是否养犬', 'boolean', w('是|否|否|')),
    ],
  },
]
