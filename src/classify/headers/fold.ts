import { foldWidth } from '../cell.ts'

/** Traditional characters and Japanese forms that headers use, each before the simplified one that the lists use. */
const SIMPLER =
  '電电話话號号碼码證证編编機机員员會会顧顾單单訂订購购買买賣卖價价額额數数據据點点時时間间歲岁齡龄業业職职務务類类別别狀状態态級级備备註注說说項项國国區区縣县鄉乡鎮镇門门號号樓楼層层戶户帳账銀银行行賬账儲储餘余費费實实應应發发貨货運运單单條条標标籤签題题聯联絡络繫系緊紧關关係系寶宝媽妈爺爷師师醫医藥药療疗診诊斷断過过體体溫温壓压糖糖病病歷历檔档案案護护車车輛辆駕驾駛驶執执照照學学校校課课程程隊队組组織织構构廠厂商商產产種种規规格格顏颜積积紅红總总計计稱称謂谓錄录註注開开啟启閉闭傳传真真郵邮遞递件件區区領领處处圖图連连鏈链網网頁页轉转帶带載载具具統统稅税憑凭據据簡简訊讯訪访問问題题現现場场館馆廳厅營营氣气経经済济圧压県县価价残残齢龄歴历薬药証证険险録录様样対对応应売卖図图変变辺边渋涩広广弁辩個个処处宮宫'

const SIMPLIFIED = new Map<string, string>()
const pairs = Array.from(SIMPLER)
for (let at = 0; at + 1 < pairs.length; at += 2) SIMPLIFIED.set(pairs[at] ?? '', pairs[at + 1] ?? '')

/** A header or a word of a list as it is compared: width, case, accents and traditional forms folded. */
export function foldHeader(text: string): string {
  // Most words of the lists: nothing of them folds, but for traditional characters.
  if (/^(?:[\u0020-\u007e]*|[\u4e00-\u9fff]*)$/.test(text)) return simplify(text)
  const plain = foldWidth(text.normalize('NFKC'))
    .replace(/^\ufeff/, '')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/Ø/g, 'O')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/ı/g, 'i')
    .replace(/[æÆ]/g, 'ae')
  const bare = plain
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0655]/g, '')
    .normalize('NFC')
  return simplify(foldLetters(bare))
}

function simplify(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, (letter) => SIMPLIFIED.get(letter) ?? letter)
}

/** Letters of Greek and Arabic that are written either way. */
function foldLetters(text: string): string {
  if (!/[\u0370-\u03ff\u0600-\u06ff]/.test(text)) return text
  return text
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/[أإآٱ]/g, 'ا')
    .replaceAll('ة', 'ه')
    .replace(/[ىی]/g, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll('ـ', '')
    .replace(/(?<!\p{L})ال(?=\p{L}{2})/gu, '')
}

const ARTICLES = new Set(
  'of the a an de du des d la le les l el los las di del della dei da do dos das der die das den van het een y o e'.split(
    ' ',
  ),
)

/** `thẻ` without its accents is no article: mã thẻ, số thẻ. */
function isCard(tokens: readonly string[], at: number): boolean {
  return tokens[at] === 'the' && /^(?:ma|so|loai|hang|chu|ten)$/.test(tokens[at - 1] ?? '')
}

/** snake_case, camelCase and punctuation as tokens in lower case; articles and prepositions are left out. */
export function splitTokens(folded: string): string[] {
  const tokens = /^[a-z ]+$/.test(folded) ? folded.split(' ') : cutTokens(folded)
  const content = tokens.filter((token, at) => token !== '' && (!ARTICLES.has(token) || isCard(tokens, at)))
  return content.length > 0 ? content : tokens.filter((token) => token !== '')
}

function cutTokens(folded: string): string[] {
  return folded
    .replace(/(?<!\p{L})(?:\p{L}\.){2,5}/gu, (initials) => initials.replaceAll('.', ''))
    .replace(/^\s*#/, 'number of ')
    .replace(/#/g, ' no ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-zA-Z]{2})(\d)/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
}

/** Chinese, Japanese or Korean letters are read from the end of the header, without tokens. */
export function isEastAsian(text: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text)
}
