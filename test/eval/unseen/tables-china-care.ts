import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from './values.ts'

const { p, w } = v
const staff = { hard: 'staff' } as const

/** Chinese trades that keep much about people: guests, animals, patients, the insured, owners of homes. */
export const careTables: readonly OwnTable[] = [
  {
    file: 'PMS客史.csv',
    delimiter: ',',
    source: 'hotel system (composed)',
    columns: [
      c('账号', 'order-id', p('2025#######'), {
        hard: 'trap-header',
        also: ['username', 'customer-id'],
        unscored: true,
      }),
      c('客人姓名', 'person-name', o.mixed(0.1, w('SMITH/JOHN MR|TANAKA/YUKI MS'), o.chineseName)),
      c('证件类别', 'category', w('身份证|护照|台胞证')),
      c('证件号', 'id-document', o.mixed(0.15, p('E########'), o.chineseId)),
      c('房型', 'product-name', w('豪华大床|标准双床'), { also: ['category'] }),
      c('房号', 'code', p('##0#')),
      c('到店', 'date', v.stamp('DATE hh:mm')),
      c('协议单位', 'company-name', w('|腾云科技有限公司|携程')),
      c('房价码', 'code', w('RACK|BAR1|COR')),
      c('预授权号', 'code', o.sparse(0.3, p('0#####')), { unscored: true, also: ['token'] }),
      c('信用卡', 'credit-card', o.sparse(0.3, p('6225******####')), { hard: 'masked', also: ['bank-card'] }),
      c('车牌号码', 'plate-number', o.sparse(0.2, v.plate)),
      c('早餐份数', 'quantity', o.number(0, 2)),
      c('喜好', 'free-text', w('高楼层|荞麦枕|远离电梯||'), { also: ['category'] }),
      c('团号', 'code', o.sparse(0.1, p('T####'))),
    ],
  },
  {
    file: '宠物病历.csv',
    delimiter: ',',
    source: 'veterinary clinic (composed): the patients are animals',
    columns: [
      c('主人姓名', 'person-name', o.chineseName),
      c('主人电话', 'mobile', o.mobile),
      c('宠物昵称', 'nickname', w('旺财|咪咪|可乐|布丁|雪球'), {
        unscored: true,
        also: ['category', 'person-name'],
      }),
      c('品种', 'category', w('金毛|英短|柯基|布偶'), { also: ['product-name'] }),
      c('毛色', 'category', w('黄|灰|三花')),
      c('芯片号', 'device-id', p('9560000########'), { unscored: true, also: ['code'] }),
      c('是否绝育', 'boolean', w('是|否'), { unscored: true, also: ['health-data'] }),
      c('体重kg', 'measure', p('1#.#'), { unscored: true, also: ['health-data'] }),
      c('主诉', 'free-text', w('呕吐两天|精神差不吃饭|耳朵痒|打疫苗'), {
        unscored: true,
        also: ['health-data', 'category', 'free-text-pii'],
      }),
      c('处置', 'free-text', w('止吐针|洗耳|三联疫苗'), {
        unscored: true,
        also: ['health-data', 'category', 'product-name', 'free-text-pii'],
      }),
      c('接诊兽医', 'person-name', o.staffName, staff),
      c('本次费用', 'amount', o.money),
      c('复诊日期', 'date', o.sparse(0.5, o.day(2025, 2025))),
      c(
        '微信',
        'wechat-id',
        o.sparse(0.5, (random) => `wxid_${random.letters(12)}`),
      ),
    ],
  },
  {
    file: '住院病案首页.csv',
    delimiter: ',',
    source: 'hospital record (composed)',
    columns: [
      c('住院号', 'medical-id', p('ZY######')),
      c('病人姓名', 'person-name', o.chineseName),
      c('婚姻', 'marital-status', w('已婚|未婚|丧偶|离异')),
      c('民族', 'ethnicity', w('汉族|回族|满族')),
      c('职业', 'job-title', w('农民|退(离)休人员|职员|学生')),
      c('现住址', 'postal-address', o.chineseAddress),
      c('联系人姓名', 'person-name', o.chineseName),
      c('关系', 'category', w('配偶|子女|父母')),
      c('联系人电话', 'mobile', o.mobile),
      c('门(急)诊诊断', 'health-data', w('肺部感染|胆囊结石|腰椎间盘突出|冠心病')),
      c('疾病编码', 'health-data', w('J18.900|K80.200|M51.202|I25.103'), { also: ['code'] }),
      c('手术及操作名称', 'health-data', w('腹腔镜下胆囊切除术|冠状动脉造影术|')),
      c('ABO血型', 'health-data', w('A|B|O|AB'), { also: ['category'] }),
      c('医疗付费方式', 'category', w('城镇职工医保|新农合|全自费')),
      c('总费用', 'amount', o.money),
      c('主治医师', 'person-name', o.staffName, staff),
      c('病理号', 'medical-id', o.sparse(0.2, p('BL#####')), {
        unscored: true,
        also: ['code', 'health-data'],
      }),
      c('离院方式', 'category', w('医嘱离院|转院'), { unscored: true, also: ['health-data'] }),
    ],
  },
  {
    file: '保单台账.csv',
    delimiter: ',',
    source: 'insurance agent (composed)',
    columns: [
      c('投保人', 'person-name', o.chineseName),
      c('投保人证件', 'national-id', o.chineseId),
      c('投保人手机', 'mobile', o.mobile),
      c('被保人', 'person-name', o.chineseName),
      c('受益人', 'person-name', o.mixed(0.4, w('法定'), o.chineseName)),
      c('险种', 'category', w('重疾险|医疗险|年金险'), { also: ['product-name'] }),
      c('保单号', 'id-document', p('P0000########'), { unscored: true, also: ['code', 'order-id'] }),
      c('年缴保费', 'amount', o.money),
      c('扣款卡', 'bank-card', o.unionPay),
      c('健康告知', 'health-data', w('无异常|甲状腺结节|高血压|乙肝携带')),
      c('年收入(万)', 'income', o.number(5, 60)),
      c('犹豫期截止', 'date', o.day(2024, 2025)),
      c('代理人工号', 'code', p('8800####')),
    ],
  },
  {
    file: '房源客源.csv',
    delimiter: ',',
    source: 'estate agent (composed)',
    columns: [
      c('房源编号', 'code', p('FY25####')),
      c('业主', 'person-name', v.titledName),
      c('业主电话', 'mobile', o.joined('/', o.mobile, o.mobile), { hard: 'two-in-one' }),
      c('楼盘', 'region', w('滨江一号|湖滨世家|锦绣花园'), {
        also: ['category', 'store-name', 'postal-address'],
        unscored: true,
      }),
      c('座栋房号', 'postal-address', p('#栋1单元##02'), { also: ['code'] }),
      c('户型', 'category', w('3室2厅|2室1厅')),
      c('建筑面积', 'measure', p('1##.#㎡')),
      c('挂牌价(万)', 'amount', o.number(90, 600)),
      c('钥匙', 'category', w('本店|业主处|密码锁')),
      c('密码锁', 'password', o.sparse(0.4, p('######'))),
      c(
        '带看记录',
        'free-text-pii',
        o.mixed(0.1, o.joined('', w('客户'), v.titledName, w('看房，电话'), o.mobile), w('已带看|业主不在|')),
        {
          hard: 'few-pii-values',
        },
      ),
      c('产权证', 'id-document', o.sparse(0.5, p('苏(2021)苏州市不动产权第50#####号'))),
      c('委托到期', 'date', o.day(2025, 2026)),
    ],
  },
]
