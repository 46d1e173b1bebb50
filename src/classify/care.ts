import type { TableContext } from './context.ts'
import { foldHeader, isGrading } from './headers/index.ts'
import type { ColumnType } from './types.ts'
import type { ExaminedColumn, Verdict } from './verdict.ts'

const GRADED: ReadonlySet<ColumnType> = new Set(['category', 'measure', 'quantity'])
const UNEXPLAINED: ReadonlySet<ColumnType> = new Set(['category', 'measure', 'quantity', 'boolean'])
const EARNED: ReadonlySet<ColumnType> = new Set(['amount', 'quantity', 'measure'])

/** What clinics and homes write down about visits, money, rooms and staff, in the words of most languages. */
const ABOUT_BUSINESS =
  /发送|短信|通知|答题|用时|户口|镜|回访|随访|满意|会员|服务|支付|付款|结算|费|收|价|折|券|房|室|床|预约|就诊|挂号|客户|来源|渠道|订单|发票|报销|医保|保险|签|同意|套餐|审|开票|到店|跟进|意向|活跃|消费|积分|账|登录|启用|打印|上传|合同|项目|门店|机构|科|班|岗|职|员工|设备|库|物|药房|车|通知|통계|상담|예약|결제|회원|고객|보험|차량|동의|내원|경로|予約|支払|会計|会員|保険|来院|来店|担当|送迎|料|部屋|居室|同意|キャンセル|lunch|concession|consent|visit|appoint|pay|bill|claim|insur|plan|account|record|encounter|book|member|service|satisf|nps|invoice|order|cover|contact|refer|policy|room|ward|shift|staff|provider|facility|source|channel|lead|survey|review|custom|client|terms?\b|bus|transp|capital|siniest|asegur|agree|versich|kasse|abrechn|termin|zimmer|station|rechnung|quelle|kunde|vertrag|erlaub|rendez|rdv|factur|paiement|chambre|assur|mutuelle|autoris|cita\b|pago|seguro|habitac|contrat|bono|sesion|sessao|fatur|agend|pagam|convenio|stanza|appunt|assicur|consens|оплат|запис|палат|страх|заказ|источник|кабинет|мест|wizyt|platn|pokoj|zniz|gabinet|zgod|odeme|randevu|oda\b|sigorta|onay|phong|thanh toan|hen\b|kamar|bayar|kunjungan|poli\b|عياد|موعد|دفع|ห้อง|นัด|ชำระ/i

/** Whether a header is about a visit, a payment, a room or a contract rather than about the person. */
export function isBusiness(header: string): boolean {
  return ABOUT_BUSINESS.test(foldHeader(header))
}

/** What a payroll writes down about work, not pay. */
const ABOUT_WORK =
  /费|次|数|工时|小时|天|日|面积|价|hour|day|fee|stunden|tage|heures|jours|horas|dias|ore\b|giorni|час|дн|godzin|dni|saat|gun|시간|일수|時間|日数/i

/**
 * In a table about patients a score, a degree or a kind of something that no list knows is one of the patient, and so
 * are answers under a header that nobody can read; in a payroll a sum is a part of somebody's pay.
 */
export function judgeInCare(
  verdict: Verdict,
  { view, reading }: ExaminedColumn,
  context: TableContext,
): Verdict {
  const { word, type, unsure, reasons } = verdict
  if (
    context.payroll &&
    EARNED.has(type) &&
    (word === undefined || (type === 'amount' && reading.certainty < 1))
  ) {
    return ABOUT_WORK.test(foldHeader(view.header))
      ? verdict
      : { type: 'income', confidence: 0.5, reasons: [...reasons, { code: 'payroll-table' }] }
  }
  if (!context.care || context.foreign || isBusiness(view.header)) return verdict
  const graded = word !== undefined && reading.unread && GRADED.has(type) && isGrading(word)
  const unexplained = word === undefined && reading.entries.length === 0 && UNEXPLAINED.has(type)
  if (!graded && !unexplained && !(unsure && type === 'category')) return verdict
  return { type: 'health-data', confidence: 0.5, reasons: [...reasons, { code: 'medical-table' }] }
}
