import type { Family } from './family.ts'

/** Bodies, illnesses, nursing and birth in the languages of the east of Europe, of Scandinavia, Asia and Arabia. */
export const careOthers: Family = {
  ru: {
    'health-data':
      'ад,аллергоанамнез,чсс,жалобы при поступлении,инвалид,группа инвалидности,степень инвалидности,овз,ограничения здоровья,состояние здоровья,здоровье,группа здоровья,степень зависимости,пролежни,падения,риск падений,деменция,когнитивный статус,подвижность,болезнь,болезни,перенесенные заболевания,сопутствующие заболевания,код мкб,мкб,мкб 10,основной диагноз,перенесенные операции,госпитализация,причина обращения,больничный,травма,травмы,аллергологический анамнез,лекарство,принимаемые препараты,доза,дозировка,терапия,процедуры врача,пульс,температура тела,сахар крови,глюкоза,имт,рост см,объем талии,зрение,острота зрения,слух,зубы,зуб,беременна,срок беременности,предполагаемая дата родов,пдр,дата родов,кормление,менструация,последняя менструация,менопауза,контрацепция,сексуальная ориентация,психическое состояние,депрессия,тревожность,зависимости,курение,курит,сон,уровень боли,прививки,прививка,вакцинация,вакцина,результат анализа,результаты исследований,особенности питания,непереносимость,диета,тип кожи,состояние кожи,медицинские показания,особые потребности,судимость,судимости,резус,резус фактор,симптомы,симптом',
    'medical-id':
      'номер полиса омс,полис омс,дмс,полис дмс,номер карты амбулаторной,амбулаторная карта,медкарта,номер медкарты,медицинская карта,история болезни,номер истории болезни,енп,код пациента,ид пациента,номер пациента',
    biometric: 'отпечаток,отпечаток пальца,отпечатки пальцев,биометрия,шаблон лица',
  },
  pl: {
    'health-data':
      'grupa inwalidzka,inwalidztwo,stopien niepelnosprawnosci,rodzaj niepelnosprawnosci,orzeczenie,orzeczenie niepelnosprawnosci,stopien zaleznosci,odlezyny,upadki,ryzyko upadku,demencja,otepienie,stan zdrowia,zdrowie,choroba,choroby przewlekle,choroby wspolistniejace,rozpoznanie,rozpoznanie icd,kod icd,icd 10,icd10,hospitalizacja,powod wizyty,zwolnienie lekarskie,l4,uraz,urazy,alergia,uczulenie,nietolerancje,nietolerancja,dieta,dawka,dawkowanie,recepta,leczenie,terapia,tetno,cisnienie,glukoza,temperatura ciala,bmi,wzrost cm,obwod pasa,wzrok,sluch,zeby,zab,ciazy,tydzien ciazy,termin porodu,porod,data porodu,karmienie piersia,miesiaczka,ostatnia miesiaczka,antykoncepcja,orientacja seksualna,depresja,uzaleznienia,sen,bol,szczepienia,szczepienie,szczepionka,wynik badania,wyniki badan,typ skory,stan skory,specjalne potrzeby,potrzeby specjalne,przeciwwskazania,karalnosc,objaw',
    'medical-id':
      'nr pacjenta,numer pacjenta,id pacjenta,nr karty pacjenta,numer karty pacjenta,historia choroby,numer historii choroby,nr historii choroby,nr ubezpieczenia,numer ubezpieczenia,numer ewus,nfz',
    biometric: 'odcisk palca,biometria',
    ethnicity: 'narodowosc,pochodzenie etniczne',
  },
  tr: {
    'health-data':
      'engel,engel orani,engel turu,engellilik,bakim duzeyi,bakim seviyesi,dusme riski,bilissel durum,demans,saglik durumu,saglik,saglik sorunu,saglik sorunlari,hastalik oykusu,ozgecmis hastalik,aile oykusu,tani kodu,icd,icd 10,ameliyatlar,ameliyat tarihi,yatis nedeni,basvuru nedeni,is kazasi,yaralanma,sakatlik,besin alerjisi,ilac alerjisi,doz,dozaj,recete,tedavi,tedavi plani,nabiz,tansiyon,kan sekeri,vucut kitle indeksi,vki,kilo kg,boy cm,bel cevresi,yag orani,gorme,isitme,gebelik,gebelik haftasi,hamile,tahmini dogum tarihi,beklenen dogum tarihi,dogum sekli,emzirme,son adet tarihi,menopoz,dogum kontrol,cinsel yonelim,ruh sagligi,depresyon,bagimlilik,sigara,sigara kullanimi,uyku,agri,agri duzeyi,asi,asilar,asi durumu,test sonucu,tahlil,tahlil sonucu,laboratuvar sonucu,diyet,ozel beslenme,cilt tipi,cilt sorunu,ozel durum,ozel gereksinim,sabika,sabika kaydi,belirti,belirtiler,sikayetler',
    'medical-id':
      'sigorta police no,ozel sigorta police no,police no,hasta no,hasta numarasi,protokol no,hasta dosya no,sgk no,sgk,sosyal guvenlik no,sigorta no,barkod no hasta',
    biometric: 'parmak izi,yuz tanima,biyometri',
    ethnicity: 'etnik koken,irk',
  },
  vi: {
    'health-data':
      'tinh trang suc khoe,suc khoe,tien su,tien su di ung,tien su gia dinh,benh man tinh,benh nen,khuyet tat,muc do khuyet tat,dang khuyet tat,chan doan chinh,ma benh,icd,icd 10,phau thuat,ngay phau thuat,ly do kham,ly do nhap vien,thuoc dang dung,don thuoc,lieu dung,dieu tri,huong dieu tri,huyet ap,duong huyet,bmi,vong eo,thi luc,thinh luc,mang thai,tuoi thai,tuan thai,ngay du sinh,du sinh,ngay sinh con,sinh thuong sinh mo,cho con bu,kinh nguyet,kinh cuoi,tranh thai,xu huong tinh duc,tram cam,hut thuoc,ruou bia,giac ngu,muc do dau,tiem chung,vac xin,mui tiem,ket qua xet nghiem,xet nghiem,che do an,loai da,tinh trang da,nhu cau dac biet,tien an tien su,di ung thuoc,di ung thuc an,ket qua kham',
    'medical-id':
      'ma benh nhan,ma bn,so benh an,ma benh an,so ho so benh an,bhyt,so bhyt,ma bhyt,so the bhyt,ma the bhyt,the bhyt,bao hiem y te,so bao hiem y te,bhxh,so bhxh,ma so bhxh',
    biometric: 'van tay,khuon mat,sinh trac hoc,giong noi',
  },
  id: {
    'health-data':
      'tensi,bb,tb,bb kg,tb cm,disabilitas,jenis disabilitas,penyandang disabilitas,kecacatan,oku,kondisi kesehatan,kesehatan,status kesihatan,kesihatan,riwayat kesehatan,riwayat alergi,riwayat keluarga,penyakit bawaan,penyakit kronis,sejarah penyakit,kode icd,icd 10,icd10,tindakan medis,rawat inap,alasan kunjungan,alergi obat,alergi makanan,dosis,pengobatan,terapi,rawatan,nadi,denyut nadi,suhu tubuh,gula darah,berat badan,tinggi badan,imt,bmi,lingkar perut,penglihatan,pendengaran,gigi,hamil,usia kehamilan,hpht,hpl,taksiran persalinan,persalinan,menyusui,haid,siklus haid,kontrasepsi,merokok,perokok,nyeri,skala nyeri,vaksin,vaksinasi,imunisasi,status vaksin,hasil lab,hasil pemeriksaan,diet,jenis kulit,masalah kulit,kebutuhan khusus,keperluan khas,catatan kriminal,rekod jenayah,gejala,keluhan utama,golongan darah rhesus,kumpulan darah,ketidakupayaan',
    'medical-id':
      'no rm,nomor rm,nomor rekam medis,no bpjs kesehatan,nomor bpjs,kis,no kis,no peserta bpjs,nomor pasien,no pasien,no pesakit,id pasien,kartu bpjs,kode pasien',
    biometric: 'sidik jari,cap jari,biometrik,wajah',
  },
  sv: {
    'health-data':
      'funktionsnedsattning,funksjonsnedsettelse,omsorgsniva,vardniva,omvardnad,fallrisk,trycksar,demens,kognition,sjukdomar,kroniske sygdomme,diagnoskod,operation datum,operationsdatum,ingrepp,inngrep,indgreb,sjukskrivning,sykemelding,sygemelding,matallergi,matallergier,fodevareallergi,specialkost,kosthold,dosering,dosis,behandling,blodtryck,blodtrykk,blodtryk,blodsocker,puls,bmi,kroppstemperatur,horsel,tander,gravid,graviditetsvecka,beraknad forlossning,termin graviditet,forlossning,fodsel,amning,senaste mens,sexuell laggning,seksuell orientering,psykisk halsa,rokning,royking,rygning,somn,smarta,smerte,vaccination,vaksinasjon,vaccinationer,provsvar,provresultat,hudtyp,hudtype,sarskilda behov,saerlige behov,brott,straffeattest,sykdommer,helseopplysninger,halsodeklaration',
    'medical-id': 'patientnummer,pasientnummer,journalnummer,journalnr,patient nr,pasientnr',
    ethnicity: 'etnicitet,etnisitet,etnisk bakgrund',
    biometric: 'fingeravtryck,fingeravtrykk,fingeraftryk',
  },
  ar: {
    'health-data':
      'مرض,مرض مزمن,تاريخ مرضي,حاله صحيه,صحه,اعاقه,نوع اعاقه,درجه اعاقه,احتياجات خاصه,عمليه جراحيه,عمليات جراحيه,تاريخ عمليه,علاج,خطه علاج,وصفه طبيه,دواء,جرعه,ضغط دم,نبض,كتله جسم,نظر,سمع,اسنان,حامل,اسبوع حمل,تاريخ ولاده متوقع,موعد ولاده,رضاعه,دوره شهريه,اخر دوره,مدخن,تدخين,تطعيم,تطعيمات,لقاح,نتيجه تحليل,تحاليل,نتيجه فحص,اعراض,شكوي رئيسيه,حميه,نوع بشره,سوابق جنائيه,حاله نفسيه',
    'medical-id': 'رقم مريض,رقم ملف طبي,ملف طبي,رقم تامين,رقم تامين صحي,رقم وثيقه تامين,رقم بطاقه تامين',
    biometric: 'بصمه,بصمه وجه,بصمه اصبع',
    ethnicity: 'عرق,قبيله',
  },
  th: {
    'health-data':
      'ความพิการ,ประเภทความพิการ,ผู้พิการ,สุขภาพ,ภาวะสุขภาพ,ประวัติสุขภาพ,ประวัติแพ้,ประวัติการแพ้,ภูมิแพ้,ประวัติครอบครัว,โรค,โรคเรื้อรัง,วินิจฉัย,การผ่าตัด,วันผ่าตัด,ผ่าตัด,การรักษา,แผนการรักษา,ยาประจำ,ยาที่ได้รับ,ขนาดยา,ความดันโลหิต,ความดัน,ชีพจร,อุณหภูมิร่างกาย,น้ำตาลในเลือด,ดัชนีมวลกาย,รอบเอว,สายตา,การได้ยิน,ตั้งครรภ์,อายุครรภ์,กำหนดคลอด,วันคลอด,คลอด,ให้นมบุตร,ประจำเดือน,คุมกำเนิด,สูบบุหรี่,ดื่มสุรา,การนอน,ระดับความปวด,วัคซีน,การฉีดวัคซีน,ผลตรวจ,ผลแล็บ,ผลเลือด,ประเภทผิว,สภาพผิว,ปัญหาผิว,ความต้องการพิเศษ,ประวัติอาชญากรรม,ติดเตียง,แผลกดทับ,อาการสำคัญ,ระดับการดูแล',
    'medical-id': 'เลขประจำตัวผู้ป่วย,เลขเวชระเบียน,รหัสผู้ป่วย,เลขประกันสังคม,บัตรทอง',
    biometric: 'ลายนิ้วมือ,ใบหน้า',
    'national-id': 'เลขบัตร,ปชช,เลขบัตรปชช',
  },
}
