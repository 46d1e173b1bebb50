/** Words that cells are made of. Short lists of common ones: they tell what a column is about, not what a cell means. */

const SURNAMES = new Set(
  '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文施洪葛柳樊安殷颜倪章鲁俞岳翟申耿关兰焦盛季左齐裴芦单辛管庄柴解纪舒聂屈苗欧甘祝霍翁柯柏成项阎涂苑童毕詹鲍司卓牛游祁耿华费凌冉包景牟蔺窦甄冷卞符明连阮辜邢时池',
)
const TRADITIONAL_SURNAMES = new Set(
  '陳楊黃趙吳孫馬羅鄭許韓馮鄧蕭葉蘇呂盧鍾譚陸賈鄒龍賀顧龔邵萬錢戴嚴湯喬賴齊蘆單莊紀聶歐項閻塗畢鮑費連張劉蔣',
)
const DOUBLE = /^(?:欧阳|上官|司马|诸葛|皇甫|东方|尉迟|公孙|慕容|司徒|令狐|夏侯|端木|歐陽|司馬|諸葛)/
const TITLED =
  /(?:先生|女士|小姐|老师|老板|经理|总|太太|阿姨|哥|姐|叔|爸爸|妈妈|爸|妈|奶奶|爷爷|外婆|医生|大夫|師傅|师傅|同学|様|さん|님)$/
const KOREAN_SURNAMES = new Set(
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국',
)

/** A Chinese name of two to four characters that begins with a common surname, or is masked (王*) or titled (王先生). */
export function isHanName(cell: string): boolean {
  if (cell.length > 9) return false
  if (
    /^\p{Script=Han}[*＊xX某]{1,3}$|^[*＊]{1,2}\p{Script=Han}{1,2}$|^\p{Script=Han}[*＊]{1,2}\p{Script=Han}$/u.test(
      cell,
    )
  )
    return true
  const bare = cell.replace(/[（(][^（()）]{0,6}[）)]$/, '')
  if (TITLED.test(bare) && /^\p{Script=Han}{2,5}$/u.test(bare)) return hasSurname(bare)
  if (!/^\p{Script=Han}{2,4}$/u.test(bare)) return false
  if (bare.length === 4) return DOUBLE.test(bare)
  return hasSurname(bare) || DOUBLE.test(bare)
}

function hasSurname(name: string): boolean {
  const first = name.charAt(0)
  return SURNAMES.has(first) || TRADITIONAL_SURNAMES.has(first)
}

export function isKoreanName(cell: string): boolean {
  return /^\p{Script=Hangul}{2,4}$/u.test(cell) && KOREAN_SURNAMES.has(cell.charAt(0))
}

/** Japanese: two words of kanji or kana, or half- and full-width kana of a reading. */
export function isJapaneseName(cell: string): boolean {
  return (
    /^[\p{Script=Han}々ヶ]{1,4} [\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}]{1,5}$/u.test(cell) ||
    /^[\p{Script=Katakana}ー]{2,8} [\p{Script=Katakana}ー]{2,8}$/u.test(cell)
  )
}

const GIVEN = new Set(
  'james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet maria olivia heather helen catherine diane julie victoria joyce lauren kelly christina ruth joan virginia judith evelyn hannah andrea megan cheryl jacqueline madison teresa abigail sophia martha sara gloria janice kathryn ann isabella judy charlotte julia grace amber alice jean denise frances danielle marilyn natalie beverly diana brittany theresa kayla alexis doris lori tiffany oliver harry simon marcus gareth derek victor wendy monica naomi paula bethany lucas hugo leo theo antoine julien nicolas pierre jean luc camille manon chloe lea claire sophie marie isabelle hans peter klaus jurgen wolfgang stefan andreas thomas uwe heike sabine claudia birgit ursula monika petra katharina lena felix matthias torsten anna giulia lorenzo chiara matteo francesca davide valentina simone marco luca giovanni paolo carlos javier pablo alejandro sergio raul lucia carmen marta elena pilar luis miguel jorge fernando joao gustavo rafael thiago camila larissa juliana beatriz pedro ana diego sofia georgia mia ella lily zoe nina ivan olga igor natasha ahmed mohammed fatima ali omar priya raj'.split(
    ' ',
  ),
)

