import type { ColumnType } from '../types.ts'
import type { Entry } from './dictionary.ts'

/**
 * Heads of headers that say only in which form something is there: its number, its name, its kind, a link to it. What
 * it is, the words beside them say: 传真号码 is a fax, PAN no a tax number, 手术名称 an operation.
 */
type Carrier = 'number' | 'name' | 'kind' | 'link' | 'time' | 'sum'

const words = (text: string): ReadonlySet<string> => new Set(text.split(','))

const CARRIERS: readonly (readonly [Carrier, ReadonlySet<string>])[] = [
  [
    'number',
    words(
      '号,号码,码,值,编号,编码,代码,number,no,nr,num,id,code,numero,num,nummer,numer,номер,код,番号,コード,번호,코드,nomor,kode,n,so,ma,cislo,kod,αριθμος,κωδικος,رقم,كود,เลขที่,หมายเลข,รหัส,เลข',
    ),
  ],
  [
    'name',
    words(
      '名,名称,全名,全称,简称,name,nom,nombre,nome,nama,nazwa,nazev,название,наименование,ten,اسم,ชื่อ,이름,명',
    ),
  ],
  [
    'kind',
    words(
      '类型,类别,方式,状态,情况,分类,等级,级别,种类,结果,状况,项目,问题,有无,有無,时长,指数,程度,水平,是否,여부,유무,완료,이력,정도,상태,구분,종류,내용,가능성,결과,有無,状態,区分,種別,内容,結果,歴,原因,记录,备注,说明,描述,background,notes,note,description,list,score,index,flag,indicator,severity,check,screening,info,information,details,history,remarks,comments,type,status,category,group,level,class,grade,result,reason,typ,art,status,kategorie,statut,estado,tipo,stan,тип,статус,группа,jenis,loai',
    ),
  ],
  [
    'sum',
    words(
      '金额,总额,数额,标准,基数,amount,betrag,hohe,montant,importe,monto,importo,valor,сумма,размер,kwota,tutar,금액,액,金額,額',
    ),
  ],
  ['time', words('日期,时间,年月,年份,年,月,日,date,year,month,day,datum,jahr,annee,ano,data,дата,год')],
  [
    'link',
    words(
      '链接,图,图片,地址,图片地址,附件,文件,文件名,路径,网址,url,link,image,path,file,file name,filename,uri,src',
    ),
  ],
]

const CARRIED: Readonly<Record<Carrier, ReadonlySet<ColumnType>>> = {
  number: new Set([
    'mobile',
    'landline',
    'phone',
    'national-id',
    'passport',
    'id-document',
    'plate-number',
    'vin',
    'member-no',
    'openid',
    'device-id',
    'qq-id',
    'social-account',
    'username',
    'payment-account',
    'ip-address',
    'mac-address',
    'biometric',
    'token',
    'hashed-identifier',
    'wechat-id',
    'bank-card',
    'credit-card',
    'bank-account',
    'iban',
    'tax-id',
    'medical-id',
    'health-data',
    'sku',
    'order-id',
    'tracking-no',
    'postal-code',
    'barcode',
    'gender',
    'nationality',
    'ethnicity',
    'religion',
    'marital-status',
  ]),
  name: new Set([
    'person-name',
    'company-name',
    'store-name',
    'product-name',
    'bank-name',
    'region',
    'category',
    'health-data',
    'nickname',
  ]),
  kind: new Set(['health-data', 'religion', 'ethnicity', 'marital-status', 'income']),
  sum: new Set(['income']),
  link: new Set(['photo-url', 'biometric', 'geo-coordinates', 'health-data']),
  time: new Set(['birth-date', 'card-expiry']),
}

/** The number of a customer, a product or an order is theirs, not them. */
const NUMBERED: Partial<Record<ColumnType, ColumnType>> = {
  'person-name': 'customer-id',
  nickname: 'username',
  'product-name': 'sku',
}

/** The number of a flat is a part of an address; the code of an address is none. */
const DOORS = words('no,nr,number,n,num,号,号码,番号,번호')

export function isCarrier(head: Entry): boolean {
  return findKind(head) !== undefined
}

/** A size or a share is one of something: 眼轴长度 is an eye's. */
function findKind({ word, type }: Entry): Carrier | undefined {
  return CARRIERS.find(([, heads]) => heads.has(word))?.[0] ?? (type === 'measure' ? 'kind' : undefined)
}

/** Whether a head only grades, measures or sorts whatever stands before it. */
export function isGrading(head: Entry): boolean {
  return findKind(head) === 'kind'
}

/** Whether a head says only that there is a number. */
export function isNumbering({ word, type }: Entry): boolean {
  return type === 'code' && CARRIERS.some(([kind, heads]) => kind === 'number' && heads.has(word))
}

/** What a header is about whose head only carries it; undefined where the head says enough by itself. */
export function findCarried(head: Entry, inner: readonly Entry[]): Entry | undefined {
  const kind = findKind(head)
  if (kind === undefined) return undefined
  for (const entry of inner) {
    if (CARRIED[kind].has(entry.type)) return entry
    if (entry.type === 'postal-address' && DOORS.has(head.word)) return entry
    const numbered = kind === 'number' ? NUMBERED[entry.type] : undefined
    if (numbered !== undefined) return { ...entry, type: numbered }
  }
  return undefined
}
