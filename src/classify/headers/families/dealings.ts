import type { Family } from './family.ts'

/** Contracts, who pays for them and who runs things, states, indices and land registers: about dealings, not people. */
export const dealings: Family = {
  zh: {
    'store-name': '仓库名称',
    amount: '累计消费金额,应收余额',
    'order-id': '处方号,合同号,合同编号,协议书编号,委托编号,业务编号,业务单号,签约编号',
    'company-name':
      '资助方,出资方,付款方,托管方,管理公司,物业公司,承保公司,保险公司,放款机构,资方,代理机构,合作方,开发商,承包商,供电公司',
    'business-phone':
      '客服热线,服务热线,物业电话,管理处电话,保险公司电话,报案电话,救援电话,服务电话,咨询热线',
    category:
      '期间,期限,频次,频率,缴费期间,保障期间,保险期间,交费期间,交费方式,交费频率,调整指数,计息方式,还款方式,五级分类,风险等级,担保方式,合同性质,附加险,车损险,险别',
  },
  ja: {
    'product-name': '物件名,物件,品目,品目名,工事名,案件名,現場名,作品名',
    'order-id': '契約番号,契約no,申込番号,受付番号,案件番号,見積番号',
    'company-name':
      '管理会社,保証会社,元請,元請け,施工会社,仲介会社,引受会社,損保会社,委託元,委託先,仕入先,部品仕入先,金融機関名称,加盟店',
    'business-phone': '管理会社電話,サポート窓口,フリーダイヤル,コールセンター,緊急連絡窓口',
    category: '免責補償,車両保険,補償内容,担保種別,契約区分,契約状態,地目,用途地域',
  },
  ko: {
    'product-name': '품목,품목명,세탁물,물품,물품명,자재,자재명,의류,상품구분',
    'order-id': '계약번호,계약 번호,접수번호,신청번호,견적번호,청약번호,예약번호',
    'company-name':
      '보험사,제휴보험사,관리회사,관리업체,시공사,시행사,중개업소,대행사,위탁사,협력사,제휴사,금융사,캐피탈사,렌탈사,지급기관',
    'business-phone': '콜센터,고객센터,보험사 콜센터,관리실,관리사무소 전화,대표번호,상담센터',
    category:
      '자차보험,자차,면책,면책제도,보험종류,특약,보장내용,담보,계약상태,상태값,진행단계,금리유형,상환방식,용도지역,지목',
  },
  en: {
    'business-phone':
      'support line,help line,helpline,customer line,info line,information line,booking line,service line,support phone,support number,front desk,reception phone,switchboard,call centre,call center',
    'order-id':
      'contract id,agreement id,policy contract,quotation number,quotation no,engagement id,subscription id,lease id,loan number,loan id,loan no,application number,application no,grant number',
    'company-name':
      'funder,funding source,funding body,sponsor company,management company,managing agent,administrator company,property manager company,insurer,underwriter name,lender,lender name,broker firm,payer organisation,payor,payor name,third party payer,agency name,servicer,housing association,utility,energy supplier,previous supplier,distributor',
    category:
      'solicit code,solicit codes,visible to,visibility,index,rate index,indexation,rent review index,contract state,loan status,loan purpose,collateral,collateral type,repayment type,interest type,risk grade,risk band,dunning level,dunning block,arrears stage,record state,excess cover,damage waiver,cdw,cover type,cover level,arrears status,provider type,rate plan type,deceased reason',
    amount:
      'est balance,estimated balance,outstanding,outstanding balance,open balance,account balance due,balance owed,balance outstanding,amount outstanding,unpaid balance,ar balance,arrears,amount owing,owing,credit limit,disbursed amount,amount financed,contract rate,charge rate,bill rate,billing rate',
    quantity:
      'closed deals,open deals,won deals,lost deals,total activities,done activities,activities to do,email messages count,people count,no of deals',
    code: 'malo,malo id,melo,melo id,mpan,mprn,meter point,metering point,cadastral number,cadastral reference,land registry number,title number,uprn,property reference,property ref,provider code',
    date: 'disbursement date,disbursed on,drawdown date,first payment date,maturity date,break date,review date',
  },
  de: {
    'order-id':
      'vertragsnummer,vertrags nr,vertragsnr,vertragskonto,angebotsnummer,darlehensnummer,antragsnummer,auftragsnummer',
    'company-name':
      'kostentrager,kostentragerin,leistungstrager,hausverwaltung,verwaltung firma,vorlieferant,versorger,netzbetreiber,messstellenbetreiber,zuschussgeber,forderer,fordermittelgeber,bautrager,verwalterfirma,pflegekasse,kreditgeber,darlehensgeber,versicherungsgesellschaft,opdrachtgever,zorgverzekeraar,kostendrager',
    'business-phone':
      'hotline,servicenummer,telefon hausverwaltung,tel hausverwaltung,telefon verwaltung,notdienst',
    gender: 'pronomen',
    category:
      'tour,tourenplan,route,mahnstufe,mahnsperre,indexierung,verzinsung,zinsart,tilgungsart,leistungsart,versicherungsprodukt,selbstbeteiligung,deckung,stand,bearbeitungsstand,aktenstand,zahlungsweise,betaalwijze',
    code: 'malo,malo id,melo,melo id,marktlokation,messlokation,zahlpunkt,zahlpunktbezeichnung,flurstuck,flurstucksnummer,grundbuch,grundbuchblatt,gemarkung,objektnummer,aktenzeichen intern,ean code,meternummer',
    amount:
      'abschlag,abschlagszahlung,offener posten,offener betrag,offene posten,ruckstand,darlehensbetrag,darlehenssumme,kreditlimit,verrechnungssatz,openstaand,openstaand bedrag',
    measure: 'jahresverbrauch,verbrauch,verbruik,jaarverbruik,zinssatz',
  },
  fr: {
    'order-id':
      'numero contrat,no contrat,n contrat,num contrat,contrat,reference contrat,numero pret,numero devis,numero police contrat',
    'company-name':
      'financeur,organisme financeur,organisme payeur,organisme,payeur,prescripteur organisme,assureur,mutuelle nom,caisse,bailleur,bailleur social,syndic,gestionnaire,societe gestion,courtier,preteur,fournisseur precedent,prestataire,sous traitant,donneur ordre',
    'business-phone':
      'tel syndic,telephone syndic,hotline,numero vert,service client,tel gestionnaire,tel agence,standard',
    category:
      'statut,etat,etat dossier,indice,indice revision,irl,indexation,mode financement,prise charge type,type prise charge,garantie,formule,option assurance,franchise,periodicite,niveau relance,zone,secteur geographique,sans prise charge',
    amount:
      'taux horaire prestation,tarif horaire,prix horaire,solde du,reste du,encours,impaye,impayes,montant accorde,montant prete,echeance montant,mensualite',
    code: 'pdl,point livraison,prm,pce,reference cadastrale,parcelle,section cadastrale,invariant fiscal,numero lot',
    date: 'date deblocage,date decaissement,premiere echeance,prochaine echeance',
  },
  es: {
    'order-id':
      'contrato,numero contrato,no contrato,num contrato,folio,folio contrato,numero credito,no credito,numero expediente,expediente,numero solicitud,folio solicitud,numero prestamo',
    'company-name':
      'financiador,financiadora,entidad,entidad financiera,administradora,administradora fincas,aseguradora,correduria,afianzadora,promotora,constructora,comercializadora,distribuidora,prestamista,pagador,organismo',
    'business-phone':
      'telefono administradora,tel administradora,telefono aseguradora,atencion cliente,linea directa,centro llamadas,call center,tel asistencia',
    category:
      'estatus,estatus credito,estatus cliente,situacion,situacion credito,indice,indice reajuste,indice actualizacion,tipo credito,destino credito,garantia tipo,cobertura,modalidad,periodicidad,fase,etapa,calificacion cartera',
    amount:
      'saldo insoluto,saldo vencido,saldo pendiente,saldo deudor,adeudo,adeudos,deuda,monto otorgado,monto autorizado,monto credito,capital,limite credito,tarifa hora,precio hora,importe pendiente',
    'job-title':
      'actividad economica,giro,giro negocio,ocupacion actual,actividad laboral,actividad principal',
    code: 'referencia catastral,cuenta predial,clave catastral,cups,nis,numero medidor,medidor,numero finca,rol',
    date: 'fecha desembolso,fecha dispersion,fecha otorgamiento,fecha disposicion,primer pago,fecha primer pago',
  },
  pt: {
    'order-id':
      'contrato,numero contrato,no contrato,n contrato,numero proposta,proposta,numero processo,processo,protocolo,numero emprestimo',
    'company-name':
      'administradora,administradora condominio,financiador,financiadora,seguradora,corretora,imobiliaria,construtora,incorporadora,concessionaria,operadora,operadora saude,distribuidora,entidade,instituicao',
    'business-phone':
      'tel administradora,telefone administradora,tel condominio,telefone sindico,sac,central atendimento,tel imobiliaria,ouvidoria',
    category:
      'estado contrato,situacao,indice,indice reajuste,indice correcao,garantia,tipo garantia,modalidade,periodicidade,cobertura,franquia,fase,etapa',
    amount:
      'saldo devedor,valor devido,em aberto,valor aluguel,valor locacao,valor financiado,valor liberado,limite credito,valor hora contrato,divida',
    code: 'inscricao imobiliaria,iptu,matricula imovel,inscricao municipal,inscricao cadastral,numero medidor,unidade consumidora,numero instalacao,cadastro imovel,codigo imovel',
    date: 'data liberacao,data desembolso,vencimento contrato,primeiro vencimento,data reajuste',
  },
  it: {
    'order-id':
      'contratto,numero contratto,n contratto,num contratto,numero pratica,pratica,numero preventivo,numero mutuo',
    'company-name':
      'finanziatore,ente finanziatore,ente,ente erogatore,amministratore societa,amministrazione condominio,assicuratore,compagnia assicurativa,immobiliare,impresa,gestore,fornitore precedente,distributore,finanziaria',
    'business-phone':
      'tel amministratore,telefono amministratore,numero verde,servizio clienti,assistenza clienti,centralino',
    category:
      'indice,indice istat,stato pratica,stato contratto,garanzia,tipo garanzia,copertura,franchigia,periodicita,modalita,fase,livello sollecito',
    amount:
      'saldo dovuto,residuo,debito,insoluto,importo erogato,importo finanziato,canone,canone mensile,tariffa oraria,prezzo orario,fido',
    code: 'pod,pdr,foglio,particella,subalterno,categoria catastale,rendita catastale,dati catastali,matricola contatore,numero contatore',
  },
  pl: {
    'order-id': 'numer umowy,nr umowy,umowa,numer wniosku,nr wniosku,numer sprawy,numer kredytu',
    'company-name':
      'platnik,fundator,zarzadca nieruchomosci,ubezpieczyciel,deweloper,wykonawca,dostawca energii,pozyczkodawca,instytucja',
    category:
      'wskaznik,indeks,stan umowy,status umowy,zabezpieczenie,rodzaj zabezpieczenia,zakres ubezpieczenia,etap',
    amount:
      'do zaplaty,zaleglosc,saldo zadluzenia,zadluzenie,kwota kredytu,stawka godzinowa uslugi,czynsz,kaucja',
    code: 'numer licznika,nr licznika,ppe,numer ksiegi wieczystej,ksiega wieczysta,dzialka,numer dzialki',
  },
  ru: {
    'order-id': 'номер договора,№ договора,договор,номер заявки,номер дела,номер контракта,контракт',
    'company-name':
      'страховая компания,страховщик,управляющая компания,плательщик,застройщик,подрядчик,поставщик,кредитор,спонсор,финансирование',
    'business-phone': 'горячая линия,колл центр,телефон управляющей компании,телефон страховой,диспетчерская',
    category:
      'индекс пересмотра,вид страхования,страховой продукт,обеспечение,вид обеспечения,статус договора,этап,стадия,программа страхования',
    amount:
      'задолженность,долг,остаток долга,сумма кредита,сумма займа,арендная плата,залог,страховая премия',
    code: 'кадастровый номер,номер счетчика,лицевой счет жкх,номер участка',
  },
  tr: {
    'order-id': 'sozlesme no,sozlesme numarasi,sozlesme,basvuru no,dosya no,teklif no,kredi no',
    'company-name':
      'sigorta sirketi,yonetim sirketi,finansor,odeyen kurum,anlasmali kurum,kurum,muteahhit,tedarikci',
    category: 'durumu,asama,endeks,teminat,teminat turu,kasko,police turu',
    amount: 'kalan borc,borc,borc bakiyesi,kredi tutari,kira bedeli,kira,depozito,saatlik ucret hizmet',
    code: 'ada,pafta,ada parsel,sayac no,tesisat no,abone no',
  },
  id: {
    'order-id': 'nomor kontrak,no kontrak,kontrak,nomor pengajuan,no pengajuan,nomor pinjaman,no pinjaman',
    'company-name':
      'penyandang dana,perusahaan asuransi,pengelola,penjamin,pemberi pinjaman,developer,vendor asuransi',
    category: 'indeks,jaminan,jenis jaminan,jenis asuransi,tahap,kolektibilitas',
    amount: 'sisa hutang,hutang,tunggakan,plafon,jumlah pinjaman,sewa,uang muka,angsuran',
  },
  vi: {
    'order-id': 'so hop dong,ma hop dong,hop dong,so hd,ma ho so,so ho so,ma khoan vay',
    'company-name': 'don vi tai tro,cong ty bao hiem,cong ty quan ly,ben cho vay,chu dau tu,nha cung cap',
    category: 'chi so,tinh trang,tinh trang hop dong,loai bao hiem,goi bao hiem,tai san dam bao,giai doan',
    amount: 'con no,cong no,du no,so tien vay,tien thue,tien coc,dat coc,no phi',
    date: 'ngay khai giang,ngay giai ngan,ngay dao han',
  },
  sv: {
    'order-id':
      'avtalsnummer,kontraktsnummer,avtalsnr,avtal,arendenummer,lanenummer,kontraktnummer,aftalenummer,sagsnummer,avtalenummer,saksnummer',
    'company-name':
      'finansiar,betalare foretag,forvaltare,forvaltningsbolag,forsakringsbolag,langivare,natagare,elhandlare,forsikringsselskab,forsikringsselskap,udlejer firma',
    category: 'index,skede,avtalsstatus,sakerhet,forsakringstyp,dekning,dakning',
    amount: 'skuld,restskuld,utestaende,lanebelopp,hyra,husleje,leie,depositum,deposition',
    code: 'anlaggningsid,matarnummer,fastighetsbeteckning,malernummer,matrikelnummer jord,gardsnummer',
  },
}
