import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from './values.ts'

const { p, w } = v
const few = { hard: 'few-pii-values' } as const

/** Two database tables with English columns, and nothing but Chinese values in them. */
export const systemTables: readonly OwnTable[] = [
  {
    file: 'dms_sales_lead.csv',
    delimiter: ',',
    source: 'car dealer, database table in snake_case (composed)',
    columns: [
      c('lead_id', 'row-id', o.serial('', 880_214)),
      c('cust_name', 'person-name', v.looseName),
      c('cust_mobile', 'mobile', v.mobile),
      c('wx_nickname', 'nickname', v.most(v.nick)),
      c('wx_openid', 'openid', v.most(p('oK3f5^^^##^^^@@^#^^^##^@^^##'))),
      c('source_channel', 'category', w('懂车帝|汽车之家|自然到店|转介绍|抖音直播')),
      c('intent_series', 'product-name', w('宋PLUS DM-i|海豹|秦L|元UP|唐DM')),
      c('intent_level', 'category', w('H|A|B|C|F')),
      c('city_name', 'region', w('苏州市|无锡市|常州市|上海市')),
      c('old_car_plate', 'plate-number', o.sparse(0.3, v.plate)),
      c('driver_license_no', 'id-document', v.few(v.adultId), { also: ['national-id'] }),
      c('dealer_code', 'code', w('JS0512A|JS0512B')),
      c('dealer_tel', 'business-phone', v.hotline),
      c(
        'last_remark',
        'free-text-pii',
        v.remarks('NULL|对比竞品中|等置换补贴|已试驾,要再谈价|NULL|无意向', '太太NN来提车,1##|加微信1##'),
        few,
      ),
      c('is_deleted', 'boolean', w('0|0|0|1')),
      c('create_time', 'date', o.time),
    ],
  },
  {
    file: 'tmsWaybill.csv',
    delimiter: ',',
    source: 'logistics company, database table in camelCase (composed)',
    columns: [
      c('waybillNo', 'tracking-no', p('SL25########')),
      c('customerOrderNo', 'order-id', v.most(p('SO-2025-#####'))),
      c('shipperCompany', 'company-name', v.company),
      c('shipperContact', 'person-name', v.looseName),
      c('shipperTel', 'phone', o.mixed(0.5, v.landline, v.mobile)),
      c('consigneeName', 'person-name', v.name),
      c('consigneeMobile', 'mobile', o.mixed(0.6, v.mobile, v.maskedMobile), { hard: 'masked' }),
      c('consigneeAddr', 'postal-address', v.address),
      c('goodsName', 'product-name', w('配件|日用百货|家具|冻品|电机|纸箱')),
      c('grossWeightKg', 'measure', o.joined('.', o.number(1, 900), o.number(0, 9))),
      c('freightAmt', 'amount', o.money),
      c('payType', 'category', w('1|2|3')),
      c('driverIdCard', 'national-id', v.most(v.adultId)),
      c('truckPlateNo', 'plate-number', o.joined('', w('苏E|苏B|皖A|沪D'), p('@####'))),
      c(
        'signLngLat',
        'geo-coordinates',
        o.sparse(0.7, o.joined(',', o.coordinate(120.4, 121.2), o.coordinate(31.1, 31.6))),
      ),
      c('gmtModified', 'date', o.milliseconds),
    ],
  },
]
