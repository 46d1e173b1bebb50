import type { Family } from './family.ts'

/** What somebody earns, owns and owes, and the accounts it lies on. */
export const money: Family = {
  zh: {
    income:
      '征信查询次数,当前逾期,月还款压力,借支,低保,存款证明,财产线索,财产状况,财产情况,名下财产,收入证明,工资流水,银行流水,养老基数,医疗基数,失业基数,工伤基数,生育基数,申报基数,参保基数,困难认定,困难认定等级,资助等级,退休金,养老金,养老待遇,离退休金,离休金,退休工资,退休待遇,抚恤金,抚恤,低保金,低保补助,救助金,救济金,补助金,补助,困难补助,补贴金额,生活补贴,助学金,助学贷款,月入,年入,月均收入,薪酬,薪水范围,薪资待遇,期望薪资,期望薪酬,薪资要求,目前薪资,时薪,日薪,周薪,绩效奖金,岗位工资,职务工资,技能工资,工龄工资,加班工资,工资合计,工资总额,计税工资,全勤奖,高温补贴,住房补贴,餐补,车补,交通补贴,话费补贴,个税,个人所得税,应纳税所得额,社保个人,公积金个人,个人社保,个人公积金,社保扣款,扣社保,扣公积金,扣个税,社保基数,缴存基数,缴存额,月缴存额,实领,应领,实领工资,应领工资,分红,股息,经济收入,经济情况,经济状况,家庭经济情况,家庭经济状况,经济来源,生活来源,收入来源,收入水平,收入情况,收入范围,收入区间,资产状况,家庭资产,金融资产,名下资产,存款,存款余额,负债,负债情况,负债总额,家庭负债,征信,征信情况,征信状况,征信记录,征信报告,征信查询,信用记录,信用状况,失信,失信情况,失信记录,逾期记录,贫困等级,困难程度,困难类型,困难等级,致贫原因,低保情况,低保类型,低保类别,持股市值,总资产,可用资金,风险承受能力,家庭年收入,家庭月收入',
    'bank-account':
      '存折,存折账号,存折号,代扣存折,代扣账号,代扣账户,扣款卡号,代发账号,代发卡号,工资账号,工资账户,社保卡金融账号,金融账号,资金账号,资金账户,证券账号,证券账户,股东账号,基金账号,理财账号,贷款账号,还款账号,还款账户,还款卡号,收款人账户,收款方账号,付款方账号,对方账户,对手账号,交易账号,交易账户,领款账号,返款账号,返现账号,佣金账号,结算卡号,结算银行账号,绑定银行卡,绑卡卡号',
    'payment-account':
      '支付宝号,支付宝用户,收款码,微信收款,微信收款码,数字钱包,钱包地址,钱包账号,贝宝,收款账户',
    'card-expiry': '卡片有效期',
    password: '安全码,卡验证码,cvv码',
    'social-account': '抖音uid,抖音id,快手id,快手uid,小红书id,微博id,微博uid,b站uid,视频号id',
  },
  ja: {
    income:
      '就学援助,生活保護受給,非課税世帯,年金種別,月給,時給,日給,賞与,ボーナス,手当,基本給与,総支給額,支給額,差引支給額,手取り,手取額,所得,所得金額,世帯年収,世帯収入,課税所得,年金,年金額,年金受給額,恩給,生活保護,児童手当,源泉徴収税額,社会保険料,厚生年金,健康保険料,住民税,控除額,報酬,報酬月額,標準報酬月額,希望年収,現年収,退職金,役員報酬,金融資産,預金,預金額,貯蓄,貯蓄額,借入,借入額,借入金,借入状況,負債,債務,他社借入,信用情報,返済状況,延滞情報',
    'bank-account':
      '口座,引落口座,引き落とし口座,返金口座,給与振込口座,振込先口座,口座情報,口座番号下,ゆうちょ記号番号,通帳番号,返金先口座',
    'payment-account': 'paypayid,ウォレットアドレス',
    password: 'セキュリティコード,暗証,パスコード,秘密の質問の答え,合言葉',
    token: 'トークン,アクセストークン,apiキー,認証キー',
  },
  ko: {
    income:
      '본인자산,본인 자산,보유자산,보유 자산,월급여,기본급,상여,상여금,수당,시급,일급,주급,실수령액,실지급액,지급총액,총급여,세전급여,세후급여,연소득,가구소득,월수입,연금,연금액,국민연금,퇴직금,퇴직연금,건강보험료,고용보험료,소득세,원천징수,원천징수세액,주민세,공제액,희망연봉,현재연봉,금융자산,예금,예적금,저축,부채,대출금,대출잔액,채무,신용등급,신용점수,연체정보,기초생활수급,수급자여부,차상위,기초수급',
    'bank-account':
      '입금계좌,급여계좌,급여계좌번호,정산계좌,정산계좌번호,자동이체계좌,출금계좌,증권계좌,증권계좌번호,통장번호,입금계좌번호,출금계좌번호,납부계좌',
    'payment-account': '카카오페이,네이버페이,페이팔,지갑주소',
    'card-expiry': '카드유효기간,유효기간카드',
    'card-last4': '카드뒷자리,카드끝자리,카드번호뒤4자리',
    password: '보안코드,핀번호,카드비밀번호,계좌비밀번호,현관비밀번호,공동현관비밀번호,출입비밀번호,현관비번',
    token: '토큰,접근토큰,인증키,보안키,비밀키',
  },
  en: {
    income:
      'pension,pension amount,pension income,monthly pension,state pension,pension contribution,retirement income,retirement savings,annuity income,survivor benefit,benefits received,benefit amount,social security benefit,welfare,welfare benefit,unemployment benefit,disability benefit,child benefit,alimony,child support,maintenance received,stipend,remuneration,base pay,basic pay,basic salary,gross salary,net salary,monthly salary,monthly pay,current salary,expected salary,desired salary,salary expectation,salary expectations,salary range,salary band,pay grade,pay band,pay amount,gross wages,net wages,wages,overtime pay,overtime rate,day rate pay,rate of pay,ytd gross,ytd earnings,taxable income,taxable pay,withholding,federal withholding,state withholding,income tax,paye,tax withheld,deductions payroll,401 k,401k,401k contribution,family income,gross income,net income personal,gross annual income,monthly household income,other income,income source,source of income,source income,source funds,source of funds,source of wealth,income band,income range,income bracket,income level,net worth,networth,wealth,wealth band,liquid assets,investable assets,liabilities,debt to income,dti,mortgage balance,loan balance,credit history,credit report,credit standing,credit record,credit check,credit check result,bankruptcy,bankruptcies,garnishment,arrears history,means test,free school meals,fsm,pupil premium,food stamps,snap benefits,severance,equity grant,stock options,commission paid',
    'bank-account':
      'bank ac,bank a c,bank a c no,a c no,a c number,ac no,ac number,acc number,acc no,bank acc no,bank account details,bank account info,ach account,ach account number,account number bank,payroll account,salary account,payment bank account,refund account,refund bank account,direct debit account,dd account,brokerage account,trading account,demat account,demat no,securities account,loan account,loan account number,loan account no,mortgage account,passbook,passbook number,clabe,micr,micr number',
    'payment-account':
      'wallet id,crypto address,eth wallet,btc wallet,usdt address,wallet addr,gcash,gcash number,paytm number,phonepe,wise account,skrill,skrill email,neteller,revolut,revtag,mpesa,m pesa,mpesa number,momo number,mobile money,mobile money number,bkash,bkash number,paypal id,payout email,payout method account,klarna id',
    'card-expiry': 'card expires,expiry mm yy,exp mm yy,valid thru,card valid thru,card valid until',
    password:
      'cvv,cvc,cvv2,cvc2,card cvv,security code card,card security code,atm pin,card pin,pin number,otp,otp code,one time password,one time code,2fa code,mfa code,verification code,access pin,alarm code,gate code,entry code,lockbox code,lock box code,lockbox,safe code,keypad code,building code access,access instructions code,wifi password,wifi key,recovery code,recovery codes,backup codes,recovery phrase,seed phrase,mnemonic,passphrase,pass phrase,pass code,passwd,temp password,temporary password,initial password,default password,old password,security question answer,security answer,secret answer,secret question answer,memorable word,memorable information,password hint',
    token:
      'api token,bearer,bearer token,oauth token,id token,csrf token,magic link,login link,reset link,password reset token,private key,ssh key,license key user,totp secret,mfa secret,otp secret,two factor secret,2fa secret,webhook secret,client secret,secret key,secret,connection string,jwt,cookie,session cookie,sessionid,session token,push token,fcm token,apns token,device token,fcm id',
    'social-account': 'tiktok uid,douyin uid,twitch username,twitch id,steam id',
  },
  de: {
    income:
      'einkommensstufe,einkommensklasse,einkommensgruppe,schufa ok,auszahlungsbetrag,kv beitrag,rv beitrag,av beitrag,pv beitrag,krankenversicherungsbeitrag,steuerbrutto,gesamtbrutto,sv brutto,vwl,lohn netto,brutto lfd,brutto laufend,rente,rentenhohe,rentenbetrag,altersrente,pensionsbezuge,witwenrente,erwerbsminderungsrente,grundsicherung,burgergeld,arbeitslosengeld,sozialhilfe,sozialleistungen,wohngeld,kindergeld,unterhalt,bafog,monatslohn,monatsgehalt,jahresgehalt,grundgehalt,stundensatz,besoldung,gehaltsgruppe,entgeltgruppe,lohngruppe,bruttoeinkommen,nettoeinkommen,haushaltseinkommen,haushaltsnettoeinkommen,familieneinkommen,monatliches einkommen,gehaltsvorstellung,wunschgehalt,lohnsteuer,kirchensteuerbetrag,sozialversicherungsbeitrag,vermogen,ersparnisse,schulden,verbindlichkeiten,restschuld,bonitat,bonitatsscore,schufa,schufa score,schufa auskunft,pfandung,insolvenz,privatinsolvenz,pensioen,pensioenbedrag,uitkering,bijstand,maandsalaris,jaarsalaris,jaarinkomen,bruto salaris,netto salaris,uurloon,gezinsinkomen,spaargeld,bkr,bkr registratie,kredietwaardigheid',
    'bank-account':
      'bankdaten,kontodaten,kontonr iban,gehaltskonto,lohnkonto,depotnummer,darlehenskonto,spendenkonto mitglied,bankgegevens,banknummer',
    'payment-account': 'paypal,paypal email,klarna konto,wallet adresse',
    password:
      'pincode,zugangspin,sicherheitscode,prufziffer karte,kartenprufnummer,sicherheitsantwort,schlusselcode,turpin,alarmcode,toegangscode,deurcode,beveiligingscode',
    token: 'zugriffstoken,sitzungsschlussel,geheimnis',
  },
  fr: {
    income:
      'reste a vivre,reste vivre,quotient caf,retraite,pension retraite,montant retraite,pension invalidite,pension alimentaire,allocations familiales,aah,rsa,apl,chomage,bourse,bourse crous,salaire annuel,salaire mensuel,salaire base,salaire horaire,taux horaire,brut annuel,brut mensuel,net payer,net a payer,net imposable,net mensuel,traitement brut,paie,revenu mensuel,revenus mensuels,revenus foyer,revenu foyer,revenu menage,revenus annuels,revenu brut,revenu net,ressources mensuelles,tranche revenu,tranche revenus,pretentions salariales,qf,avis imposition,impot,impot revenu,patrimoine,epargne,dettes,endettement,taux endettement,surendettement,fichage banque france,ficp,interdit bancaire,solvabilite',
    'bank-account':
      'compte courant,numero compte bancaire,rib iban,compte epargne,compte debiter,compte prelevement',
    'payment-account': 'compte paypal,paypal',
    password:
      'cryptogramme,cvv,cvc,code pin,code alarme,code entree,code immeuble,code carte,phrase secrete,reponse secrete,code interphone,code boite cles',
    token: 'jeton,jeton acces,cle secrete,cle privee',
    'id-document': 'numero allocataire,no allocataire,n allocataire,n caf,numero caf',
  },
  es: {
    income:
      'datacredito,pension,pension mensual,monto pension,jubilacion,pension jubilacion,subsidio,subsidios,ayuda social,prestacion desempleo,paro,beca,salario mensual,salario anual,salario base,salario neto,salario diario,sbc,salario minimo,sueldo bruto,sueldo neto,sueldo base,sueldo mensual,bruto anual,neto mensual,liquido percibir,remuneracion,retribucion,aguinaldo,ingresos mensuales,ingreso familiar,ingresos familiares,ingreso anual,ingresos hogar,nivel ingresos,rango salarial,pretension salarial,aspiracion salarial,estrato,estrato socioeconomico,nivel socioeconomico,patrimonio,ahorros,deudas,endeudamiento,nivel endeudamiento,buro credito,historial crediticio,score crediticio,morosidad,embargos,sisben',
    'bank-account':
      'numero cuenta bancaria,nro cuenta,cuenta ahorros,cuenta ahorro,cuenta clabe,cuenta domiciliacion,cuenta nomina,cuenta deposito,cuenta banco',
    'payment-account': 'bizum,cuenta paypal,paypal,nequi,daviplata,yape,mercado pago',
    password:
      'pin,cvv,cvc,codigo seguridad,codigo puerta,codigo alarma,clave secreta,contrasenia,respuesta secreta,respuesta seguridad,clave wifi',
    token: 'clave secreta api,clave privada',
  },
  it: {
    income:
      'pensione,importo pensione,pensione invalidita,assegno sociale,assegno unico,indennita,sussidio,reddito cittadinanza,disoccupazione,naspi,borsa studio,stipendio lordo,stipendio netto,stipendio mensile,stipendio annuo,ral,retribuzione lorda,retribuzione annua,retribuzione netta,paga,paga oraria,netto busta,netto mese,lordo annuo,tredicesima,premio produzione,reddito mensile,reddito familiare,reddito lordo,reddito netto,reddito imponibile,fascia reddito,fascia isee,valore isee,irpef,patrimonio,risparmi,indebitamento,finanziamenti corso,crif,merito creditizio,protesti,pignoramento',
    'bank-account': 'iban conto,conto corrente bancario,numero conto corrente,cc bancario',
    'payment-account': 'conto paypal,paypal,satispay,postepay,numero postepay',
    password:
      'pin,cvv,cvc,codice pin,codice sicurezza,codice porta,codice allarme,codice cancello,risposta segreta,pwd',
    token: 'chiave segreta,chiave privata,chiave api',
  },
  pt: {
    income:
      'aposentadoria,valor aposentadoria,pensao,pensao alimenticia,valor pensao,beneficios sociais,valor beneficio,bolsa familia,auxilio,auxilio brasil,bpc,loas,seguro desemprego,subsidio,abono familia,bolsa estudo,rsi,salario base,salario liquido,salario mensal,salario atual,pretensao salarial,salario anual,vencimento liquido,liquido receber,renda bruta,renda liquida,renda per capita,renda anual,faixa renda,faixa salarial,renda comprovada,rendimentos,rendimento mensal,rendimento anual,rendimento agregado,irs,escalao irs,irrf,inss,poupanca,endividamento,score credito,serasa,spc,negativado,restricao credito',
    'bank-account':
      'numero conta bancaria,numero conta corrente,conta deposito,conta salario,conta para deposito,conta banco',
    'payment-account': 'pix cpf,tipo chave pix valor,conta paypal,paypal,picpay',
    password:
      'pin,cvv,cvc,codigo seguranca,codigo porta,codigo alarme,codigo portao,senha wifi,resposta secreta,resposta seguranca',
    token: 'chave secreta,chave privada,chave api',
  },
  ru: {
    income:
      'пенсия,размер пенсии,пособие,пособия,стипендия,выплата пенсии,субсидия,зарплата на руки,заработная плата,размер заработной платы,ежемесячный доход,доход семьи,совокупный доход,среднемесячный доход,уровень дохода,начислено зарплата,премия,ставка оклада,ндфл,алименты,накопления,задолженность по кредитам,кредитная история,кредитный рейтинг,банкротство',
    'bank-account':
      'лицевой счет банк,номер лицевого счета,расчетный счет получателя,зарплатный счет,банковский счет,банковские реквизиты,реквизиты карты',
    'credit-card': 'кредитная карта,номер кредитной карты',
    iban: 'ибан',
    'bank-name': 'банк',
    'bank-code': 'бик',
    'card-expiry': 'срок действия карты',
    'geo-coordinates': 'широта,долгота,координаты,геолокация,геопозиция,местоположение',
    password:
      'пин,пин код,код доступа,код домофона,домофон,кодовое слово,секретный вопрос,ответ на секретный вопрос,код подтверждения',
    token: 'токен,ключ доступа,секретный ключ',
    'id-document':
      'водительское удостоверение,номер водительского удостоверения,свидетельство о рождении,военный билет,загранпаспорт,серия паспорта,кем выдан,вид на жительство',
    religion: 'профсоюз,членство в профсоюзе,партийность,политические взгляды,конфессия,вера',
    ethnicity: 'раса,этнос',
    'birth-date': 'год рождения',
    vin: 'номер кузова',
    'member-no':
      'номер дисконтной карты,номер карты лояльности,номер бонусной карты,номер клубной карты,номер читательского билета',
  },
  pl: {
    income:
      'emerytura,kwota emerytury,renta,zasilek,zasilki,swiadczenia socjalne,stypendium,placa zasadnicza,wynagrodzenie brutto,wynagrodzenie netto,wynagrodzenie zasadnicze,stawka godzinowa,pensja brutto,zarobki,oczekiwania finansowe,dochody,dochod miesieczny,dochod netto,dochod na osobe,dochod rodziny,premia,alimenty,majatek,oszczednosci,zadluzenie,historia kredytowa,bik,komornik',
    'bank-account': 'nr rachunku,nr rachunku bankowego,numer rachunku bankowego,konto bankowe,nrb',
    'bank-name': 'bank,nazwa banku',
    'credit-card': 'numer karty,nr karty kredytowej,karta kredytowa',
    'card-expiry': 'waznosc karty,data waznosci karty',
    'geo-coordinates': 'szerokosc geograficzna,dlugosc geograficzna,wspolrzedne,lokalizacja gps',
    password: 'pin,kod pin,cvv,kod dostepu,kod do drzwi,kod domofonu,kod alarmu,odpowiedz na pytanie',
    token: 'klucz api,klucz prywatny',
    religion:
      'zwiazek zawodowy,przynaleznosc zwiazkowa,przynaleznosc partyjna,poglady polityczne,parafia,chrzest,data chrztu,bierzmowanie',
    'id-document':
      'seria i numer dowodu,nr dowodu osobistego,numer dowodu osobistego,prawo jazdy,nr prawa jazdy,numer prawa jazdy,legitymacja,nr legitymacji,karta pobytu,akt urodzenia',
    'member-no':
      'numer karty lojalnosciowej,nr karty lojalnosciowej,karta lojalnosciowa,nr czlonkowski,numer czlonkowski,nr karnetu',
    vin: 'vin,numer nadwozia',
    landline: 'telefon stacjonarny',
    'mac-address': 'adres mac',
    'ip-address': 'adres ip',
    nickname: 'pseudonim',
  },
  tr: {
    income:
      'emekli maasi,emeklilik,emekli ayligi,maas bilgisi,brut maas,net maas,aylik gelir,yillik gelir,hane geliri,gelir durumu,gelir duzeyi,ikramiye,sosyal yardim,burs,nafaka,beklenen maas,maas beklentisi,mal varligi,birikim,borc durumu,kredi notu,findeks,icra,haciz',
    iban: 'iban,iban no',
    'bank-name': 'banka,banka adi',
    'bank-account': 'hesap numarasi,banka hesap no,maas hesabi',
    'credit-card': 'kart no,kart numarasi,kredi karti,kredi karti no',
    'card-expiry': 'son kullanma tarihi kart,kart skt',
    'geo-coordinates': 'enlem,boylam,koordinat,konum',
    password: 'pin,pin kodu,guvenlik kodu,cvv,kapi kodu,kapi sifresi,gizli cevap,dogrulama kodu,alarm kodu',
    token: 'gizli anahtar,erisim anahtari',
    religion: 'mezhep,inanc,sendika,sendika uyeligi,siyasi parti',
    'id-document': 'ehliyet,ehliyet no,surucu belgesi,nufus cuzdani,seri no kimlik,kimlik seri no',
    'member-no': 'uye no,uye numarasi,uyelik no,kart numarasi uye,sadakat karti,ogrenci no',
    vin: 'sasi no,sase no,sasi numarasi',
    nickname: 'takma ad,lakap,rumuz',
    username: 'kullanici adi,kullanici',
    nationality: 'uyruk',
    landline: 'sabit telefon,ev telefonu',
    'photo-url': 'fotograf,resim kimlik',
  },
  vi: {
    income:
      'nhom no,nhom no cic,cic,luong huu,luong co ban,luong thuc nhan,thuc linh,thuc lanh,muc luong,luong thang,phu cap,tro cap,thu nhap thang,thu nhap binh quan,thu nhap gia dinh,muc thu nhap,thu nhap hang thang,luong mong muon,thue tncn,no xau,lich su tin dung,ho ngheo',
    'bank-name': 'ngan hang,ten ngan hang,chi nhanh ngan hang',
    'bank-account': 'so tk,so tai khoan ngan hang,tknh',
    'credit-card': 'so the,so the tin dung,the tin dung',
    'geo-coordinates': 'vi do,kinh do,toa do',
    password: 'ma pin,ma bao mat,ma xac thuc,ma otp,mat ma',
    religion: 'dang vien,ngay vao dang,doan vien,cong doan,dang phai',
    passport: 'ho chieu,so ho chieu',
    'id-document': 'giay phep lai xe,gplx,so gplx,bang lai xe,giay khai sinh,so ho khau,so dinh danh',
    'member-no': 'ma thanh vien,so the thanh vien,the thanh vien,ma hoc sinh,ma sinh vien,mssv,ma the',
    'plate-number': 'bien so,bien so xe,bks',
    vin: 'so khung',
    'device-id': 'so may',
    'social-account': 'zalo,facebook,so zalo',
    nickname: 'biet danh,ten goi khac',
    username: 'ten dang nhap,tai khoan dang nhap',
    nationality: 'quoc tich',
  },
  id: {
    income:
      'pensiun,uang pensiun,pencen,gaji pokok,gaji bersih,gaji kotor,gaji bulanan,upah,tunjangan,bonus gaji,elaun,bantuan sosial,bansos,beasiswa,biasiswa,penghasilan bulanan,penghasilan per bulan,penghasilan orang tua,pendapatan bulanan,pendapatan isi rumah,gaji diharapkan,ekspektasi gaji,pph 21,pph21,harta,tabungan,simpanan,kolektibilitas,slik,ctos,ccris',
    'bank-name': 'bank,nama bank',
    'bank-account': 'no rek,norek,nomor rekening bank,rekening bank,no akaun,no akaun bank,nomor akaun',
    'credit-card': 'nomor kartu,no kartu kredit,kartu kredit,no kad kredit',
    'payment-account': 'ovo,gopay,shopeepay,linkaja,no ewallet,touch n go,duitnow',
    'geo-coordinates': 'lintang,bujur,koordinat,titik koordinat,lokasi gps',
    password: 'pin,kode otp,kode akses,kode pintu,kode keamanan',
    religion: 'partai politik,serikat pekerja,keahlian parti',
    passport: 'paspor,no paspor,nomor paspor,no pasport,pasport',
    'id-document':
      'no sim,nomor sim,akta lahir,no akta kelahiran,kartu keluarga,no kk,nomor kk,no lesen,lesen memandu,kitas,kitap',
    'member-no':
      'no anggota,nomor anggota,no member,nomor member,kartu member,nis,nisn,nim,no ahli,kartu anggota',
    'plate-number': 'no polisi,nomor polisi,nopol,plat nomor,no plat,no pendaftaran kenderaan',
    vin: 'nomor rangka,no rangka,no casis',
    'device-id': 'nomor mesin,no mesin',
    nickname: 'nama panggilan,nama samaran',
    'tax-id': 'npwp,no npwp,no cukai',
  },
  th: {
    income:
      'บำนาญ,เงินบำนาญ,ค่าจ้าง,รายได้ต่อเดือน,รายได้ครอบครัว,เงินเดือนที่คาดหวัง,โบนัส,เบี้ยยังชีพ,สวัสดิการ,ทรัพย์สิน,เงินออม,หนี้สิน,ภาระหนี้,เครดิตบูโร',
    'bank-account': 'หมายเลขบัญชี,บัญชีเงินฝาก,บัญชีรับเงิน',
    'credit-card': 'หมายเลขบัตรเครดิต,บัตรเครดิต,เลขบัตรเครดิต',
    'payment-account': 'พร้อมเพย์,หมายเลขพร้อมเพย์',
    'geo-coordinates': 'ละติจูด,ลองจิจูด,พิกัด',
    'plate-number': 'ทะเบียนรถ,ป้ายทะเบียน,เลขทะเบียนรถ',
    'id-document': 'ใบขับขี่,เลขใบขับขี่,ทะเบียนบ้าน,สูติบัตร',
    vin: 'เลขตัวถัง',
    password: 'รหัสลับ,รหัสประตู',
    religion: 'สหภาพแรงงาน,พรรคการเมือง',
    'social-account': 'ไอดีไลน์,เฟซบุ๊ก,เฟสบุ๊ค',
    username: 'ชื่อผู้ใช้',
    'tax-id': 'เลขผู้เสียภาษี',
  },
  ar: {
    income:
      'معاش,معاش تقاعدي,تقاعد,راتب اساسي,راتب شهري,دخل شهري,دخل سنوي,دخل اسره,مستوي دخل,مكافاه,بدلات,مساعدات,اعانه,ممتلكات,مدخرات,ديون,سجل ائتماني',
    'bank-name': 'بنك,اسم بنك,مصرف',
    'credit-card': 'رقم بطاقه,بطاقه ائتمان,رقم بطاقه ائتمان',
    'geo-coordinates': 'خط عرض,خط طول,احداثيات,موقع جغرافي',
    'plate-number': 'رقم لوحه,رقم لوحه سياره',
    vin: 'رقم هيكل,رقم شاصي',
    'id-document': 'رخصه قياده,رقم رخصه,شهاده ميلاد,بطاقه عائله,دفتر عائله',
    password: 'رمز سري,رقم سري,رمز دخول,رمز تحقق',
    religion: 'مذهب,طائفه,نقابه,حزب',
    'birth-date': 'تاريخ ولاده,سنه ميلاد',
    region: 'مكان ميلاد,محل ميلاد',
    username: 'اسم مستخدم',
    nickname: 'كنيه,اسم شهره',
    'member-no': 'رقم عضويه',
    'medical-id': 'رقم بوليصه',
    'tax-id': 'رقم ضريبي',
    'social-account': 'انستغرام,سناب,فيسبوك,تويتر',
  },
}
