import type { WordList } from './word-list.ts'

/** French, without accents; articles and prepositions are left out before words are looked up. The head comes first. */
export const fr: WordList = {
  'person-name':
    'nom complet,nom prenom,nom et prenom,nom client,contact,destinataire,titulaire,nom patient,patient,conjoint,nom destinataire,titulaire compte,titulaire carte,responsable,vendeur,conseiller,medecin,medecin traitant,personne contacter,contact urgence,personne prevenir,tuteur,parent,mere,pere,representant,responsable legal,nom enfant,nom eleve,locataire,proprietaire,beneficiaire,interlocuteur,prenom nom,coach,professeur,employe,salarie,passager,nom jeune fille,nom naissance,donateur,participant,nom facturation,nom livraison,praticien',
  'family-name': 'nom,nom famille,nom usage',
  'given-name': 'prenom,prenoms,prenom client,deuxieme prenom',
  nickname: 'surnom,pseudo,pseudonyme',
  username: 'identifiant,nom utilisateur,login,identifiant connexion',
  'national-id':
    'numero securite sociale,securite sociale,nir,carte identite,numero carte identite,cni,numero cni,piece identite,num secu,no secu,numero secu,n secu,numero national,numero registre national,n securite sociale,num securite sociale,nss,numero avs,numero identification',
  passport: 'passeport,numero passeport',
  'id-document': 'permis conduire,numero permis,titre sejour,numero permis conduire,numero police',
  'birth-date':
    'date naissance,anniversaire,ne le,nee le,ne e le,annee naissance,naissance,date anniversaire',
  age: 'age,tranche age',
  gender: 'sexe,genre',
  salutation: 'civilite,titre,titre civilite',
  nationality: 'nationalite',
  'job-title': 'profession,fonction,metier,poste,titre poste',
  'plate-number': 'immatriculation,plaque,plaque immatriculation,numero immatriculation',
  vin: 'numero chassis,numero serie vehicule',
  'member-no':
    'numero adherent,carte fidelite,numero carte fidelite,adherent,numero membre,n adherent,numero licencie,numero licence,numero etudiant,num adherent,n carte fidelite,code adherent',
  'customer-id':
    'numero client,code client,reference client,n client,no client,identifiant client,id client,num client,ref client',
  'ip-address': 'adresse ip',
  'photo-url': 'photo,photo identite,photo profil',
  mobile:
    'portable,mobile,telephone portable,tel portable,telephone mobile,tel mobile,numero portable,gsm,numero mobile,natel',
  landline: 'telephone fixe,fixe,tel fixe,ligne fixe',
  phone:
    'telephone,tel,numero telephone,fax,telecopie,telephone domicile,telephone bureau,num tel,n telephone,no telephone,telephone livraison,telephone facturation,telephone urgence,num telephone,coordonnees',
  email:
    'courriel,e mail,email,mail,adresse email,adresse e mail,adresse mail,adresse electronique,mel,adresse courriel,courrier electronique',
  'postal-address':
    'adresse,rue,adresse postale,adresse livraison,adresse facturation,complement adresse,voie,numero rue,adresse domicile,adresse complete,adresse 1,adresse 2,adresse ligne 1,domicile,numero voie,batiment,etage,lieu dit,adresse personnelle',
  'postal-code': 'code postal,cp,npa',
  region:
    'ville,pays,departement,region,commune,localite,canton,lieu naissance,ville naissance,quartier,pays residence,province,agglomeration',
  'bank-account': 'compte bancaire,numero compte,rib,coordonnees bancaires,compte',
  iban: 'iban',
  'credit-card': 'carte bancaire,numero carte,carte credit,numero carte bancaire,cb,carte bleue,numero cb',
  'card-expiry': 'date expiration carte,expiration carte',
  'bank-name': 'banque,nom banque,etablissement bancaire',
  'bank-code': 'code banque,bic,code guichet,code swift,swift',
  'tax-id':
    'numero tva,tva intracommunautaire,n tva,numero fiscal,tva,no tva,num tva,numero tva intracommunautaire,identifiant fiscal',
  'unified-social-credit-code': 'siret,siren,numero siret,numero siren,n siret,rcs',
  income:
    'salaire,revenu,revenus,salaire brut,salaire net,remuneration,quotient familial,revenu annuel,revenu fiscal',
  'stored-balance': 'solde,avoir,cagnotte,solde compte,porte monnaie,solde carte cadeau',
  'health-data':
    'allergie,allergies,maladie,diagnostic,traitement,medicament,medicaments,antecedents,antecedents medicaux,groupe sanguin,handicap,taille cm,poids,grossesse,symptomes,ordonnance,regime alimentaire,probleme sante,etat sante,sante,pathologie,informations medicales,type peau,vaccination,motif consultation,intolerances,regime,restrictions alimentaires,contre indications,imc,tension arterielle',
  'medical-id':
    'numero patient,numero dossier,numero assure,carte vitale,numero carte vitale,ipp,dossier medical,numero mutuelle,n patient,numero assurance maladie,numero adherent mutuelle',
  religion: 'religion,confession,syndicat,appartenance syndicale',
  ethnicity: 'origine ethnique,ethnie',
  'marital-status': 'situation familiale,etat civil,situation matrimoniale,statut marital',
  'geo-coordinates': 'coordonnees gps',
  password: 'mot passe,mdp,code secret,digicode,code acces,code porte,code confidentiel,code portail',
  'order-id':
    'numero commande,reference commande,commande,numero facture,facture,n commande,n facture,numero transaction,no commande,reference paiement,numero reservation,num commande,numero ticket,numero contrat,id commande,num facture,ref commande,reservation,n reservation,numero devis',
  'tracking-no': 'numero suivi,suivi,numero colis,n suivi',
  amount:
    'montant,prix,total,montant total,total ttc,total ht,frais,frais port,chiffre affaires,ca,remise montant,sous total,montant paye,depenses,cotisation,prix unitaire,tarif,montant ht,montant ttc,total depense,acompte,loyer,montant commande,panier moyen,don,frais livraison,encours,ca total,total achats,montant achats',
  'points-balance': 'points,points fidelite,solde points',
  quantity:
    'quantite,nombre,nombre commandes,nb commandes,stock,qte,nb,nombre visites,nombre achats,nb visites,nombre enfants,nuitees,nombre personnes,nombre nuits,nb enfants,seances restantes',
  'business-phone': 'telephone magasin,telephone fournisseur,telephone boutique',
  'business-address': 'adresse magasin,adresse fournisseur,adresse entrepot,adresse boutique,siege social',
  'company-name':
    'societe,entreprise,raison sociale,employeur,fournisseur,ecole,organisme,etablissement,fabricant,mutuelle,etablissement scolaire,nom entreprise,assureur,association',
  'store-name': 'magasin,boutique,agence,point vente,site,salle,centre,salon,nom magasin',
  'product-name':
    'produit,article,nom produit,libelle,designation,prestation,formation,cours,libelle produit,soin,modele,vehicule,type chambre,abonnement,titre produit,service,libelle article',
  sku: 'reference produit,reference article,code article,reference,ref,ref produit,code produit',
  barcode: 'code barres,code barre,gencod,gencode,ean',
  category:
    'statut,type,categorie,groupe,mode paiement,moyen paiement,mode livraison,langue,devise,origine,provenance,etat commande,etat,niveau,canal,source,groupe client,formule,famille,marque,couleur,taille,motif,service departement,motif annulation,lien parente,classe,type client,secteur,secteur activite,centres interet,transporteur,preferences,segment,statut client,reglement,mode reglement',
  boolean:
    'newsletter,actif,inscrit newsletter,optin,abonne,abonne newsletter,consentement,accepte,inscrit,oui non,valide,offres partenaires,desabonne,inscription newsletter,supprime,consentement rgpd,droit image',
  date: 'date,heure,date commande,date inscription,date creation,derniere commande,derniere visite,date modification,dernier achat,derniere connexion,date achat,date adhesion,horodatage,cree le,modifie le,premiere visite,date fin,date debut,date expiration,echeance,mois,annee,jour,depuis,date rdv,date rendez vous,arrivee,depart,premier achat,client depuis,date embauche,derniere mise jour,date facture,date sortie,validite',
  measure:
    'remise,taux,pourcentage,note,kilometrage,duree,longueur,poids kg,poids produit,score,taux remise,reduction,superficie,surface,moyenne',
  url: 'site web,lien,site internet',
  code: 'numero,code,n,matricule,chambre,code promo,numero chambre,num,numero serie,id,code magasin,numero lot,table,casier,code vendeur,code parrainage,numero interne',
  'row-id': 'ligne,numero ligne,numero ordre',
  'free-text':
    'commentaire,commentaires,remarque,remarques,note interne,notes,message,description,observation,observations,instructions,precisions,informations complementaires,demande,divers,instructions livraison,memo,infos,message cadeau,besoins particuliers,demandes particulieres,info complementaire,question,avis,compte rendu',
  token: 'cle de securite,cle securite,cle api',
}
