/** Whose a phone, an address or a name is: told by the words before the head of a header. */
export type Owner = 'business' | 'child' | 'parent' | 'animal'

const BUSINESS =
  /门店|店铺|自提|提货点|代收点|驿站|热线|总机|店面|商家|商户|供应商|供货商|经销商|客服|公司|企业|厂家|仓库|总部|机构|医院|诊所|酒店|学校|校区|汽修|维修厂|平台|官方|前台|卖家|网点|退货|发货方|店舗|会社|代表(?!者)|매장|회사|지점|보험사|관리사무소|콜센터|고객센터|管理会社|保険会社|保险公司|物业公司/
const BUSINESS_WORDS =
  /\b(?:store|shop|dealer|dealership|distributor|reseller|courier|supplier|vendor|merchant|warehouse|branch|outlet|hotel|clinic|restaurant|venue|company|hotline|support|facility|pickup|magasin|boutique|fournisseur|entrepot|tienda|proveedor|almacen|negozio|fornitore|magazzino|loja|fornecedor|filiale|lieferant|lager|firmen|secretaria|secretariat|sekretariat|segreteria|recepcion|recepcao|reception|rezeption|front desk|accueil|academia|sede|kantoor|administradora|condominio|imobiliaria|seguradora|aseguradora|inmobiliaria|syndic|gestionnaire|assureur|agence|hausverwaltung|verwaltung|versicherung|insurer|call center|helpdesk|agency|amministratore|immobiliare)\b/
const PARENT =
  /家长|监护人|父亲|母亲|爸爸|妈妈|父母|保護者|保护者|보호자|학부모|\b(?:parent|guardian|mother|father|mum|mom|dad|eltern|mutter|vater|erziehungsberechtigte[rn]?|padre|madre|tuteur|tutor|genitore|responsavel)\b/
const CHILD =
  /学员|学生|孩子|宝宝|幼儿|儿童|小朋友|婴儿|宝贝(?!标题|总|名称)|児童|园儿|生徒|お子|원생|아동|어린이|\b(?:child|children|kid|kids|pupil|camper|toddler|baby|infant|kind|kindes|schuler|enfant|eleve|hijo|nino|alumno|bambino|crianca|filho)\b/

const ANIMAL =
  /宠物(?!主)|爱宠|毛孩|狗狗|猫咪|犬只|ペット(?!オーナー)|愛犬|愛猫|わんちゃん|반려(?:동물|견|묘)(?!주)|\b(?:pets?|dogs?|cats?|animals?|puppy|kitten|horse|tiere?s?|haustier|hund|katze|pferd|chien|cheval|mascota|perro|gato|caballo|cane|gatto|cavallo|cachorro|huisdier|hond)\b/
/** Who keeps or minds an animal is a person. */
const KEEPER =
  /主人|饲主|オーナー|飼い主|보호자|\b(?:owner|parent|holder|contact|sitter|walker|keeper|vet|besitzer|halter|proprietaire|maitre|dueno|propietario|tutor|proprietario)/

const NOBODY = /(?!)/

export function findOwner(rest: string): { readonly owner: Owner | undefined; readonly word: string } {
  const kinds: readonly [Owner, RegExp][] = [
    ['parent', PARENT],
    ['child', CHILD],
    ['animal', KEEPER.test(rest) ? NOBODY : ANIMAL],
    ['business', BUSINESS],
    ['business', BUSINESS_WORDS],
  ]
  for (const [owner, words] of kinds) {
    const word = words.exec(rest)?.[0]
    if (word !== undefined) return { owner, word }
  }
  return { owner: undefined, word: '' }
}

/** Words that show by themselves that a table is about children or those who bring them. */
export function mentionsChild(header: string): boolean {
  return CHILD.test(header)
}

export function mentionsAnimal(header: string): boolean {
  return ANIMAL.test(header) && !KEEPER.test(header)
}

export function mentionsParent(header: string): boolean {
  return PARENT.test(header)
}
