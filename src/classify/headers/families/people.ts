import type { Family } from './family.ts'

/** Whoever stands in a list besides customers: those who serve, bring, fetch, vouch and answer for them. */
export const people: Family = {
  zh: {
    'person-name':
      '专家,坐诊专家,大夫,坐诊大夫,接诊医生,主诊医生,开方医生,治疗师,康复师,营养师,咨询师,心理咨询师,督导师,规划师,育婴师,催乳师,产康师,美甲师,美睫师,纹绣师,造型师,调理师,推拿师,针灸师,验光师,配镜师,洗护师,护理员,护理师,护士长,照护员,照护人,照料人,主要照顾者,陪护,陪护人,护送人,送检人,采样人,采集人,检验人,报告人,核对人,复核人,审批人,填写人,填报人,填表人,提交人,上报人,举报人,投诉人,报案人,报修人,来访人,来访者,被访人,访客,拜访人,受检人,受检者,受试者,献血者,捐献者,求职者,应聘者,应聘人,候选人,面试官,推荐人姓名,内推人,入会介绍人,红娘,媒人,新郎,新娘,逝者,死者,亡者,墓主,继承人,被继承人,原告,被告,代理律师,承办人,承办律师,法官,书记员,执行人,被执行人,共同借款人,保证人,债务人姓名,催收人,放款人,收租人,出租人,承租方,合租人,房客,管家,保洁,保洁员,阿姨,保安,网格员,楼长,村长,队长姓名,车主姓名,送修人,取车人,驾驶员,司机姓名,押运员,跟车员,随车人员,车管员,装车人,卸货人,提货人,取货人,取件人,取衣人,送件人,寄方,收方,代领人,代签人,发货人,托运人,乘机人,乘车人,出行人,旅客姓名,同行人,同来人,随行人,陪同人,监护人姓名,接送人,接娃人,委托方,受托方,跟进销售,归属销售,所属销售,所属顾问,归属顾问,维护人,归属人,添加人,分配人,处理人,受理人,派单人,接单人,责任人,负责员工,服务人员,服务员工,开卡人,办卡人,充值人,收银人,核销人,验收人,盘点人,保管人,领料人,使用人,被保险人姓名,投保人姓名,出险人,理赔员,查勘员,定损员,户主姓名,家庭成员姓名,父母姓名,宝妈,宝爸,宝妈姓名,宝爸姓名,孕妇,孕妈,丈夫姓名,助教,主教,主讲,主讲老师,任课老师,学管,学管师,学习顾问,课程顾问,招生老师,辅导员,导员,导师,论文导师,校长,裁判,领队姓名,教官,队友,搭档,艺人,经纪人姓名,达人,博主,粉丝姓名,打赏人,打赏用户,收礼人,送礼人,受赠人,获奖人,中奖人,领奖人,领养人,主人,宠主,饲主,犬主,养主,认养人,认领人,护林员,饲养员,农技员,户代表',
    'postal-address':
      '住哪,住处,现住,现住处,家住,家住哪里,居住小区,所住小区,居住社区,楼栋房号,楼栋号,楼号房号,栋号,单元号,单元,门户号,宅基地,送货点地址,取件地址,取送地址,上门取件地址,接送地址,接站地址,服务地址,看护地址,养护地址,暂住地,暂住地址,迁入地址,迁出地址,行驶证地址,登记住所,身份证地址,证件地址,家访地址,墓地地址',
    'member-no':
      '卡片号,卡面编号,卡ID号,储值卡,次卡号,年卡号,月卡号,会员手环号,借阅证号,读者号,读者证,一卡通号,饭卡,校园卡号,公交卡号,老年卡号,考生号,报名号,学员号,运动员号,注册运动员号',
    'id-document':
      '暂住证号,居住证编号,准考证,准考证明编号,通行证号码,海员证号,律师证号,律师执业证号,医师执业证号,医师资格证号,教练证号,导游证号,记者证号,火化证号,死亡证明编号,结婚证号,离婚证号,出生证号,户口簿号,户口页,不动产权证号,房本号,土地证号,车辆登记证号,保险凭证号,抵押合同号,毕业证号,毕业证书编号,学位证号,学位证书编号,退伍证号,退役证号,优抚证号,低保证号,五保证号,残疾军人证号,港澳台居民居住证',
    nickname:
      '微信群昵称,群名片,填写者昵称,客户昵称,主播昵称,达人昵称,打赏昵称,网名昵称,旺旺昵称,花名昵称,宝宝昵称,宝宝小名,小名昵称',
  },
  en: {
    'person-name':
      'household,household name,head of household,family contact,clinician,rendering provider,referring provider,attending,surgeon,anesthetist,anaesthetist,nurse name,midwife,doula,hygienist,dietitian,nutritionist,counselor name,psychologist,psychiatrist,named nurse,key worker,usual gp,registered gp,gp,gp name,case handler,handler,fee earner,solicitor,barrister,next friend,decedent,deceased,deceased name,informant,testator,trustee,power of attorney,poa,godmother,godfather,officiant,celebrant,groomsman,bridesmaid,maid of honor,best man,spouse 1,spouse 2,adult 1,adult 2,child 1,child 2,camper,camper name,pickup person,authorized pickup,authorised pickup,authorized person,collected by,dropped off by,picked up by,received by,requested by,requester,requestor,approved by,approver,entered by,recorded by,inspected by,inspector,checked by,verified by,completed by,submitted by,logged by,taken by,opened by,closed by,resolved by,escalated to,reported by,witness 1,witness 2,passenger 1,passenger 2,skipper,captain,crew name,jockey,rider,rider name,runner,athlete,athlete name,player,player name,coach name,referee,umpire,pilot,student pilot,instructor name,examiner,invigilator,tutor name,advisor name,supervisor name,line manager,hiring manager,recruiter,interviewer,referee name,reference 1,reference 2,referral name,referrer name,buyer agent,listing agent,seller agent,co buyer,co applicant,co owner,lienholder name,landlord name,tenant name,occupant,occupants,roommates,guarantor,guarantor name,surety,gift recipient,recipient full name,to name,from name,sender,sender name,shipper,shipper name,deliver to name,signatory,primary contact,secondary contact,alternate contact,billing contact,account contact,decision maker,inmate,inmate name,defendant name,victim,suspect,offender,arresting officer,caseworker,foster parent,foster carer,adopter,adoptive parent,birth mother,birth father,pet owner,pet parent,breeder,rider 1,subscriber name,insured party,insured person,named insured,policy holder,policy owner,life assured,dependent,dependent name,dependant,dependents,beneficiaries',
    'id-document':
      'drivers licence number,driver s license,driver s licence,driver license no,dln,cdl,cdl number,sia licence,dbs number,dbs certificate,dbs certificate no,nmc pin,gmc number,i 9 document no,i9 document,visa no,green card,green card no,alien registration number,a number uscis,ead,ead number,birth certificate number,marriage certificate,death certificate,death certificate number,firearm license,firearms certificate,passport or id,id type number,ration card,epic number,voter card,ec number,military id,service number,tribal id',
    'member-no':
      'gate fob,fob,fob id,key fob,key card,keycard,card fob,access card,access card no,access card number,badge no card,rfid,rfid tag,rfid card,nfc,nfc id,wristband,wristband id,barcode member,patron id,patron barcode,library card number,borrower id,borrower number,license member,usta number,usga number,ghin,ghin number,racing license,fie license,pupil id,learner id,candidate number,candidate no,unique learner number,uln,alumni id',
  },
  ja: {
    'person-name':
      '利用者,利用者名,利用者氏名,入居者,入居者名,主たる介護者,介護者,担当ケアマネ,ケアマネ,ケアマネジャー,ケアマネージャー,キーパーソン,身元引受人,身元保証人,保証人,連帯保証人,後見人,受診者,受診者名,受講者,受講者名,講師名,応募者,応募者名,面接官,紹介者名,借主,貸主,入居者氏名,同居人,同伴者,同行者,代表者氏名,予約者名,お子様,お子様名,お子さま氏名,ご家族,家族氏名,続柄氏名,故人,故人名,喪主,新郎,新婦,原告,被告,弁護士,担当弁護士,相手方,飼い主,飼い主名,飼主,運転手,ドライバー,乗務員,看護師,主治医,執刀医,歯科医師,衛生士,指導者,指導員,コーチ,選手,選手名,会員氏名,口座名義人,名義人,寄付者,寄付者名,訪問者,来訪者,来客者,申請者,申請者名,届出人,記入者,記入者名,受付者,対応者,対応者名,施術担当,担当スタッフ,スタイリスト,指名,本人',
  },
  ko: {
    'person-name':
      '매니저,커플매니저,담당매니저,컨설턴트,고객성명,성명한글,성명영문,원아명,원아,원생,학생성명,하원담당자,등원담당자,등하원자,인수자,수급자,수급자명,어르신,어르신성명,입소자,입소자명,주보호자,주수발자,요양보호사,사회복지사,간병인,주치의,집도의,상담실장,실장,상담사,치료사,원장님,코디,디자이너,시술자,담당원장,강사명,교사,교사명,담임교사,코치,선수,선수명,지원자,지원자명,면접관,추천자,소개자,임차인,임대인,세입자,입주자,동거인,보증인,연대보증인,피보험자,수익자,보험계약자,운전자,기사,기사명,탑승자,탑승객,동행인,고인,고인명,상주,유족,신랑,신부,원고,피고,변호인,변호사,의뢰인,상대방,보호자성함,견주,반려인,방문자,방문객,작성자,접수자,처리자,승인자,기부자,기부자명,후원자,후원자명,수혜자,당첨자',
  },
  de: {
    'person-name':
      'bewohner,bewohnername,bewohnerin,angehorige,angehoriger,bezugsperson,bezugspflegekraft,pflegekraft,betreuer gesetzlich,gesetzlicher betreuer,vormund,bevollmachtigter,bevollmachtigte,behandler,behandelnder arzt,zahnarzt,therapeutin,uberweiser,zuweiser,operateur,anasthesist,hebamme,klient,klientin,mandant,gegner,anwalt,rechtsanwalt,notar,richter,klager,beklagter,schuldner,glaubiger,burge,mieterin,mitbewohner,mietinteressent,vorbesitzer,eigentumer,halterin,fahrzeughalterin,mitreisende,mitreisender,reiseteilnehmer,begleitung,brautpaar,brautigam,braut,verstorbene,verstorbener,hinterbliebene,spieler,spielerin,reiter,laufer,athlet,trainerin,bewerber,bewerberin,vorgesetzter,vorgesetzte,ausbilder,azubi,stellvertreter,erzieherin,klassenlehrer,abholer,abholberechtigte person,geschwister,mutter name,vater name,tierhalter,besitzer,hundehalter,zuchter,spenderin,forderer,bewoner,mantelzorger,behandelaar,verpleegkundige,huurder,verhuurder,eigenaar,leerling,docent,speler,sollicitant',
  },
  fr: {
    'person-name':
      'resident,residente,nom resident,proche,aidant,referent,infirmier,infirmiere,chirurgien,dentiste,kine,kinesitherapeute,sage femme,soignant,medecin prescripteur,medecin referent,curateur,mandataire,personne confiance,personne de confiance,avocat,adversaire,debiteur,creancier,caution,garant,colocataire,bailleur,acquereur,stagiaire,candidat,recruteur,manager,formateur,animateur,moniteur,enseignant,instituteur,nounou,assistante maternelle,enfant,joueur,licencie,cavalier,coureur,accompagnateur,voyageur,temoin,defunt,defunte,maitre,proprietaire animal,eleveur,donatrice,benevole,demandeur,declarant,signataire,redacteur,responsable legal 1,responsable legal 2,parent 1,parent 2',
  },
  es: {
    'person-name':
      'arrendatario,arrendador,inquilino,codeudor,fiador,aval,avalista,deudor,acreedor,residente,familiar,cuidador,cuidadora,enfermero,enfermera,odontologo,cirujano,terapeuta,fisioterapeuta,psicologo,especialista,medico tratante,doctor,doctora,familiar responsable,persona responsable,representante legal,abogado,demandante,demandado,testigo,solicitante,aspirante,candidato,jefe,supervisor,capacitador,instructor,docente,maestro,maestra,estudiante,alumna,hijo,hija,nino,nina,nombre nino,padre tutor,madre tutora,jugador,corredor,acompanante,viajero,novio,novia,difunto,fallecido,dueno,propietario,criador,donante,voluntario,firmante,asesora,ejecutivo,promotor,recepcionista,conductor,chofer',
  },
  it: {
    'person-name':
      'ospite struttura,residente,familiare,caregiver,badante,infermiere,infermiera,dentista,chirurgo,fisioterapista,psicologo,specialista,medico base,medico di base,mmg,amministratore sostegno,avvocato,controparte,debitore,garante,inquilino,conduttore,locatore,proprietario,candidato,responsabile risorse,docente,maestra,studente,bambino,bambina,figlio,figlia,giocatore,atleta,accompagnatore,viaggiatore,sposo,sposa,defunto,padrone,allevatore,donatore,volontario,firmatario,autista,consulente,agente,delegato,delegato ritiro',
  },
  pt: {
    'person-name':
      'inquilino,locatario,locador,fiador,avalista,devedor,residente,familiar,cuidador,cuidadora,acompanhante,enfermeiro,enfermeira,dentista,cirurgiao,fisioterapeuta,psicologo,especialista,medico assistente,medico responsavel,doutor,advogado,autor,reu,testemunha,solicitante,candidato,gestor,supervisor,instrutor,personal,personal trainer,docente,estudante,aluna,filho,filha,crianca,nome crianca,encarregado educacao,jogador,atleta,corredor,viajante,noivo,noiva,falecido,dono,proprietario,tutor animal,criador,doador,voluntario,signatario,consultor,motorista,indicado por,quem indicou',
  },
  ru: {
    'person-name':
      'фио пациента,фио клиента,фио родителя,фио ребенка,фио сотрудника,фио врача,лечащий врач,законный представитель,опекун,поручитель,заемщик,арендатор,арендодатель,собственник,владелец,жилец,сотрудник,работник,кандидат,соискатель,рекомендатель,тренер,преподаватель,учитель,студент,обучающийся,спортсмен,участник,турист,пассажир,водитель,курьер,мастер,администратор,адвокат,истец,ответчик,должник,умерший,жених,невеста,даритель,волонтер,подписант,сиделка,родственник,хозяин',
  },
  pl: {
    'person-name':
      'lekarz prowadzacy,opiekun prawny,najemca,wynajmujacy,wlasciciel,poreczyciel,dluznik,kredytobiorca,podopieczny,mieszkaniec,pielegniarka,terapeuta,psycholog,kandydat,przelozony,trener,nauczyciel,wychowawca,student,zawodnik,uczestnik,podrozny,pasazer,kierowca,kurier,adwokat,powod osoba,pozwany,swiadek,zmarly,pan mlody,panna mlody,hodowca,darczynca,wolontariusz,zglaszajacy,wnioskodawca,ubezpieczony,ubezpieczajacy,uposazony',
  },
  tr: {
    'person-name':
      'hasta yakini,refakatci,bakici,vasi,kefil,borclu,kiraci,ev sahibi,mal sahibi,hemsire,dis hekimi,hekim,terapist,psikolog,danisan,danisman,aday,yonetici,egitmen,antrenor,ogretmen,ogrenci,ogrenci adi,cocuk adi,sporcu,oyuncu,katilimci,yolcu,surucu,kurye,avukat,davaci,davali,tanik,merhum,gelin,damat,bagisci,gonullu,basvuran,sigortali,sigorta ettiren,hayvan sahibi',
  },
  vi: {
    'person-name':
      'ho ten bn,ten bn,ho ten benh nhan,ten benh nhan,nguoi nha,nguoi than,than nhan,nguoi bao lanh,bac si dieu tri,bs dieu tri,dieu duong,nguoi thue,chu nha,nguoi vay,nguoi bao tro,ung vien,nguoi phu trach,nhan vien,huan luyen vien,giao vien,sinh vien,ten hoc sinh,ten con,ten be,van dong vien,hanh khach,tai xe,luat su,co dau,chu re,nguoi mat,nguoi gui,nguoi dang ky,chu nuoi,ten chu nuoi',
  },
  id: {
    'person-name':
      'dpjp,penanggung jawab,nama penanggung jawab,keluarga pasien,pendamping,perawat,dokter penanggung jawab,terapis,konselor,penyewa,pemilik,peminjam,penjamin nama,saksi,calon,pelamar,atasan,pelatih,guru,wali murid,siswa,nama siswa,nama anak,mahasiswa,atlet,peserta,nama peserta,penumpang,sopir,kurir nama,pengacara,almarhum,pengantin,donatur,relawan,pemohon,tertanggung,pengirim,nama pengirim',
  },
}
