import type { TableContext } from './context.ts'
import { foldHeader, isGrading } from './headers/index.ts'
import type { ColumnType } from './types.ts'
import type { ExaminedColumn, Verdict } from './verdict.ts'

const GRADED: ReadonlySet<ColumnType> = new Set(['category', 'measure', 'quantity'])

/** What clinics and homes write down about visits, money, rooms and staff, in the words of most languages. */
const ABOUT_BUSINESS =
  /发送|短信|答题|用时|户口|镜|回访|随访|满意|会员|服务|支付|付款|结算|费|收|房|床|预约|就诊|挂号|客户|来源|渠道|订单|发票|报销|医保|保险|签约|套餐|审|开票|到店|跟进|意向|活跃|消费|积分|账|登录|启用|打印|上传|合同|项目|门店|机构|科|班|岗|职|员工|设备|库|物|药房|통계|상담|예약|결제|회원|고객|보험|予約|支払|会計|会員|保険|来院|担当|lunch|concession|visit|appoint|pay|bill|claim|insur|plan|account|record|encounter|book|member|service|satisf|nps|invoice|order|cover|contact|refer|policy|room|ward|shift|staff|provider|facility|source|channel|lead|survey|review|custom|client|terms?\b|versich|kasse|abrechn|termin|zimmer|station|rechnung|quelle|kunde|vertrag|rendez|rdv|factur|paiement|chambre|assur|mutuelle|cita|pago|seguro|habitac|contrat|fatur|agend|pagam|convenio|stanza|appunt|assicur|оплат|запис|палат|страх|заказ|источник|wizyt|platno|pokoj|odeme|randevu|oda\b|sigorta|phong|thanh toan|hen\b|kamar|bayar|kunjungan/i

/**
 * In a table about patients a score, a degree or a kind of something that no list knows is one of the patient, and so
 * are words under a header that nobody can read.
 */
export function judgeInCare(
  verdict: Verdict,
  { view, reading }: ExaminedColumn,
  context: TableContext,
): Verdict {
  if (!context.care || context.foreign || ABOUT_BUSINESS.test(foldHeader(view.header))) return verdict
  const { word, type, unsure, reasons } = verdict
  const graded = word !== undefined && reading.unread && GRADED.has(type) && isGrading(word)
  if (!graded && !(unsure && type === 'category')) return verdict
  return { type: 'health-data', confidence: 0.5, reasons: [...reasons, { code: 'medical-table' }] }
}