/** Whether the first word of a Latin cell is a common given name. */
export function isGivenName(cell: string): boolean {
  const first = /^\p{Lu}[\p{L}'’-]*/u.exec(cell)?.[0]
  if (first === undefined) return false
  return GIVEN.has(
    first
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase(),
  )
}

/** Two to four capitalised words of letters, perhaps with an initial, a hyphen or an apostrophe. */
export function isLatinName(cell: string): boolean {
  return (
    cell.length <= 60 &&
    /^(?:(?:Mr|Mrs|Ms|Dr|Herr|Frau)\.? )?\p{Lu}[\p{L}'’.-]{0,20}(?:,? (?:(?:de|da|di|del|van|von|der|la|dos|do|le|al|bin) ){0,2}\p{Lu}[\p{L}'’.-]{0,20}){1,3}$/u.test(
      cell,
    )
  )
}

export const COMPANY =
  /(?:有限公司|有限责任公司|股份公司|集团|商贸|公司|经营部|工作室|合作社|事务所|商行|株式会社|有限会社|合同会社|주식회사|\(주\)|㈜)|\b(?:inc|llc|ltd|limited|corp|corporation|gmbh|ag|kg|ohg|ug|sarl|sas|sa|srl|spa|s\.l|s\.a|ltda|pty|plc|bv|nv|oy|ab|co|company|group|holdings|partners|associates|studio|trading|farm|foundation|consulting|services|solutions|enterprises|industries|florists|mills)\b\.?|& (?:sons|co|partners)/i
export const STORE =
  /(?:店|门店|校区|分馆|广场|旗舰店|专卖店|专柜|支店|매장|지점|\bstore|\bshop|\bbranch|\boutlet)$/i
export const BANK =
  /银行|農行|农行|工行|建行|招行|中行|交行|信用社|邮储|支行|\bbank\b|sparkasse|volksbank|banque|banco |ゆうちょ|은행/i
export const GOODS =
  /洗发|沐浴|护手霜|面膜|香皂|牙膏|饮料|凉茶|矿泉水|礼盒|礼包|套餐|套装|挂面|酱油|大米|食用油|纸巾|手机壳|充电|耳机|手环|跑鞋|运动鞋|卫衣|衬衫|外套|床头柜|剪刀|吊坠|转运珠|口红|精华|水乳|面霜|奶粉|纸尿裤|零食|饼干|巧克力|凤梨酥|茶叶|白酒|啤酒|咖啡|蜂蜜|枸杞|肉松|火腿|辣酱|老干妈|玩具|文具|(?:\d{2,4}\s?g|\d+\s?(?:ml|kg|片|瓶|盒|包|袋|支|只|件|块|抽|枚))(?:\b|装|$|\*)|[一二三四五六七八九十]块装|三块装|\d次$|\b(?:mug|rug|lamp|candle|hoodie|t-?shirt|shirt|jacket|boots?|shoes?|socks|bag|tote|desk|chair|table|sofa|apron|mat|bottle|cap|hat|scarf|ring|necklace|bracelet|poster|print|book|notebook|pack of|size [smlx]+|case|charger|cable)\b/i
