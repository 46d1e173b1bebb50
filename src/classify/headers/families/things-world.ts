import type { Family } from './family.ts'

/** As `things`, in the other languages: goods, places, states, amounts and days that are nobody's. */
export const thingsWorld: Family = {
  ja: {
    code: '部屋,居室,号室,号車,便名,便番号,座席,座席番号,棚番,棚番号,ロッカー番号,ロッカー,卓番,テーブル番号,ゼッケン,整理番号,枠番,区画番号,駐車場番号,問番号',
    category:
      '志望校,志望校名,第一志望,配属,偏差値帯,来店動機,来院動機,動機,入会動機,きっかけ,送迎,送迎車両,車両,車種区分,利用曜日,曜日,時間帯,利用区分,利用目的,目的,目標,用途,好み,趣味,希望条件,希望,希望曜日,希望時間,予約経路,予約状況,予約状態,契約状況,支払状況,支払区分,入金区分,注文状況,配送状況,発送状況,出欠,出席,出席状況,欠席理由,難易度,レベル,コース区分,診療科,科目,病棟,保険種別,負担割合,自己負担割合,キャンセル理由,退会理由,雇用形態,勤務形態,雇用区分,シフト,役割,チーム,種目,カテゴリ区分,階級,席種,券種,間取り,築年,方角,広さ,燃料,ミッション,駆動',
    amount:
      'キャンセル料,月額,月謝,会費,入会金,家賃,敷金,礼金,共益費,管理費,工賃,部品代,見積金額,見積額,契約金額,寄付金額,寄付額,賃料,利用料,診療費,自己負担額,保険料,点数合計,課税額,税額,粗利,原価',
    quantity:
      '残回数,残り回数,残数,利用日数,滞在日数,出席回数,欠席回数,在籍月数,年数,勤続年数,台数,本数,枚数,冊数,セット数,部屋数',
    date: '次回予約,次回予約日,次回来店,次回来院,前回来店,入居日,退居日,入所日,退所日,入社日,退社日,利用開始日,利用終了日,契約日,契約開始日,契約終了日,解約日,更新期限,車検満了日,車検日,納車日,納品日,出荷日,発売日,検査日,診療日,訪問日,面談日,申込日,応募日,提出日,受講日,試験日,卒業年,入学日',
    'product-name':
      '契約コース,契約プラン,購入品,お品物,品目,部品,部品名,機種,機種名,車名,型式,書名,曲名,演目,公演名,イベント名,ツアー名,講座名,教室名,習い事,保険商品,加入プラン,オプション',
    boolean:
      '同意書,承諾,参加,参加可否,欠席,既読,公開,非公開,領収書,領収書要否,ギフト包装,ラッピング,送迎有無,写真掲載可否',
    'free-text':
      '申し送り,引継ぎ,連絡事項,伝言,感想,志望動機,自己pr,応募理由,希望内容,相談内容,ご相談内容,対応内容,対応履歴,状況,経緯,理由詳細,刻印',
    'company-name': '保険者名,保険者名称',
  },
  ko: {
    code: '객실,호실,병실,침대번호,좌석,좌석번호,락커,락커번호,사물함,사물함번호,테이블번호,배번,참가번호,차수,회차,기수,노선,편명,선반번호',
    category:
      '학력,최종학력,전공,진료과,진료과목,내원경로,방문경로,접수경로,예약경로,예약상태,결제상태,진행상태,처리상태,상담상태,계약상태,차량이용,차량 이용,셔틀,등하원,출결,출석,결석사유,반명,수업,수업시간,요일반,난이도,레벨,레벨테스트,관심분야,관심상품,관심,취미,목표,운동목표,목적,이용목적,희망시간,희망요일,선호,선호시간,택배사,배송업체,배송구분,배송방식,주거형태,평형,구조,방향,연료,변속기,차급,직군,고용형태,근무형태,근무지,팀,포지션,종목,체급,보험종류,보험구분,본인부담,환자구분,초진재진,할인구분,할인종류,쿠폰종류,통신사,요금제,개통유형,해지사유,취소사유,반품사유',
    amount:
      '견적금액,계약금액,진료비,본인부담금,보험료,월세,보증금,관리비,월회비,회비,수강료,교재비,등록비,입회비,환불금액,미수금,미납금,이용료,보육료,식비,원가,세액,부가세',
    quantity: '출석일수,결석일수,이용횟수,잔여일수,근속연수,차수수,박수,객실수,대수,권수,매수,회수',
    date: '재진일,내원일,다음예약,다음예약일,입소일,퇴소일,입사일,퇴사일,계약일,계약만료일,만기일,개통일,해지일,출고일,입고일,배송일,접수일,신청일,상담일,시험일,졸업년도,입학일,방문예정일,예약시간',
    'product-name':
      '시술,프로그램,프로그램명,수업명,반이름,클래스,차종,모델,모델명,기종,도서명,공연명,행사명,여행상품,보험상품,상품옵션',
    boolean:
      '완료,작성,동의서,동의서작성,참석,참여,이용,미이용,수령,발송,확인,승인,공개,현금영수증,사진동의,촬영동의,활동사진동의',
    'free-text':
      '배송메세지,배송 메세지,상담메모,전달사항,건의사항,소감,지원동기,인계사항,각인문구,기타사항,요구사항,민원내용,처리내용',
  },
  de: {
    category:
      'treffpunkt,lage,wohnungslage,betreuungsumfang,muttersprache,trikotgrosse,kleidergrosse,konfektionsgrosse,schuhgrosse,hemdgrosse,t shirt grosse,sparte,abteilung verein,ehrenamt,kurslevel,niveau,mannschaft,team,liga,disziplin,altersklasse,startklasse,ziel,trainingsziel,wunschtermin,terminart,terminstatus,leistungsart,fachrichtung,station,wohnbereich,kostentragerart,abrechnungsart,vertragsstatus,beitragsklasse,beitragsart,zahlungsstatus,rechnungsstatus,mahnstufe,bestellart,lieferstatus,kraftstoff,getriebe,antrieb,objektart,objekttyp,heizungsart,energietrager,ausstattung,schicht,arbeitszeitmodell,beschaftigungsart,vertragstyp,abschluss,fachbereich,studiengang,fach,fahrzeugart,aufmerksam geworden,wie haben sie uns gefunden,wie haben sie von uns erfahren,empfehlung,anlass,thema,betreff,prioritat,ticketstatus,maat,shirtmaat,ploeg,team naam,niveau speler,spelactiviteit,betaalstatus,afspraaktype,hoe gevonden,onderwerp,doel,brandstof',
    code: 'we nr,we nummer,wohnungsnummer,wohneinheit,stellplatz,liegeplatz,parkplatz,sitzplatz,platznummer,startnummer,box,boxnummer,schlusselnummer,schrank,raum,raumnummer,saal,gate,flugnummer,zugnummer,linie,los,losnummer,charge,ligplaats,stoelnummer,startnummer nl,kluisje,tafel',
    amount:
      'kaltmiete,warmmiete,nebenkosten,hausgeld,honorar,eigenanteil,zuzahlung,restbetrag,gutschrift,spendenbetrag,praemie,versicherungspramie,jahresbeitrag,monatsbeitrag,aufnahmegebuhr,huur,borg,contributie,eigen bijdrage',
    date: 'einzug,einzug am,auszug,nachster termin,letzter termin,wiedervorlage,kursbeginn,kursende,tuv bis,hu bis,erstzulassung,probezeit ende,verlangerung,abholdatum,abholung,volgende afspraak',
    boolean:
      'fahrkarte,fotoerlaubnis,fotofreigabe,schwimmer,kann schwimmen,bezahlt,erledigt,storniert,bestatigung,rechnung gewunscht,parkplatz benotigt,anwesend,abgemeldet,betaald,aanwezig,foto toestemming',
    quantity:
      'zimmerzahl,anzahl zimmer,kinderzahl,teilnehmerzahl,restguthaben einheiten,fehltage,wochenstunden,stunden,uren,kamers',
    'product-name':
      'kursname,veranstaltung,reise,buchtitel,gericht,menu,speise,wein,gerat,geratetyp,bootsname,hund name,tiername,rasse,cursus,boot',
    'free-text': 'betreff text,grund text,gravur,widmung,wunschtext,gesprachsnotiz,vereinbarung',
  },
  fr: {
    category:
      'exploitation,situation pro,situation professionnelle,logement type,hebergement type,niveau cours,section,discipline,equipe,categorie age,objectif,taille maillot,taille tshirt,pointure,comment avez vous connu,comment nous avez vous connu,connu par,recommandation,type rdv,type rendez vous,statut rdv,statut paiement,statut commande,type contrat,type bail,energie,boite vitesse,carburant,type bien,etage type,exposition,dpe,poste type,horaire,creneau,jour,filiere,specialite,diplome,service hospitalier,unite,organisme payeur,caisse,regime secu,priorite,objet,theme,sujet,nature,nature demande,motif appel,race,espece,robe',
    code: 'emplacement,place,numero place,siege,quai,ponton,dossard,numero dossard,salle numero,casier numero,box,lot,vol,numero vol,train',
    amount:
      'loyer mensuel,charges,depot garantie,montant du,reste charge,reste a charge,ticket moderateur,prime assurance,honoraires,devis,montant devis,avoir montant,subvention,cotisation annuelle,frais inscription,frais dossier,taxe',
    date: 'prochain rdv,prochain rendez vous,derniere seance,date entree,date sejour,date debut contrat,date fin contrat,date cours,date sejour debut,controle technique,date relance,date envoi,date livraison',
    boolean:
      'autorisation,autorisation photo,autorisation sortie,autorisation hospitalisation,sait nager,paye,regle,present,absent,signe,convention signee,charte signee,cheque caution,certificat fourni,attestation fournie,assurance scolaire',
    quantity:
      'nombre seances,seances,nombre pieces,pieces,nombre chambres,heures,nombre heures,nombre jours,absences,retards',
    'product-name':
      'activite,sejour,atelier,stage,voyage,menu,plat,vin,titre livre,bateau,nom bateau,nom animal,animal,doudou,forfait,bien',
    'free-text': 'texte gravure,gravure,dedicace,souhaits,motivations,lettre motivation,compte rendu appel',
  },
  es: {
    category:
      'ramo,ramo seguro,objetivo,meta,disciplina,equipo,categoria edad,talla camiseta,talla calzado,como nos conocio,como nos conociste,como se entero,recomendado,tipo cita,estado cita,estado pago,estado civil inmueble,tipo contrato,tipo inmueble,combustible,transmision,jornada,turno,horario,carrera,facultad,especialidad,area,servicio medico,tipo seguro,prioridad,asunto,tema,naturaleza,raza mascota,especie,mascotas,mascota,tipo mascota,plan salud nombre,modalidad,nivel curso',
    code: 'asiento,puesto parqueo,parqueadero,dorsal,casillero,cubiculo,consultorio,sala,vuelo,numero vuelo,ruta,manzana,parcela,local numero',
    amount:
      'canon,canon arrendamiento,deposito,fianza,administracion,copago,prima,honorarios,matricula valor,mensualidad,cuota mensual,saldo pendiente,abono,abonos,pagado,adeudo,comision,donativo',
    date: 'proxima cita,ultima cita,ultima sesion,fecha contrato,fecha entrega,fecha evento,fecha inscripcion,fecha vencimiento,fecha pago,fecha devolucion,fecha visita,renovacion',
    boolean:
      'dispensado,consentimiento firmado,pagado si no,asistio,asistencia,confirmado,autoriza foto,autorizacion foto,sabe nadar,requiere factura,firma contrato',
    quantity:
      'siniestros,numero siniestros,sesiones,bono restante,bonos,horas,habitaciones,banos,asistencias,faltas,hijos,numero sesiones',
    'product-name':
      'actividad,taller,viaje,tour,paquete,platillo,platos,vino,inmueble,propiedad,barco,nombre mascota,bono,tratamiento estetico,equipo modelo',
    'free-text': 'grabado,motivo llamada,seguimiento notas,acuerdos,resena,opinion',
  },
  it: {
    category:
      'obiettivo,disciplina,squadra,categoria eta,taglia maglia,numero scarpe,come ci ha conosciuto,come ci hai conosciuto,segnalato da canale,tipo appuntamento,stato appuntamento,stato pagamento,tipo contratto,ccnl,tipo immobile,alimentazione auto,cambio,turno,orario,facolta,specialita,reparto,tipo assicurazione,priorita,oggetto,argomento,razza animale,specie,livello corso,inquadramento,qualifica contratto',
    code: 'posto,posto barca,posto auto,pettorale,ambulatorio,aula,volo,numero volo,tavolo numero,stanza,lotto numero',
    amount:
      'canone locazione,caparra,cauzione,deposito,spese condominiali,ticket,ticket sanitario,premio assicurazione,onorario,rata,rata mensile,quota associativa,residuo,preventivo importo,donazione',
    date: 'prossimo appuntamento,ultima seduta,data contratto,data consegna,data evento,data pagamento,data visita,rinnovo,data rientro',
    boolean: 'consenso firmato,pagato,presente,assente,confermato,sa nuotare,liberatoria foto,firmato',
    quantity: 'sedute,sedute residue,ore,camere,bagni,presenze,assenze,figli,lezioni residue',
    'product-name': 'attivita,viaggio,pacchetto,piatto,vino,immobile,barca,nome animale,laboratorio corso',
    'free-text': 'incisione,motivazione,accordi,recensione',
  },
  pt: {
    category:
      'objetivo,meta,modalidade,equipe,categoria idade,tamanho camisa,como nos conheceu,como conheceu clinica,indicacao canal,tipo consulta,status consulta,status pagamento,tipo contrato,tipo imovel,combustivel,cambio,horario,curso area,especialidade,tipo convenio,prioridade,assunto,tema,especie,pet,nivel curso,forma pagto,regime trabalho',
    code: 'assento,vaga,vaga garagem,armario numero,numero peito,consultorio,sala,voo,numero voo,linha onibus,quadra,apto bloco',
    amount:
      'aluguel,condominio,caucao,coparticipacao,premio,honorarios,matricula valor,parcela,valor parcela,saldo devedor,pago,doacao,valor plano',
    date: 'proxima consulta,ultima consulta,ultima sessao,data contrato,data entrega,data evento,renovacao,retorno,data retorno',
    boolean: 'termo assinado,pago sim nao,presente,faltou,confirmado,autoriza foto,sabe nadar,nota emitida',
    quantity: 'sessoes,sessoes restantes,horas,quartos,banheiros,presencas,faltas,aulas restantes',
    'product-name': 'atividade,viagem,pacote,prato,vinho,imovel,barco,nome pet',
    'free-text': 'gravacao texto,acordos,retorno cliente',
  },
  ru: {
    category:
      'кабинет,место работы,цель,цель тренировок,уровень,команда,размер одежды,размер обуви,откуда узнали,откуда узнали о нас,как узнали,вид спорта,дисциплина,тип записи,статус оплаты,статус заказа,тип договора,топливо,коробка передач,смена,график,факультет,специальность,отделение,вид оплаты,форма оплаты,приоритет,тема,порода,вид животного,кличка,отдел,подразделение',
    code: 'место,номер места,палата,номер кабинета,рейс,номер рейса,маршрут,участок,ячейка,шкафчик,номер шкафчика,стартовый номер,номер договора,номер столика',
    amount:
      'аренда,арендная плата,залог,депозит,скидка сумма,стоимость приема,к оплате,долг,взнос,членский взнос,премия страховая,страховая премия',
    date: 'дата приема,следующий прием,следующий визит,дата договора,дата выдачи,дата доставки,дата окончания,дата начала,срок действия',
    boolean: 'оплачено да нет,присутствовал,подтвержден,умеет плавать,отказ',
    quantity: 'осталось занятий,занятий,часов,комнат,посещений,пропусков',
    measure: 'скидка,процент скидки,рейтинг,оценка',
    'product-name': 'абонемент,тур,путевка,блюдо,вино,автомобиль,модель,марка,курс,программа',
  },
  pl: {
    category:
      'grupa,znizka rodzinna,gabinet,oddzial,poradnia,cel,poziom,druzyna,rozmiar koszulki,rozmiar buta,skad dowiedzial sie,skad nas znasz,dyscyplina,typ wizyty,status wizyty,status platnosci,typ umowy,paliwo,skrzynia biegow,zmiana,kierunek,specjalizacja,platnik,priorytet,temat,rasa,gatunek,skierowanie',
    code: 'nr gabinetu,numer gabinetu,pokoj,nr pokoju,sala,miejsce,nr miejsca,numer startowy,szafka,nr szafki,lot,nr lotu,nr umowy,numer umowy,dzialka,nr dzialki',
    amount: 'czynsz,kaucja,skladka,doplata,oplata,do zaplaty,zaliczka,rabat kwota,darowizna',
    date: 'data wizyty,nastepna wizyta,data umowy,data odbioru,data waznosci,data rozpoczecia,data zakonczenia,waznosc',
    boolean: 'oplacone,obecny,nieobecny,potwierdzone,zgoda na zdjecia,umie plywac',
    quantity: 'pozostale wejscia,godziny,pokoje,obecnosci,nieobecnosci',
    measure: 'znizka,rabat,ocena',
    'product-name': 'karnet,wycieczka,danie,wino,samochod,model,marka,kurs,imie psa,imie zwierzecia',
  },
  tr: {
    category:
      'poliklinik,bolum,klinik,servis,brans,hedef,seviye,takim,beden,ayakkabi no,bizi nereden duydunuz,nereden duydunuz,randevu durumu,odeme durumu,sozlesme turu,yakit,vites,vardiya,fakulte,sigorta turu,oncelik,konu,irk hayvan,cins,departman,ulasim',
    code: 'oda no,oda,koltuk no,masa no,peron,sefer no,ucus no,gogus no,dolap no,parsel,sozlesme no',
    amount:
      'muayene ucreti,ucret,kira,depozito,aidat,prim tutari,kapora,indirim tutari,borc,kalan tutar,taksit',
    date: 'randevu,randevu tarihi,randevu saati,sonraki randevu,sozlesme tarihi,teslim tarihi,giris tarihi,cikis tarihi,bitis tarihi,baslangic tarihi,son ziyaret',
    boolean: 'odendi,katildi,onaylandi,imzalandi',
    quantity: 'kalan seans,seans,ders sayisi,oda sayisi,devamsizlik,ziyaret sayisi',
    'product-name': 'paket,tur adi,yemek,arac,model,marka,kurs,hayvan adi',
  },
  vi: {
    category:
      'phong kham,khoa,khoa phong,muc tieu,trinh do,size,co ao,biet qua dau,biet den qua,hinh thuc thanh toan,phuong thuc thanh toan,trang thai don hang,trang thai thanh toan,loai hop dong,ca hoc,lop,nganh,chuyen khoa,chu de,giong,loai thu cung,kenh',
    code: 'phong,so phong,so ban,ghe,so ghe,so hop dong,chuyen bay,bien lai,tu do',
    amount: 'han muc,tien kham,tien thue,tien coc,hoc phi,phi,chi phi,con no,da thanh toan,thanh tien',
    date: 'ngay mo tk,ngay mo tai khoan,ngay kham,ngay tai kham,ngay hen,lich hen,ngay vao,ngay ra,ngay ket thuc,ngay bat dau,han su dung',
    'product-name': 'dich vu,goi,goi dich vu,khoa hoc,mon an,xe,dong xe,ten thu cung',
    boolean: 'da thanh toan chua,xac nhan,dong y',
    quantity: 'so buoi,buoi con lai,so lan,so dem,so nguoi',
    'company-name': 'noi cong tac,noi lam viec',
  },
  id: {
    category:
      'poli,poliklinik,klinik,cara bayar,jenis kunjungan,tujuan,target,tingkat,tim,ukuran baju,ukuran sepatu,tahu dari mana,sumber info,metode pembayaran,opsi pengiriman,kurir,status pembayaran,jenis kontrak,bahan bakar,shift,jurusan,kelas,prodi,topik,ras hewan,kategori umur,penjamin',
    code: 'kamar,no kamar,no antrian,nomor antrian,no kursi,no meja,no loker,no kontrak,blok,kavling',
    'tracking-no': 'no resi,nomor resi,resi',
    amount: 'biaya,tarif,sewa,deposit,iuran,premi,dp,sisa bayar,ongkir,diskon,potongan',
    date: 'tgl kunjungan,tanggal kunjungan,jadwal,tgl masuk,tgl keluar,tgl kontrol,tanggal mulai,tanggal selesai,masa berlaku',
    'product-name': 'paket,layanan,jasa,kursus,menu,mobil,tipe mobil,nama hewan',
    boolean: 'lunas,hadir,setuju,persetujuan',
    quantity: 'sisa sesi,jumlah kamar,jumlah orang,jumlah malam,kehadiran',
  },
  th: {
    category:
      'แผนก,คลินิก,เป้าหมาย,ระดับ,ทีม,ไซส์,รู้จักเราจาก,รู้จักจาก,ช่องทาง,สถานะการชำระ,ประเภทสัญญา,กะ,คณะ,สาขา,สาขาวิชา,หัวข้อ,สายพันธุ์,สิทธิ์',
    code: 'ห้อง,ห้องตรวจ,หมายเลขห้อง,ที่นั่ง,โต๊ะ,ล็อกเกอร์,เที่ยวบิน,เลขที่สัญญา',
    amount: 'ค่ารักษา,ค่าบริการ,ค่าเช่า,ค่าใช้จ่าย,มัดจำ,ค่าเรียน,ยอดชำระ,ส่วนลด',
    date: 'วันนัด,วันนัดหมาย,นัดครั้งถัดไป,วันเข้าพัก,วันออก,วันหมดอายุ,วันเริ่ม',
    'product-name': 'แพ็กเกจ,คอร์ส,เมนู,รุ่น,รุ่นรถ,ยี่ห้อ',
    quantity: 'จำนวนครั้ง,ครั้งคงเหลือ,จำนวนคืน',
  },
  ar: {
    category:
      'عياده,قسم,تخصص,هدف,مستوي,فريق,مقاس,كيف سمعت عنا,حاله دفع,حاله طلب,نوع عقد,وقود,ورديه,كليه,موضوع,سلاله,قناه',
    code: 'غرفه,رقم غرفه,مقعد,رقم مقعد,طاوله,رحله,رقم رحله,خزانه,رقم عقد',
    amount: 'ايجار,رسوم,تامين مبلغ,قسط,متبقي,مدفوع,خصم,تكلفه',
    date: 'موعد,موعد زياره,موعد قادم,تاريخ زياره,تاريخ دخول,تاريخ خروج,تاريخ انتهاء,تاريخ بدايه',
    'product-name': 'باقه,دوره تدريبيه,وجبه,سياره,موديل',
    'company-name': 'شركه تامين,جهه عمل',
    quantity: 'جلسات,جلسات متبقيه,عدد ليالي,عدد اشخاص',
  },
}
