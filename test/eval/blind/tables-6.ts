import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import { full, p, street, w } from '../unseen/values.ts'
import * as b from './values.ts'

const germanFirst = w('Jonas|Anneliese|Kerstin|Mehmet|Frieda|Holger|Svenja|Rainer')
const germanLast = w('Zimmermann|Aydın|Köhler|Weiß|Schröder|Pohl|Lindner|Böttcher')
const SPANISH_NAMES = 'Rosario|Íñigo|Nuria|Álvaro|Begoña|Martín|Inés|Gonzalo'

/** A German care service and a Spanish language academy. */
export const careAndAcademy: readonly OwnTable[] = [
  {
    file: 'Patientenstamm_Pflegedienst.csv',
    delimiter: ';',
    source: 'home care service: patients (composed)',
    columns: [
      c('Pat-Nr', 'medical-id', o.serial('', 20_311), { also: ['customer-id', 'row-id'] }),
      c('Anrede', 'salutation', w('Frau|Herr')),
      c('Zuname', 'family-name', germanLast),
      c('Rufname', 'given-name', germanFirst),
      c('Geb.-Datum', 'birth-date', o.day(1928, 1960, 'D.M.Y')),
      c(
        'Wohnanschrift',
        'postal-address',
        street('<S> <N>', 'Lindenweg', 'Goethestr.', 'Am Mühlbach', 'Kirchplatz'),
      ),
      c('PLZ/Ort', 'region', w('04109 Leipzig|24103 Kiel|90402 Nürnberg'), { also: ['postal-code'] }),
      c('Tel. privat', 'landline', o.sparse(0.8, p('030 23125###'))),
      c('Krankenkasse', 'company-name', w('AOK PLUS|Barmer|TK|DAK-Gesundheit')),
      c('Versichertennr.', 'medical-id', b.germanInsuranceNo),
      c('Pflegegrad', 'health-data', w('1|2|3|3|4|5'), { also: ['category'] }),
      c('Diagnosen (ICD)', 'health-data', w('I50.1; E11.9|F03|G20|M17.9; I10|')),
      c('Bezugsperson', 'person-name', o.sparse(0.7, o.joined(' ', germanFirst, germanLast))),
      c('Tel. Bezugsperson', 'mobile', o.sparse(0.7, p('0171 39200##'))),
      c('Konfession', 'religion', w('ev.|rk.|ohne||muslimisch')),
      c('Tour', 'category', w('Früh 1|Früh 2|Spät|WE')),
      c('Leistung', 'product-name', w('LK 01 Ganzwaschung|LK 15 Hauswirtschaft|SGB V Medikamentengabe')),
      c('Einsatzdauer', 'measure', w('15 min|25 min|40 min')),
      c('Eigenanteil EUR', 'amount', (random) =>
        (random.between(0, 60_000) / 100).toFixed(2).replace('.', ','),
      ),
      c('Kontoverbindung', 'iban', o.sparse(0.6, o.iban('DE', 22))),
      c('Aufnahme am', 'date', o.day(2019, 2025, 'D.M.Y')),
      c('Einwilligung DSGVO', 'boolean', w('ja|ja|nein|offen'), { also: ['category'] }),
    ],
  },
  {
    file: 'alumnos_academia.csv',
    delimiter: ';',
    source: 'language academy: students (composed)',
    columns: [
      c('Nº matrícula', 'row-id', o.serial('2025/', 1040), {
        also: ['member-no', 'order-id'],
        unscored: true,
      }),
      c('Nombre', 'given-name', w(SPANISH_NAMES)),
      c('Apellidos', 'family-name', full('Cabrera|Iglesias|Peña|Gil|Sanz', 'Ibáñez|Molina|Núñez|Soto')),
      c('NIF/NIE', 'national-id', o.sparse(0.85, o.dni)),
      c('F. nacimiento', 'birth-date', o.day(1965, 2005, 'D/M/Y')),
      c('Tfno. móvil', 'mobile', o.joined('', w('6'), p('## ### ###'))),
      c('Correo electrónico', 'email', o.sparse(0.9, b.mail)),
      c(
        'Domicilio',
        'postal-address',
        street('<S>, <N>, 2º B', 'C/ Mayor', 'Avda. de la Constitución', 'Pza. España'),
      ),
      c('Población', 'region', w('Valladolid|Gijón|Cartagena|Lleida')),
      c('CP', 'postal-code', w('47001|33201|30201|25001')),
      c('Curso', 'product-name', w('Inglés B2 intensivo|Francés A1|Alemán B1|Preparación C1')),
      c('Nivel', 'category', w('A1|A2|B1|B2|C1')),
      c('Horario', 'category', w('L-X 18:00|M-J 19:30|S 10:00'), { also: ['free-text', 'date'] }),
      c('Profesor/a', 'person-name', o.one('Nuria Gil', 'Martín Soto', 'Inés Peña'), { hard: 'staff' }),
      c('Cuota mensual', 'amount', w('65,00 €|89,00 €|110,00 €')),
      c('Forma de pago', 'category', w('Domiciliación|Efectivo|Tarjeta|Bizum')),
      c('IBAN domiciliación', 'iban', o.sparse(0.5, o.iban('ES', 24))),
      c('Fecha alta', 'date', o.day(2022, 2025, 'D/M/Y')),
      c('Autoriza imágenes', 'boolean', w('Sí|No')),
      c('Tel. secretaría', 'business-phone', w('983 000 112')),
      c(
        'Observaciones',
        'free-text-pii',
        b.rarely(
          0.12,
          o.joined(' ', w('avisar a su madre,|la factura a'), o.mixed(0.5, p('6## ### ###'), b.mail)),
          '',
          'Beca 20 %',
          'Pendiente prueba de nivel',
          'Recupera viernes',
        ),
      ),
    ],
  },
]