export const HEALTH =
  /阳性|阴性|梅毒|艾滋|结核|转氨酶|三高|血脂|冠心病|心梗|胆囊|结石|骨质疏松|甲状腺|白内障|青光眼|牛皮癣|银屑病|过敏原|痔疮|腰突|胎停|流产|过敏|高血压|糖尿病|哮喘|怀孕|孕期|孕妇|产后|剖腹产|经期|心脏病|脑梗|癌|肿瘤|肝炎|胃炎|肺炎|鼻炎|皮炎|湿疹|抑郁|焦虑|失眠|骨折|半月板|椎间盘|颈椎病|关节炎|手术|术后|化疗|残疾|近视|癫痫|贫血|痛风|甲亢|结节|囊肿|感冒|发烧|咳嗽|头晕|头痛|牙痛|龋齿|智齿|根管|布洛芬|阿莫西林|头孢|青霉素|胰岛素|二甲双胍|敏感肌|痘痘|妊娠斑|红血丝|医嘱|喘息|高血圧|アレルギー|妊娠|ペニシリン|糖尿|알레르기|고혈압|임신|천식|당뇨|\b(?:allerg\w*|asthma\w*|diabet\w*|pregnan\w*|hypertension|epilep\w*|cancer|depression|anxiety|migraine|insulin|penicillin|ibuprofen|gluten|celiac|coeliac|lactose|vegan only|wheelchair|disab\w*|hiv|surgery|chemo\w*|arthritis|autis\w*|adhd|schwanger\w*|behinder\w*|nussallergie|embaraz\w*|enceinte|asma|incinta|gravida|diabete\w*)\b/i
/** The same in other languages, by roots that they share. */
export const HEALTH_ROOTS =
  /diabet|dijabet|asthm|astm[aei]|\basma\b|hipert(?:en|on)|hypert(?:en|on)|alerg|alergi|allerg|penici?l|penisil|epilep|migr[aäeé]n|artrit|arthros|depress|hepatit|anemi|nivelrikko|verenpaine|raskaus|kencing manis|darah tinggi|tiểu đường|huyết áp|hen suyễn|диабет|алл?ерг|астм|гипертон|хипертон|пеницил|эпилеп|мигрен|беремен|διαβητ|αλλεργ|ασθμ|άσθμ|υπέρτασ|سكري|حساسي|ربو|ضغط الدم|دیابت|فشار خون|เบาหวาน|ความดัน|หอบหืด|เพนิซิลลิน|ภูมิแพ้|मधुमेह|दमा|रक्तचाप|סוכרת|אסתמה/i
export const ETHNIC =
  /^(?:汉|满|回|壮|苗|维吾尔|土家|彝|蒙古|藏|布依|侗|瑶|朝鲜|白|哈尼|哈萨克|黎|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|锡伯|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|阿昌|怒|鄂温克|京|基诺|德昂|保安|俄罗斯|裕固|乌孜别克|门巴|鄂伦春|独龙|赫哲|高山|珞巴)族?$/
export const MARITAL =
  /^(?:已婚|未婚|离异|离婚|丧偶|再婚|初婚|已婚已育|已婚未育|既婚|独身|기혼|미혼|married|single|divorced|widowed|separated|verheiratet|ledig|geschieden|verwitwet|marie|mariée?|célibataire|divorcée?|veuve?|pacsée?|casad[oa]|solter[oa]|divorciad[oa]|viud[oa]|solteir[oa]|divorciad[oa]|celibe|nubile|coniugat[oa])$/i
export const RELIGIOUS =
  /^(?:佛教|道教|基督教|天主教|伊斯兰教|东正教|印度教|无宗教信仰|无神论|仏教|神道|キリスト教|불교|기독교|천주교|catholic|protestant|christian|muslim|jewish|hindu|buddhist|sikh|orthodox|atheist|ev|rk|röm\.?-?kath\.?|evangelisch|katholisch|catholique|católic[oa]|cattolic[oa])$/i
export const GENDERED =
  /^(?:男|女|男性|女性|男士|女士|先生|男孩|女孩|m|f|w|d|male|female|man|woman|homme|femme|männlich|weiblich|divers|hombre|mujer|masculino|feminino|femenino|maschio|femmina|masculin|féminin|남|여|남자|여자|남성|여성|other|non-binary|未知|保密|未设置)$/i
export const YES_NO =
  /^(?:是|否|有|无|已|未|y|n|yes|no|true|false|t|f|on|off|oui|non|ja|nein|sí|si|sim|não|nao|はい|いいえ|有り|無し|예|아니오|○|×|√|✓|✔)$/i
export const SALUTED =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|divers|m|mme|mlle|monsieur|madame|sr|sra|srta|dña|dr|dra|sig|sig\.ra|sig\.na|dott|先生|女士|小姐|太太|様|殿)\.?$/i
