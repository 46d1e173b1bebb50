import type { WordList } from './word-list.ts'

/** German and Dutch words of headers, without umlauts' dots. A compound is read by its end: Rechnungsadresse is an adresse. */
export const de: WordList = {
  'person-name':
    'kontoinh,patient name,zahler,zahlender,hausverwalter,vermieter,fahrer,begleitperson,abholberechtigt,abholberechtigte,lehrkraft,therapeut,kursleiter,vertreter,ubungsleiter,pate,name,vollstandiger name,ansprechpartner,kontakt,kontaktperson,kontoinhaber,karteninhaber,empfanger,rechnungsempfanger,lieferempfanger,kundenname,patient,patientenname,sachbearbeiter,verkaufer,berater,trainer,mitarbeiter,lehrer,arzt,hausarzt,inhaber,halter,fahrzeughalter,notfallkontakt,erziehungsberechtigter,erziehungsberechtigte,eltern,mutter,vater,ehepartner,partner,gast,gastname,mieter,versicherungsnehmer,kind,schuler,geburtsname,spender,teilnehmer,betreuer,nachname vorname,vorname nachname,name vorname,besteller,bearbeiter,vor und nachname,volledige naam,naam,klantnaam,contactpersoon,rekeninghouder,erziehungsber,erz ber,sorgeberechtigter,sorgeberechtigte,huisarts,noodcontact,voogd,ouder,verzorger,kind naam',
  'given-name': 'vorname,rufname,zweiter vorname,voornaam,voornamen,voorletters,vornamen,roepnaam',
  'family-name': 'nachname,familienname,zuname,achternaam,tussenvoegsel',
  nickname: 'spitzname,anzeigename,bijnaam',
  username: 'benutzername,benutzer,anmeldename,gebruikersnaam,nutzername',
  'national-id':
    'ausweisnummer,personalausweisnummer,personalausweis,sozialversicherungsnummer,svnr,sv nummer,bsn,burgerservicenummer,ahv nummer,ahv,rentenversicherungsnummer,personenkennzahl,rijksregisternummer,ausweis,personalausweisnr,personalausweis nr,rentenversicherungsnr,rv nummer,sozialversicherungsnr',
  passport: 'reisepass,reisepassnummer,passnummer,paspoortnummer',
  'id-document':
    'fuhrerschein,fuhrerscheinnummer,aufenthaltstitel,versicherungsschein,versicherungsscheinnummer,policennummer,rijbewijsnummer',
  'birth-date': 'geburtsdatum,geburtstag,geb datum,geboren,geburtsjahr,gebdat,geburt,geboortedatum,geb',
  age: 'alter,leeftijd,altersgruppe',
  gender: 'geschlecht,geslacht',
  salutation: 'anrede,titel,akademischer titel,aanhef,briefanrede',
  nationality: 'staatsangehorigkeit,nationalitat,staatsburgerschaft,nationaliteit',
  'job-title': 'beruf,position,funktion,berufsbezeichnung,beroep,stellung,tatigkeit',
  'plate-number': 'kennzeichen,kfz kennzeichen,nummernschild,amtliches kennzeichen,kenteken,kfz kennz,kennz',
  vin: 'fahrgestellnummer,fin,fahrzeugidentifikationsnummer,fahrgestell nr',
  'member-no':
    'mitgliedsnummer,mitglieds nr,mitgliedsnr,kundenkarte,kundenkartennummer,mitgliedsausweis,chipnummer,lidnummer,bonuskarte,matrikelnummer,schulernummer,transpondernummer,relatiecode,bondsnummer,relatienummer lid',
  'customer-id':
    'kundennummer,kunden nr,kundennr,kdnr,kd nr,debitorennummer,debitor,klantnummer,personenkonto,kunden id,kundenkennung,debitor nr',
  'device-id': 'geratenummer,gerate id,motornummer,zahlernummer',
  'ip-address': 'ip adresse',
  'photo-url': 'foto,bild person,passfoto,profilbild,lichtbild',
  mobile:
    'handy,mobil,handynummer,mobilnummer,mobiltelefon,mobilfunk,mobilfunknummer,mobiel,mobiele nummer,gsm',
  landline: 'festnetz,festnetznummer,telefon festnetz,vaste telefoon',
  phone:
    'tel privat,tel geschaftl,tel geschaftlich,tel dienstl,telefon dienstlich,tel mobil,telefon,telefonnummer,tel,telefon nr,rufnummer,telefon privat,telefon geschaftlich,fax,faxnummer,telefax,telefoon,telefoonnummer,notfallnummer,ruckrufnummer,tel nr,telnr,vorwahl,durchwahl,fon,telefon 1,telefon 2,telefoon noodcontact,telefoon thuis,telefoon werk',
  email: 'e mail,email,mail,e mail adresse,emailadresse,mailadresse,e mailadres,mailadres,e post',
  'postal-address':
    'adresse,anschrift,strasse,str,strasse und hausnummer,strasse hausnummer,hausnummer,hausnr,rechnungsadresse,lieferadresse,lieferanschrift,wohnadresse,adresszusatz,postanschrift,adres,straat,huisnummer,straatnaam,toevoeging,strasse nr,heimatadresse,postfach,str nr,strasse u nr,str hausnr',
  'postal-code': 'plz,postleitzahl,postcode',
  region:
    'lkz,ort,stadt,wohnort,land,bundesland,kanton,landkreis,kreis,plaats,woonplaats,gemeinde,ortsteil,stadtteil,staat,provincie,lieferort,geburtsort,plz ort,wohnsitz,gemeente,herkunft,geboorteplaats',
  'bank-account':
    'kto nr,kto,ktonr,konto,kontonummer,bankverbindung,konto nr,kontonr,kontoverbindung,rekeningnummer,bankkonto,bankrekening',
  iban: 'iban',
  'credit-card': 'kreditkarte,kreditkartennummer,kartennummer,creditcardnummer',
  'card-expiry': 'karte gultig bis,kreditkarte gultig bis',
  'bank-name': 'bank,bankname,kreditinstitut,geldinstitut',
  'bank-code': 'bic,blz,bankleitzahl,swift',
  'payment-account': 'paypal konto,paypal adresse',
  'tax-id':
    'steuernummer,steuer id,steuerid,ust id,ust idnr,ustid,umsatzsteuer id,steueridentifikationsnummer,ust id nr,uid nummer,btw nummer,btw,steuer identifikationsnummer,ust nr,mwst nummer,mwst nr,steuer nr,idnr',
  income:
    'gehalt,einkommen,lohn,bruttogehalt,nettogehalt,bruttolohn,salaris,inkomen,stundenlohn,jahreseinkommen,nettolohn',
  'stored-balance': 'guthaben,kontostand,saldo,restguthaben,tegoed,guthabenkonto',
  'health-data':
    'diagnose,allergie,allergien,krankheit,krankheiten,vorerkrankung,vorerkrankungen,medikament,medikamente,medikation,symptome,behandlung,blutgruppe,grosse cm,korpergrosse,gewicht kg,korpergewicht,schwangerschaft,behinderung,grad der behinderung,gesundheit,gesundheitszustand,einschrankungen,gesundheitliche einschrankungen,verletzungen,unvertraglichkeiten,hauttyp,befund,anamnese,allergieen,medicijnen,pflegegrad,impfung,impfstatus,krankmeldung,gesundheitsangaben,medische bijzonderheden,medicatie,dieet,allergieen dieet,ziektes,zorgbehoefte,therapie,schwangerschaftswoche,diat,blutgruppe abo,rhesus,rhesusfaktor,diagnosen,medikamente aktuell,schwerbehinderung,gdb,beschwerden,therapien,impfungen,medicijngebruik,allergie dieet,aandoeningen,klachten,bloedgroep',
  'medical-id':
    'vers nr,versnr,vers nummer,versichertennummer,krankenversichertennummer,patientennummer,patienten nr,krankenversicherungsnummer,kvnr,versicherten nr,versicherungsnummer,patienten id,patientnummer,zorgverzekeringsnummer,fallnummer,kvnummer',
  biometric: 'fingerabdruck',
  religion:
    'religion,konfession,religionszugehorigkeit,kirchensteuermerkmal,geloof,kirchensteuer,gewerkschaft,partei',
  'marital-status': 'familienstand,burgerlijke staat,zivilstand,fam stand',
  'geo-coordinates': 'breitengrad,langengrad,koordinaten,breedtegraad,lengtegraad',
  password: 'passwort,kennwort,wachtwoord,geheimzahl,zugangscode,turcode,pin',
  'password-hash': 'passwort hash',
  'order-id':
    'bestellnummer,auftragsnummer,rechnungsnummer,bestell nr,bestellung,auftrag,rechnung,belegnummer,rechnungs nr,auftrags nr,vertragsnummer,bestelnummer,factuurnummer,ordernummer,buchungsnummer,reservierungsnummer,vorgangsnummer,transaktionsnummer,bonnummer,quittungsnummer,aktenzeichen,vertragsnr',
  'tracking-no': 'sendungsnummer,sendungsverfolgung,paketnummer,trackingnummer',
  amount:
    'betrag,preis,summe,umsatz,gesamtbetrag,gesamtsumme,gesamt,beitrag,kosten,gebuhr,versandkosten,netto,brutto,steuer,rabattbetrag,einzelpreis,bedrag,prijs,totaal,omzet,jahresumsatz,gesamtpreis,mitgliedsbeitrag,anzahlung,kredit limit,kreditlimit,miete,mwst,gesamtumsatz,zwischensumme,offener betrag,spende,warenwert,provision,kaution,bestellwert',
  'points-balance': 'punkte,bonuspunkte,punktestand,treuepunkte,punten',
  quantity:
    'menge,anzahl,stuck,bestand,anzahl bestellungen,bestellungen,lagerbestand,besuche,aantal,stuckzahl,nachte,personen,ubernachtungen,restanzahl,personenzahl',
  'business-phone': 'hotline,filiale telefon,lieferant telefon',
  'business-address': 'firmenadresse,lieferantenadresse,lageradresse,firmenanschrift,geschaftsadresse',
  'company-name':
    'firma,firmenname,unternehmen,arbeitgeber,lieferant,hersteller,schule,bedrijf,bedrijfsnaam,organisation,verein,firma 1,firmenbezeichnung,versicherung,kindergarten,leverancier',
  'store-name':
    'filiale,geschaft,standort,laden,studio,winkel,niederlassung,vestiging,betriebsstatte,verkaufsstelle',
  'product-name':
    'artikel,produkt,artikelbezeichnung,bezeichnung,artikelname,produktname,leistung,kurs,tarif,dienstleistung,productnaam,fahrzeug,fahrzeugmodell,zimmertyp,modell,abo,reiseziel',
  sku: 'artikelnummer,artikel nr,art nr,artnr,produktnummer,artikelnr,sachnummer',
  barcode: 'strichcode,ean',
  category:
    'kasse,zahlungsbedingung,zahlungsbedingungen,krankenkasse,versicherungsart,kostentrager,status,typ,art,kategorie,gruppe,kundengruppe,zahlungsart,versandart,zahlungsweise,lieferart,sprache,wahrung,quelle,herkunftskanal,bestellstatus,abteilung,land code,zahlungsmethode,klasse,rolle,marke,taal,soort,betaalmethode,groep,rabattgruppe,preisgruppe,grund,kundigungsgrund,kundenart,kundentyp,vertragsart,farbe,grosse,kanal,verwandtschaftsgrad,stufe,klassenstufe,tarifart,interessen,werbeweg,branche,warengruppe,krankenversicherungsart,mitgliedsart,tags,adressattyp,anredeart,haustiere,haustier,steuerklasse',
  boolean:
    'newsletter,aktiv,gesperrt,geloscht,bestatigt,einwilligung,werbung erlaubt,ja nein,werbesperre,nieuwsbrief,actief,newsletter anmeldung,dsgvo einwilligung,stammkunde,kinder ja nein,einverstandnis,newsletter abonniert,gekundigt,werbeeinwilligung,mahnsperre,toestemming,akkoord,einverstanden',
  date: 'datum,zeit,zeitpunkt,erstellt,erstellt am,geandert am,letzte bestellung,letzter besuch,eintrittsdatum,austrittsdatum,registriert am,anmeldedatum,bestelldatum,kundigungsdatum,kunde seit,gultig bis,gultig ab,letzte anderung,uhrzeit,seit,am,ab,bis,beginn,ende,ablaufdatum,anreise,abreise,besteldatum,aangemaakt,letzter kauf,mitglied seit,letzter login,laufzeit,angelegt am,eintritt,austritt,vertragsbeginn,vertragsende,tag,monat,jahr,uhr,kundigung,zuletzt,termin,lieferdatum,rechnungsdatum,erstkontakt,aufnahmedatum,inschrijfdatum',
  measure:
    'gewicht,rabatt,prozent,quote,bewertung,kilometerstand,note,lange,breite,hohe,dauer,steuersatz,verbrauch,laufleistung,skonto,korting,flache,punktzahl',
  url: 'webseite,website,internet,homepage,bild,bild url,verweis',
  code: 'nummer,nr,kennung,schlussel,code,zimmer,zimmernummer,personalnummer,filialnummer,gutscheincode,seriennummer,personal nr,spind,spindnummer,tischnummer,chargennummer,kostenstelle,lieferantennummer,filial nr,nummernkreis,kurzel,betriebsnummer,referenz,gutschein,mandatsreferenz,glaubiger id',
  'row-id': 'lfd nr,laufende nummer,zeile,satznummer,lfdnr,datensatz,volgnummer',
  'free-text':
    'bemerkung,bemerkungen,notiz,notizen,kommentar,anmerkung,anmerkungen,beschreibung,hinweis,hinweise,nachricht,text,freitext,opmerking,opmerkingen,kundenkommentar,info,zusatzinfo,wunsche,bestellnotiz,sonstiges,mitteilung,verwendungszweck,interne notiz,besonderheiten,details,kundenwunsch,grusstext',
}
