import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from './values.ts'

const { p, w } = v
const staff = { hard: 'staff' } as const
const few = { hard: 'few-pii-values' } as const

/** Insurance, community group buying and a hotline. */
export const tradeTables: readonly OwnTable[] = [
  {
    file: '车险续保台账2025.csv',
    delimiter: ',',
    source: 'insurance agent (composed)',
    columns: [
      c('保单号', 'order-id', p('PDAA2025320500######'), { unscored: true }),
      c('被保险人', 'person-name', v.name),
      c('被保险人证件号', 'national-id', v.adultId),
      c('号牌号码', 'plate-number', v.plate),
      c('车架号(VIN)', 'vin', v.vin),
      c('厂牌型号', 'product-name', w('大众SVW7167|别克SGM7154|丰田GTM7200|比亚迪BYD6480|本田HG7151')),
      c('初登日期', 'date', o.day(2012, 2024, 'Y/M/D')),
      c('承保公司', 'company-name', w('人保财险|平安产险|太平洋产险')),
      c('商业险到期', 'date', o.day(2025, 2026, 'YMD')),
      c('商业险保费', 'amount', o.money),
      c('出险次数', 'quantity', o.number(0, 4)),
      c('车主电话', 'mobile', v.looseMobile),
      c('车主住址', 'postal-address', v.most(v.address)),
      c('返现账户', 'payment-account', v.few(o.mixed(0.6, v.mobile, v.mail)), {
        also: ['bank-account', 'phone', 'mobile'],
      }),
      c(
        '跟进记录',
        'free-text-pii',
        v.remarks('已报价|嫌贵,月底再联系|已续保||未接通|等4S店报价', '换号了,新号1##|车给儿子开,找NN 1##'),
        few,
      ),
    ],
  },
  {
    file: '快团团_订单明细.csv',
    delimiter: ',',
    source: 'Kuaituantuan group buying (composed)',
    columns: [
      c('订单号', 'order-id', p('25110#-################')),
      c('跟团号', 'code', o.serial('', 1), { also: ['quantity'] }),
      c('下单人', 'nickname', v.nick),
      c('支付时间', 'date', o.time),
      c('商品', 'product-name', w('丹东草莓3斤装|现挖春笋5斤|手工鲜肉馄饨|车厘子JJ级2斤|农家土鸡蛋30枚')),
      c('数量', 'quantity', o.number(1, 3)),
      c('订单金额(元)', 'amount', o.money),
      c('订单状态', 'category', w('已支付,待自提|已完成|已取消')),
      c('收货人', 'person-name', o.mixed(0.7, v.looseName, w('豆豆妈|小陈|阿美|朱姐'))),
      c('联系电话', 'mobile', v.mobile),
      c('详细地址', 'postal-address', o.mixed(0.3, v.address, v.home)),
      c('自提点', 'store-name', w('锦绣花园北门驿站|万科城物业旁水果店|东方家园3号门'), {
        also: ['business-address'],
      }),
      c('自提点电话', 'business-phone', w('0512-68091122|400-820-6617|0512-65230088')),
      c('供应商联系人', 'person-name', w('吴经理|何海燕|刘总|胡志明'), staff),
      c(
        '团员备注',
        'free-text-pii',
        v.remarks('|||||要甜一点的|放快递柜|不要香菜', '送到NN家,电话1##|让老人取,打1##'),
        few,
      ),
    ],
  },
  {
    file: '400通话记录.csv',
    delimiter: ',',
    source: 'call centre SaaS (composed)',
    columns: [
      c('通话流水号', 'row-id', p('2025110#-########'), { also: ['order-id'] }),
      c('来电号码', 'phone', o.mixed(0.8, v.mobile, v.landline)),
      c('号码归属地', 'region', w('江苏苏州|江苏无锡|上海|浙江杭州|未知')),
      c('热线号码', 'business-phone', w('4008206617|4008206617|051265230088')),
      c('呼叫类型', 'category', w('呼入|呼入|呼出')),
      c('客服工号', 'code', w('8001|8003|8006|8012')),
      c('技能组', 'category', w('售后组|咨询组|投诉组')),
      c('开始时间', 'date', o.time),
      c('通话时长(秒)', 'quantity', o.number(0, 900)),
      c('接听状态', 'category', w('已接听|未接听|排队放弃')),
      c('客户称呼', 'person-name', o.sparse(0.7, v.titled)),
      c('回拨号码', 'mobile', v.few(v.mobile)),
      c('满意度', 'category', w('1-非常满意|2-满意|3-不满意|未评价')),
      c('录音地址', 'url', v.most(p('https://rec.example.com/202511/^^##^^##.wav')), { unscored: true }),
      c(
        '来电摘要',
        'free-text-pii',
        v.remarks(
          '咨询发票|催发货|投诉安装师傅迟到|查询保修期||产品不制冷',
          '客户NN要求上门,电话1##|请回1##',
        ),
        few,
      ),
    ],
  },
]
