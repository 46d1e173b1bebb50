import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from '../unseen/values.ts'
import * as a from './values.ts'

const { p, w } = v
const staff = { hard: 'staff' } as const
const few = { hard: 'few-pii-values' } as const

/** Germany, France, Mexico and Brazil. */
export const westTables: readonly OwnTable[] = [
  {
    file: 'Vertragskonten_Strom_Export.csv',
    delimiter: ';',
    source: 'German municipal utility',
    columns: [
      c('GP-Nr.', 'customer-id', p('10########')),
      c('Name, Vorname', 'person-name', o.joined(', ', a.germanLast, a.germanFirst)),
      c('Geb.-Datum', 'birth-date', o.sparse(0.6, a.date(1940, 2003, 'dd.mm.yyyy'))),
      c(
        'Abnahmestelle Straße/Hausnr.',
        'postal-address',
        v.street('<S> <N>', 'Mainzer Landstr.', 'Berger Str.', 'Am Stadtpark', 'Lindenweg'),
      ),
      c('PLZ Ort', 'region', w('60311 Frankfurt|60385 Frankfurt|65929 Ffm-Höchst'), {
        also: ['postal-code'],
      }),
      c('Rufnummer tagsüber', 'phone', o.sparse(0.7, o.mixed(0.5, p('069/90009###'), p('0176 040690##')))),
      c('Zählernummer', 'code', p('1EMH00########'), { unscored: true, also: ['device-id'] }),
      c('MaLo-ID', 'code', a.marketLocation, { unscored: true }),
      c('Jahresverbrauch (kWh)', 'measure', o.number(900, 6200), { also: ['quantity'] }),
      c('Abschlag €', 'amount', a.sum(35, 210, '.', ',')),
      c('IBAN', 'iban', o.sparse(0.75, o.iban('DE', 22))),
      c('Tarif', 'category', w('Mainstrom Fix 24|Grundversorgung|Mainstrom Öko'), { also: ['product-name'] }),
      c('Vorlieferant', 'company-name', w('|Stadtwerke Nord GmbH|Enerplus AG')),
      c('Mahnstufe', 'category', w('0|0|0|1|2'), { also: ['quantity'] }),
      c(
        'Bemerkung',
        'free-text-pii',
        o.mixed(
          0.15,
          o.joined(
            ' ',
            w('Ablesung mit Nachbarin Fr.'),
            a.germanLast,
            w('abstimmen, Tel.'),
            p('0176 040690##'),
          ),
          w('|||Zähler im Keller|Zwischenablesung erfolgt'),
        ),
        few,
      ),
    ],
  },
  {
    file: 'SAAD_beneficiaires.csv',
    delimiter: ';',
    source: 'French home help service',
    columns: [
      c('N° dossier', 'customer-id', p('BEN-0####')),
      c('Civ.', 'salutation', w('Mme|M.|Mme')),
      c("Nom d'usage", 'family-name', a.frenchLast),
      c('Prénom', 'given-name', a.frenchFirst),
      c('Date naiss.', 'birth-date', a.date(1928, 1955, 'dd/mm/yyyy')),
      c('NIR', 'national-id', o.sparse(0.8, a.nir), { also: ['medical-id'] }),
      c(
        'Adresse intervention',
        'postal-address',
        v.street('<N> <S>', 'rue Pasteur', 'avenue des Frères Lumière', 'impasse du Lavoir'),
      ),
      c('Code porte', 'password', o.sparse(0.4, o.mixed(0.6, p('##A##'), p('####'))), { also: ['code'] }),
      c('GPS domicile', 'geo-coordinates', o.joined(',', o.coordinate(45.7, 45.8), o.coordinate(4.78, 4.92))),
      c('GIR', 'health-data', w('2|3|4|4|5|'), { also: ['category', 'measure'] }),
      c('Pathologies', 'health-data', w('|Alzheimer|Diabète type 2|AVC 2021, hémiplégie|Parkinson')),
      c(
        'Personne à prévenir',
        'free-text-pii',
        o.joined(' ', w('fille :|fils :|voisine :'), a.frenchFirst, p('06 39 98 ## ##')),
        { hard: 'combined', also: ['person-name', 'phone', 'mobile'] },
      ),
      c('Intervenante référente', 'person-name', w('Fatima B.|Sandrine Roux|Nadège K.'), staff),
      c('Financeur', 'company-name', w('CD 69|CARSAT|MSA|Sans prise en charge'), { also: ['category'] }),
      c('Taux horaire', 'amount', w('25,60|27,10|28,00')),
      c('Secteur', 'category', w('Nord|Centre|Sud')),
    ],
  },
  {
    file: 'cartera_creditos_oct25.csv',
    delimiter: ',',
    source: 'Mexican small lender',
    columns: [
      c('Folio', 'order-id', p('CR-25-0####')),
      c('Nombre(s)', 'given-name', a.mexicanFirst),
      c('Apellido Paterno', 'family-name', a.mexicanLast),
      c('CURP', 'national-id', a.curp),
      c('RFC', 'tax-id', a.orElse(0.7, a.rfc, 'N/A|'), { also: ['national-id'] }),
      c('Tel. Celular', 'mobile', o.mixed(0.7, p('55########'), p('+52 222 ### ####'))),
      c(
        'Domicilio',
        'postal-address',
        v.street('<S> No. <N>, Col. Centro', 'Av. Juárez', 'Calle 5 de Mayo', 'Priv. Hidalgo'),
      ),
      c('C.P.', 'postal-code', p('72###')),
      c('Actividad económica', 'job-title', w('Comerciante|Costurera|Taxista|Abarrotes'), {
        also: ['category'],
      }),
      c('Ingreso mensual', 'income', a.sum(4500, 32000, ',', '.'), { also: ['amount'] }),
      c('CLABE dispersión', 'bank-account', a.clabe),
      c('Monto otorgado', 'amount', a.sum(5000, 60000, ',', '.')),
      c(
        'Nombre del aval',
        'person-name',
        o.sparse(0.7, o.joined(' ', a.mexicanFirst, a.mexicanLast, a.mexicanLast)),
      ),
      c('Fecha desembolso', 'date', a.date(2024, 2025, 'dd-MON-yyyy')),
      c('Sucursal', 'store-name', w('Puebla Centro|Cholula|Atlixco'), { also: ['region'] }),
      c('Estatus', 'category', w('VIGENTE|LIQUIDADO|VENCIDO')),
    ],
  },
  {
    file: 'contratos_locacao.csv',
    delimiter: ';',
    source: 'Brazilian letting agency',
    columns: [
      c('Contrato', 'order-id', p('L-0###/25')),
      c('Tipo', 'category', w('Residencial|Residencial|Comercial')),
      c(
        'Endereço do imóvel',
        'postal-address',
        v.street('<S>, <N> - apto 32', 'Rua XV de Novembro', 'Av. Sete de Setembro', 'Rua das Palmeiras'),
      ),
      c('Locatário', 'person-name', a.brazilianName),
      c('CPF/CNPJ locatário', 'national-id', o.mixed(0.85, o.cpf, a.cnpj), {
        also: ['tax-id'],
        hard: 'mixed',
      }),
      c('Celular/WhatsApp', 'mobile', o.mixed(0.7, p('(41) 99###-####'), p('+554198#######'))),
      c(
        'E-mail',
        'email',
        o.sparse(
          0.8,
          a.mailOf(
            'adriana.alves|bruno.dias|claudiamoraes|leandro_r|patricia.nunes|renato',
            'example.com|correio.example|example.org',
          ),
        ),
      ),
      c('Renda comprovada', 'income', o.sparse(0.7, o.joined(' ', w('R$'), a.sum(2200, 14000, '.', ','))), {
        also: ['amount'],
      }),
      c('Proprietário', 'person-name', a.brazilianName),
      c(
        'Chave Pix repasse',
        'payment-account',
        o.mixed(0.4, o.cpf, o.mixed(0.5, a.mailOf('ivone.lima|otavio.r|marcia', 'example.com'), v.uuid)),
        { hard: 'mixed' },
      ),
      c('Valor aluguel', 'amount', o.joined(' ', w('R$'), a.sum(900, 5400, '.', ','))),
      c('Índice reajuste', 'category', w('IGP-M|IPCA|INPC')),
      c('Início', 'date', a.date(2021, 2025, 'dd/mm/yyyy')),
      c('Inscrição imobiliária (IPTU)', 'code', p('##.#.0##.####.##-#')),
      c('Administradora do condomínio', 'company-name', w('Apex Condomínios|Gestcon Ltda|')),
      c('Tel. administradora', 'business-phone', w('(41) 3200-1100|(41) 3300-4545|')),
    ],
  },
]
