import type { WordList } from './word-list.ts'

/** Italian, without accents; the head comes first. */
export const it: WordList = {
  'person-name':
    'nome completo,nome e cognome,nome cognome,cognome e nome,cognome nome,nominativo,intestatario,destinatario,contatto,referente,cliente,nome cliente,paziente,coniuge,venditore,medico,contatto emergenza,tutore,padre,madre,genitore,alunno,responsabile,beneficiario,ospite,titolare,titolare carta,insegnante,dipendente,intestatario conto,istruttore,operatore,passeggero,medico curante',
  'given-name': 'nome,secondo nome',
  'family-name': 'cognome',
  nickname: 'soprannome',
  username: 'nome utente,utente',
  'national-id':
    'codice fiscale,cf,cod fiscale,c f,carta identita,numero carta identita,codice fisc,numero documento,documento identita,documento',
  passport: 'passaporte,passaporto,numero passaporto',
  'id-document': 'patente,numero patente,permesso soggiorno,numero polizza,polizza,numero tessera sanitaria',
  'birth-date': 'data nascita,compleanno,nascita,nato il,nata il,data di nascita,anno nascita',
  age: 'eta,fascia eta',
  gender: 'sesso,genere',
  salutation: 'titolo,appellativo',
  nationality: 'nazionalita,cittadinanza',
  'job-title': 'professione,mansione,qualifica,occupazione,ruolo aziendale',
  'plate-number': 'targa,targa veicolo',
  vin: 'telaio,numero telaio',
  'member-no':
    'numero tessera,tessera,carta fedelta,numero socio,codice tessera,tessera socio,numero carta fedelta,n tessera',
  'customer-id': 'codice cliente,numero cliente,id cliente,cod cliente,n cliente',
  'ip-address': 'indirizzo ip',
  'photo-url': 'foto,fotografia',
  mobile: 'cellulare,telefono cellulare,cell,numero cellulare,telefono mobile',
  landline: 'telefono fisso,fisso,telefono casa',
  phone:
    'telefono,tel,numero telefono,fax,recapito telefonico,recapito,n telefono,telefono ufficio,telefono emergenza',
  email:
    'posta elettronica,indirizzo email,indirizzo e mail,pec,mail,e mail,email,indirizzo posta elettronica',
  'postal-address':
    'indirizzo,via,indirizzo spedizione,indirizzo fatturazione,numero civico,civico,residenza,domicilio,indirizzo residenza,indirizzo consegna,indirizzo completo,interno,scala',
  'postal-code': 'cap,codice postale',
  region:
    'citta,provincia,comune,paese,stato residenza,nazione,regione,localita,prov,luogo nascita,comune nascita,comune residenza,frazione,quartiere',
  'bank-account': 'conto corrente,numero conto,conto bancario,conto,coordinate bancarie,c c',
  'credit-card': 'carta credito,numero carta',
  'card-expiry': 'scadenza carta',
  'bank-name': 'banca,istituto credito',
  'bank-code': 'abi,cab,codice banca,bic',
  'tax-id': 'partita iva,p iva,piva,codice iva,codice sdi,codice destinatario,sdi',
  income: 'stipendio,reddito,retribuzione,isee,reddito annuo',
  'stored-balance': 'saldo,credito residuo,saldo carta,borsellino',
  'health-data':
    'allergia,allergie,diagnosi,malattia,malattie,farmaci,terapia,gruppo sanguigno,disabilita,anamnesi,patologie,gravidanza,intolleranze,tipo pelle,intolleranze alimentari,infortuni,altezza cm,peso corporeo,sintomi,stato salute,formula colore,pressione',
  'medical-id':
    'tessera sanitaria,numero paziente,cartella clinica,numero cartella,codice assistito,codice paziente',
  religion: 'religione,sindacato',
  ethnicity: 'etnia',
  'marital-status': 'stato civile',
  'geo-coordinates': 'latitudine,longitudine,coordinate,coordinate gps',
  password: 'parola chiave,codice accesso,codice segreto',
  'order-id':
    'numero ordine,ordine,numero fattura,fattura,id ordine,n ordine,n fattura,riferimento ordine,numero prenotazione,prenotazione,scontrino,numero scontrino,contratto,numero contratto,preventivo,codice prenotazione',
  'tracking-no': 'numero tracking,numero spedizione,codice spedizione,tracciamento',
  amount:
    'importo,prezzo,totale,spesa,costo,fatturato,spese spedizione,totale ordine,imponibile,quota,acconto,prezzo unitario,totale speso,subtotale,iva importo,canone,valore,totale acquisti,affitto,sconto importo,debito',
  'points-balance': 'punti,saldo punti,punti fedelta,punti tessera',
  quantity:
    'quantita,numero ordini,pezzi,giacenza,visite,qta,numero visite,notti,ingressi,ingressi residui,numero figli,persone,n ordini,acquisti',
  'business-phone': 'telefono negozio,telefono fornitore',
  'business-address': 'indirizzo negozio,sede legale,indirizzo fornitore,indirizzo magazzino',
  'company-name':
    'azienda,ragione sociale,societa,ditta,fornitore,scuola,datore lavoro,produttore,ente,assicurazione,denominazione',
  'store-name': 'negozio,filiale,sede,punto vendita,palestra,magazzino,salone,centro',
  'product-name':
    'prodotto,articolo,nome prodotto,descrizione articolo,servizio,corso,trattamento,modello,veicolo,abbonamento,tipo camera,descrizione prodotto',
  sku: 'codice articolo,codice prodotto,cod articolo,riferimento prodotto',
  barcode: 'codice barre,codice a barre',
  category:
    'stato,tipo,categoria,gruppo,metodo pagamento,modalita pagamento,metodo spedizione,lingua,valuta,provenienza,canale,stato ordine,livello,marca,taglia,colore,motivo,parentela,classe,tipo cliente,settore,fonte,interessi,tipologia,corriere,titolo studio',
  boolean:
    'newsletter,attivo,consenso,iscritto,si no,iscritto newsletter,consenso privacy,consenso marketing,bloccato,privacy',
  date: 'data,ora,data ordine,data iscrizione,data registrazione,ultima visita,ultimo acquisto,data creazione,ultimo ordine,data acquisto,scadenza,data inizio,data fine,mese,anno,giorno,cliente dal,data scadenza,arrivo,partenza,data fattura,ultimo accesso,primo acquisto,data assunzione,appuntamento,data appuntamento,ultima modifica',
  measure: 'sconto,percentuale,punteggio,peso,chilometraggio,durata,voto,km,valutazione,superficie,media',
  url: 'sito,sito web,collegamento',
  code: 'codice,numero,n,camera,codice sconto,buono,numero serie,lotto,id,cod,armadietto,tavolo,matricola,numero camera,codice promozionale',
  'row-id': 'riga,progressivo,numero riga',
  'free-text':
    'note,nota,commento,commenti,osservazioni,messaggio,descrizione,annotazioni,richieste,istruzioni,dettagli,altro,note cliente,note ordine,istruzioni consegna,informazioni aggiuntive,dedica,richieste particolari',
}
