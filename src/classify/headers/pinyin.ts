/** Syllables of the characters that header words use; their first letters give the initials that old systems use. */
const SYLLABLES =
  'ai:爱 an:安 ba:爸 bai:百 bao:保包宝 bei:备 ben:本 bi:币比笔毕 bian:编变边 biao:标表 bing:病 bo:播 bu:部 cai:菜采材 can:餐残 cang:仓 ce:测册 cha:查差 chan:产 chang:场厂常长 che:车 cheng:称成城程承 chong:充 chu:出储处初 chuan:传串 chuang:床创 ci:次 cun:存村 da:打大 dai:代袋贷 dan:单担 dao:到导 de:得 deng:登等 di:地底第 dian:电店点 ding:订定 dong:动东 du:度读 duan:段 dui:对兑 e:额 er:儿二 fa:法发 fan:反 fang:房方防访 fei:费 fen:分份 feng:风 fu:付服父复夫负 gao:高 ge:格个 gong:公工供功 gou:购 gu:顾固故 guan:关管馆 gui:规柜 guo:国过 han:含 hang:行 hao:号好 he:合核 heng:恒 hu:户护呼互 hua:话化花划 huan:患换 hui:会汇回绘 huo:货获 ji:机级籍积记计击季基 jia:家价加驾假 jian:件间建检健简 jiang:奖 jiao:交教缴校 jie:结介街接 jin:金进紧近 jing:经精景 jiu:就酒旧 ju:居据 ju:具 jue:决 ka:卡 kai:开 kan:看 kao:考 ke:客课科 kong:空 kou:口 ku:库 kuai:快 lai:来 lan:览 lao:老 lei:类累 li:历理里利例离 lian:联连 liao:料疗 lin:临 ling:领龄 liu:流留 lou:楼 lu:录路 ma:码妈 mai:买 mao:毛 mei:美媒 men:门 mi:密 mian:面 miao:描 min:民 ming:名明 mo:末模 mu:母目 nei:内 nian:年 nian:念 niao:尿 pai:牌排 pei:配 pi:批 pian:片偏 piao:票 pin:品聘 ping:评凭 qi:期其起企器 qian:签钱前 qing:情请 qu:区取渠去 quan:券权 que:缺 ren:人任认 ri:日 ru:入 san:三 se:色 shang:商上伤 she:社设射 shen:身申审神 sheng:生省声 shi:市时实式事史师识始室石示试失 shou:手收首受售 shu:书数术属述输 shui:税水 shuo:说 si:司私 song:送 su:宿诉 suo:所 ta:他 tao:套 te:特 ti:体提 tian:天填 tiao:条 tie:贴 ting:停厅 tong:通统同 tou:头投 tu:图途 tui:推退 wan:完 wang:网往 wei:位微维未 wen:问温文 wu:物务无屋 xi:息系喜习 xian:现县限线 xiang:项箱象详 xiao:消销校小 xie:携 xin:信新心薪 xing:姓性型形 xiu:修 xu:序需 xue:学血 xun:讯询 yan:验颜眼 yao:药要 ye:业页 yi:医疑意移议已 yin:银因 ying:应营婴影 yong:用 you:邮有优由 yu:余育预域 yuan:员元源原院 yue:月约 yun:运孕 za:杂 zai:在载 ze:责 zeng:赠 zhan:站 zhang:账帐长 zhao:照 zhe:者折 zhen:诊 zheng:证政整 zhi:值址职支质直止 zhong:种重中终 zhou:周 zhu:住注主助 zhuan:专转 zhuang:状 zhun:准 zi:资字子 zong:总宗 zu:组族租 zui:最 zuo:座作 bing:并 dai:待 nan:难 xiang:向 zhuo:桌 cheng:诚 kang:康 hun:婚 yin:姻 kuang:况 shi:事 zhu:属 xi:析 fang:放 lv:率 tai:态台 zhen:真 bie:别 zhong:众 wang:忘 xing:星 cai:财 xuan:选 ban:班办 ju:局 mei:每 ye:夜 di:抵 qi:汽 xiao:效 zeng:增 fu:附 chu:除 da:达 wang:旺 ni:昵 tui:推 jian:荐 jie:绍 shao:绍 guan:冠 li:立 ji:及 lei:累'.split(
    ' ',
  )

const PRONOUNCED = new Map<string, string>()
for (const entry of SYLLABLES) {
  const [syllable = '', characters = ''] = entry.split(':')
  for (const character of characters) if (!PRONOUNCED.has(character)) PRONOUNCED.set(character, syllable)
}

/** How an old system would name a column after this Chinese word: in full (shoujihao) and by initials (sjh). */
export function romanise(word: string): { readonly full: string; readonly initials: string } | undefined {
  const syllables: string[] = []
  for (const character of word) {
    const syllable = PRONOUNCED.get(character)
    if (syllable === undefined) return undefined
    syllables.push(syllable)
  }
  return { full: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') }
}
