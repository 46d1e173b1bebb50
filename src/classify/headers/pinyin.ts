/** Syllables of the characters that header words use; their first letters give the initials that old systems use. */
const SYLLABLES =
  'a:阿 ai:爱艾 an:安案 ao:澳 ba:爸疤 bai:百 ban:班办版半板 bang:绑 bao:保包宝报胞 bei:备被贝 ben:本 bi:币比笔毕避 bian:编变边便 biao:标表 bie:别 bin:宾 bing:病并 bo:播博搏 bu:部不补簿 cai:菜采材财裁 can:餐残参 cang:仓 cao:操 ce:测册 ceng:层曾 cha:查差 chan:产 chang:场厂常长 chao:超 che:车 chen:辰 cheng:称成城程承诚乘 chi:尺持齿 chong:充 chu:出储处初除础 chuan:传串 chuang:床创 chun:醇 ci:次 cui:催 cun:存村寸 da:打大达答 dai:代袋贷待 dan:单担胆诞疸 dang:档当党 dao:到导道刀 de:得的 deng:登等 di:地底第抵递 dian:电店点 ding:订定钉 dong:动东栋 dou:抖 du:度读毒 duan:段断短端 dui:对兑队 e:额 er:儿二耳 fa:法发 fan:反饭 fang:房方防访放肪 fei:费飞肺 fen:分份 feng:风 fou:否 fu:付服父复夫负附肤傅妇腹福 gan:肝感 gang:港岗 gao:高 ge:格个骼 gen:跟 geng:更 gong:公工供功 gou:购构沟 gu:顾固故估骨 gua:挂 guan:关管馆冠官贯 guang:光广 gui:规柜归贵 guo:国过果 ha:哈 hai:孩 han:含 hang:行 hao:号好 he:合核何贺 hen:痕 heng:恒 hong:红虹 hou:后厚 hu:户护呼互乎 hua:话化花划 huai:怀 huan:患换 huang:黄 hui:会汇回绘惠 hun:婚 huo:货获活伙 ji:机级籍积记计击季基及疾寄忌急绩既肌纪际技畸 jia:家价加驾假架嘉 jian:件间建检健简荐见监肩键 jiang:奖 jiao:交教缴校矫焦角 jie:结介街接绍借节截解阶 jin:金进紧近禁津 jing:经精景镜颈静净径 jiu:就酒旧 ju:居据具局距 juan:捐 jue:决绝 jun:军 ka:卡 kai:开 kan:看 kang:康抗 kao:考 ke:客课科可刻克 kong:空 kou:口扣 ku:库 kuai:快 kuan:款宽 kuang:况 kui:馈 kuo:扩 lai:来 lan:览 lao:老 le:了 lei:类累 li:历理里利例离立力励礼 lian:联连脸链练恋 liang:量辆 liao:料疗聊 lie:列 lin:临 ling:领龄令灵零 liu:流留浏六瘤 lou:楼 lu:录路 lun:论 luo:络落裸 lv:率旅律虑 ma:码妈麻 mai:买脉卖 man:慢满 mao:毛貌 mei:美媒每梅 men:门们 mi:密 mian:面眠娩 miao:描苗 min:民敏 ming:名明 mo:末模陌膜 mu:母目姆 na:纳 nai:奶 nan:难 nao:脑 nei:内 neng:能 ni:昵拟 nian:年念 niao:尿 nong:农浓 nv:女 ou:偶 pai:牌排派 pan:盘 pei:配 pi:批皮 pian:片偏 piao:票 pin:品聘拼频 ping:评凭 po:婆 pu:铺 qi:期其起企器汽骑妻旗启 qian:签钱前欠 qiang:腔 qin:亲 qing:情请 qiu:求球 qu:区取渠去趣 quan:券权全圈 que:缺 qun:群 ran:染 re:热 ren:人任认 ri:日 rong:容 rou:肉 ru:入乳如 run:润 san:三散 sao:嫂 se:色 shan:删 shang:商上伤 she:社设射摄赊舌舍 shen:身申审神 sheng:生省声剩 shi:市时实式事史师识始室石示试失视驶食适士氏是匙 shou:手收首受售兽 shu:书数术属述输殊舒束赎 shua:刷 shui:税水睡 shun:顺 shuo:说 si:司私四 song:送 su:宿诉素 suan:算酸 sui:岁 suo:所锁缩 ta:他它 tai:态台胎抬苔 tan:探 tang:糖 tao:套淘 te:特 teng:疼 ti:体提题 tian:天填 tiao:条 tie:贴 ting:停厅庭听 tong:通统同痛童瞳 tou:头投 tu:图途 tuan:团 tui:推退 tun:臀 tuo:托拓 wai:外 wan:完晚 wang:网往忘旺 wei:位微维未围尾喂纬委谓唯 wen:问温文纹 wo:我 wu:物务无屋 xi:息系喜习析希吸细 xia:下 xian:现县限线险显衔 xiang:项箱象详向像相乡 xiao:消销小效肖 xie:携谢鞋 xin:信新心薪芯 xing:姓性型形星兴 xiong:胸 xiu:修休 xu:序需许虚蓄绪续 xuan:选 xue:学血 xun:讯询 ya:压牙押 yan:验颜眼言烟盐 yang:养仰阳氧 yao:药要钥腰邀 ye:业页夜爷 yi:医疑意移议已易一遗益疫乙抑衣 yin:银因姻音饮阴隐瘾 ying:应营婴影英 yong:用佣 you:邮有优由游右幼 yu:余育预域语与于欲郁逾 yuan:员元源原院园愿 yue:月约 yun:运孕允 za:杂 zai:在载 zan:赞 zang:脏 zao:造 ze:责 zeng:赠增 zhai:摘债宅 zhan:站展占 zhang:账帐障张掌丈 zhao:照 zhe:者折 zhen:诊真镇 zheng:证政整征症正 zhi:值址职支质直止治执指知脂置制志织帜至芝 zhong:种重中终众肿 zhou:周轴 zhu:住注主助嘱柱祝 zhuan:专转 zhuang:状装妆 zhun:准 zhuo:桌 zi:资字子咨自滋 zong:总宗 zu:组族租 zui:最醉 zun:尊 zuo:座作坐左'.split(
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
