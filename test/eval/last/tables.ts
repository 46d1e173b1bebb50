import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from '../unseen/values.ts'

const { p, w } = v
const staff = { hard: 'staff' } as const
const first = o.englishFirst
const last = o.englishLast
const fullName = o.joined(' ', first, last)

/** Once more systems, trades and languages that no set before has. */
export const lastTables: readonly OwnTable[] = [
  {
    file: '马拉松报名.csv',
    delimiter: ',',
    source: 'race registration',
    columns: [
      c('参赛号', 'code', p('A####'), { also: ['member-no', 'order-id'] }),
      c('选手姓名', 'person-name', o.chineseName),
      c('选手证件号', 'national-id', o.chineseId),
      c('项目组别', 'category', w('全程|半程|欢乐跑')),
      c('最好成绩', 'measure', p('0#:3#:##'), { also: ['date', 'category'] }),
      c('服装尺码', 'category', w('M|L|XL')),
      c('血型及过敏', 'health-data', w('A型 无|O型 青霉素|B型 无'), { also: ['free-text-pii'] }),
      c('心脏病史', 'health-data', w('无|有'), { also: ['boolean'] }),
      c('紧急联系人姓名', 'person-name', o.chineseName),
      c('紧急联系人手机', 'mobile', o.mobile),
      c('赛事保险单号', 'id-document', p('PZ##########'), { unscored: true, also: ['code', 'order-id'] }),
      c('领物地点', 'store-name', w('奥体中心|市民广场'), {
        also: ['category', 'region', 'business-address'],
      }),
      c('报名渠道', 'category', w('官网|公众号')),
      c('支付流水', 'order-id', p('4200002################')),
    ],
  },
  {
    file: '参保人员明细.csv',
    delimiter: ',',
    source: 'social insurance, employees of a firm',
    columns: [
      c('个人编号', 'medical-id', p('32050#######'), {
        also: ['code', 'customer-id', 'national-id', 'member-no'],
        unscored: true,
      }),
      c('姓名', 'person-name', o.chineseName, staff),
      c('社会保障号码', 'national-id', o.chineseId, { also: ['medical-id'] }),
      c('参保险种', 'category', w('养老|工伤|失业')),
      c('缴费基数', 'income', p('#9##.00'), { also: ['amount'], unscored: true }),
      c('个人缴纳', 'amount', p('3##.##')),
      c('用工形式', 'category', w('合同制|劳务派遣')),
      c('户口类别', 'category', w('城镇|农村')),
      c('工伤情况', 'health-data', w('|无|右手骨折')),
      c('减员原因', 'category', w('|辞职|退休')),
      c('医疗卡发卡行', 'bank-name', w('农业银行|工商银行')),
    ],
  },
  {
    file: '网店售后登记.csv',
    delimiter: ',',
    source: 'after-sales list kept by hand',
    columns: [
      c('旺旺ID', 'username', w('tb_小雨88|豆豆妈2019|水果店老张|t_1500112233|lucky猫'), {
        also: ['nickname'],
      }),
      c('原订单', 'order-id', p('25########41######')),
      c('客户收件', 'free-text-pii', o.joined('，', o.chineseName, o.mobile, o.chineseAddress), {
        hard: 'combined',
      }),
      c('问题图', 'url', p('pic/~~~~~~.jpg'), { also: ['photo-url', 'code'], unscored: true }),
      c('退款支付宝', 'payment-account', o.mixed(0.5, o.mail, o.mobile), {
        also: ['email', 'phone', 'mobile'],
      }),
      c('赔付', 'amount', w('5|10|20')),
      c('处理人', 'person-name', w('小于|阿文|雅静'), { hard: 'staff', also: ['nickname', 'category'] }),
      c('补发单号', 'tracking-no', p('YT#############')),
      c('进展', 'category', w('已退|待寄回|')),
    ],
  },
  {
    file: 'Customer Contact List.csv',
    delimiter: ',',
    source: 'QuickBooks',
    columns: [
      c('Customer full name', 'person-name', fullName, { also: ['company-name'] }),
      c('Phone numbers', 'free-text-pii', o.joined('', w('Phone:'), o.usPhone, w(' Mobile:'), o.usPhone), {
        also: ['phone'],
        hard: 'combined',
      }),
      c('Bill address', 'postal-address', o.joined(' ', o.usStreet, w('Troy NY 12180'))),
      c('Open balance', 'amount', o.money, { also: ['stored-balance'] }),
      c('Print on check as', 'person-name', fullName, { also: ['company-name'] }),
      c('Resale Num', 'tax-id', o.sparse(0.1, p('##-######')), {
        unscored: true,
        in: 'general',
        open: true,
        also: ['code'],
      }),
      c('CC', 'credit-card', o.sparse(0.3, p('XXXX-XXXX-XXXX-####')), {
        hard: 'masked',
        also: ['card-last4', 'bank-card'],
      }),
      c('Payment Terms', 'category', w('Net 30|Due on receipt')),
      c('Job Status', 'category', w('|Awarded|Closed')),
      c('Created', 'date', o.day(2018, 2025, 'M/D/Y')),
    ],
  },
  {
    file: 'telecom_cdr.csv',
    delimiter: ',',
    source: 'call records',
    columns: [
      c('A_PARTY', 'phone', p('4477009#####'), { also: ['mobile'] }),
      c('B_PARTY', 'phone', p('4420794#####'), { also: ['mobile', 'landline'] }),
      c('IMSI', 'device-id', p('23415##########')),
      c('IMEI', 'device-id', p('35############7')),
      c('CELL_ID', 'code', p('234-15-####-#####'), { unscored: true, also: ['geo-coordinates'] }),
      c('CALL_START', 'date', v.stamp('DATE hh:mm:ss')),
      c('DURATION_SEC', 'measure', o.number(1, 3000), { also: ['quantity'] }),
      c('CALL_TYPE', 'category', w('MOC|MTC|SMS'), { hard: 'trap-header' }),
      c('CHARGE', 'amount', o.money),
      c('SUBSCRIBER', 'person-name', fullName),
      c('ACCOUNT_REF', 'customer-id', p('AC######'), { also: ['code', 'order-id'] }),
    ],
  },
  {
    file: 'klientai.csv',
    delimiter: ';',
    source: 'Lithuanian clinic: a language without a list',
    columns: [
      c('Vardas', 'given-name', w('Jonas|Ona|Tomas|Rasa'), { also: ['person-name'] }),
      c('Pavardė', 'family-name', w('Kazlauskas|Petrauskienė|Jankauskas'), { also: ['person-name'] }),
      c('Asmens kodas', 'national-id', p('38########1')),
      c('Tel. nr.', 'phone', p('+370 6## #####'), { also: ['mobile'] }),
      c('El. paštas', 'email', o.mail),
      c('Gimimo data', 'birth-date', o.day(1950, 2003)),
      c('Adresas', 'postal-address', o.streetOf('S g. N-12', 'Vilniaus', 'Gedimino'), {
        also: ['free-text-pii'],
      }),
      c('Alergijos', 'health-data', w('nėra|penicilinas|žiedadulkės'), { also: ['free-text-pii'] }),
      c('Diagnozė', 'health-data', w('hipertenzija|diabetas|astma'), { also: ['free-text-pii'] }),
      c('Suma', 'amount', p('#5,00')),
      c('Pastabos', 'free-text', w('|||nuolatinis klientas'), { also: ['category', 'free-text-pii'] }),
      c('Lytis', 'gender', w('V|M'), { also: ['category'] }),
    ],
  },
  {
    file: 'pacientes.csv',
    delimiter: ';',
    source: 'Spanish dental clinic (Gesden)',
    columns: [
      c('NumPac', 'medical-id', p('####'), { also: ['customer-id', 'code', 'quantity'] }),
      c('Apellidos y nombre', 'person-name', o.joined(', ', o.spanishLast, o.spanishFirst)),
      c('NIF', 'national-id', o.dni, { also: ['tax-id'] }),
      c('Fecha nacim.', 'birth-date', o.day(1945, 2015, 'D/M/Y')),
      c('Tfno. móvil', 'mobile', p('6## ### ###'), { also: ['phone'] }),
      c('Población', 'region', w('Sevilla|Toledo')),
      c('Mutua', 'category', w('Adeslas|Sanitas|Privado'), {
        unscored: true,
        also: ['company-name', 'health-data'],
      }),
      c('Nº póliza', 'medical-id', p('00######'), { also: ['id-document', 'code'] }),
      c('Antecedentes', 'health-data', w('Ninguno|Diabetes|Embarazo'), { also: ['free-text-pii'] }),
      c('Presupuesto', 'amount', p('1.2##,00')),
      c('Dr. habitual', 'person-name', w('Dra. Pilar Ruiz|Dr. Raúl Ortega'), staff),
      c('LOPD firmada', 'boolean', w('S|N')),
      c('Observac.', 'free-text', w('|||miedo a la aguja'), { also: ['free-text-pii'] }),
    ],
  },
  {
    file: '학원생명부.csv',
    delimiter: ',',
    source: 'Korean cram school',
    columns: [
      c('원생명', 'person-name', o.koreanName, { child: true }),
      c('학교/학년', 'company-name', w('마포초/3|서강초/5'), {
        child: true,
        also: ['category', 'free-text', 'free-text-pii'],
        unscored: true,
      }),
      c('학부모명', 'person-name', o.koreanName),
      c('학부모 휴대폰', 'mobile', p('010-####-1###'), { also: ['phone'] }),
      c('생일', 'birth-date', o.day(2012, 2017), { child: true }),
      c('수강반', 'product-name', w('영어A|수학B'), { also: ['category'] }),
      c('수강료', 'amount', o.number(150000, 400000)),
      c('형제여부', 'boolean', w('Y|N')),
      c(
        '특이사항',
        'free-text-pii',
        o.mixed(0.1, o.joined('', w('아토피, 연락 '), p('010-####-2###')), w('|||차량 이용')),
        { hard: 'few-pii-values', also: ['health-data'] },
      ),
      c('등원요일', 'category', w('월수금|화목')),
      c('담임', 'person-name', w('김민준|박서연|이지훈'), staff),
    ],
  },
]
