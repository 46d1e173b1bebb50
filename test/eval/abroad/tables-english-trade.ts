import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from '../unseen/values.ts'
import * as a from './values.ts'

const { p, w } = v
const staff = { hard: 'staff' } as const

/** Exports of a pipeline, a hotel's booking system and a web shop. */
export const englishTradeTables: readonly OwnTable[] = [
  {
    file: 'people-8316402-217.csv',
    delimiter: ',',
    source: 'Pipedrive people export (composed)',
    columns: [
      c('Person - ID', 'customer-id', v.sequence(1183)),
      c('Person - Name', 'person-name', a.name),
      c('Person - Label', 'category', w('Customer|Hot lead|Warm lead|Cold lead||')),
      c(
        'Person - Organization',
        'company-name',
        w('Harbour Joinery Ltd|Kestrel Print|Bluebell Nurseries||Tyne Valley Foods'),
      ),
      c('Person - Email - Work', 'email', o.sparse(0.85, a.mail)),
      c('Person - Phone - Work', 'landline', o.sparse(0.6, a.ukPhone)),
      c('Person - Phone - Mobile', 'mobile', o.sparse(0.7, a.ukMobile)),
      c('Person - Owner', 'person-name', w('Lydia Foster|Sean Donnelly|Vikram Joshi'), staff),
      c('Person - Visible to', 'category', w('Entire company|Entire company|Item owner')),
      c('Person - Closed deals', 'quantity', o.number(0, 9)),
      c('Person - Next activity date', 'date', o.sparse(0.4, a.date(2025, 2026, 'yyyy-mm-dd'))),
      c('Person - Marketing status', 'category', w('Subscribed|No consent|Unsubscribed|')),
      c(
        'Person - Postal address',
        'postal-address',
        o.sparse(
          0.5,
          o.joined(
            ', ',
            v.street('<N> <S>', 'Mill Lane', 'Station Road', 'Victoria Street'),
            w('Leeds|Bristol|Gateshead'),
            a.ukPostcode,
            w('UK'),
          ),
        ),
      ),
      c('Person - Lead source (custom)', 'category', w('Trade fair|Referral|Website form|LinkedIn')),
      c('Person - Update time', 'date', a.date(2024, 2025, 'yyyy-mm-dd HH:MM:SS')),
    ],
  },
  {
    file: 'guestList_export.csv',
    delimiter: ',',
    source: 'Cloudbeds guest list, fields as in its interface (composed)',
    columns: [
      c('reservationID', 'order-id', p('91##########')),
      c('guestFirstName', 'given-name', a.first),
      c('guestLastName', 'family-name', a.last),
      c('guestGender', 'gender', w('M|F|N/A')),
      c('guestEmail', 'email', o.mixed(0.5, a.mail, p('^^^^^.######@guest.booking.example'))),
      c(
        'guestCellPhone',
        'mobile',
        o.mixed(0.5, p('+1 212 555 01##'), o.mixed(0.5, p('+44 7700 900###'), w('||N/A'))),
      ),
      c('guestCountry', 'region', w('US|GB|DE|NL|AU|BR'), { also: ['nationality'] }),
      c('guestBirthdate', 'birth-date', a.orElse(0.5, a.date(1948, 2001, 'yyyy-mm-dd'), '0000-00-00')),
      c('guestDocumentType', 'category', w('passport|dni|na|driver_licence')),
      c('guestDocumentNumber', 'id-document', o.sparse(0.6, o.mixed(0.6, p('5########'), p('?########'))), {
        also: ['passport', 'national-id'],
      }),
      c('roomName', 'code', w('DBL-04|DBL-07|Garden Suite|DORM 2 (3)|TWN-11')),
      c('startDate', 'date', a.date(2025, 2025, 'yyyy-mm-dd')),
      c('sourceName', 'category', w('Booking.com|Website/Booking Engine|Expedia|Walk-In')),
      c('grandTotal', 'amount', o.money),
      c(
        'guestSpecialRequests',
        'free-text-pii',
        o.mixed(
          0.2,
          o.joined(' ', w('Late arrival, please call|Airport pickup, driver to text'), p('+1 212 555 01##')),
          w('||High floor if possible|Extra towels|Quiet room'),
        ),
        { hard: 'few-pii-values' },
      ),
    ],
  },
  {
    file: 'customer_20260114_093012.csv',
    delimiter: ',',
    source: 'Magento 2 customer export (composed)',
    columns: [
      c('email', 'email', a.mail),
      c('_store', 'category', w('default|default|en_uk'), { also: ['code', 'store-name'] }),
      c('created_at', 'date', a.date(2019, 2025, 'yyyy-mm-dd HH:MM:SS')),
      c('dob', 'birth-date', o.sparse(0.35, a.date(1955, 2004, 'yyyy-mm-dd'))),
      c('firstname', 'given-name', a.first),
      c('lastname', 'family-name', a.last),
      c('gender', 'gender', w('Male|Female|Not Specified|')),
      c('group_id', 'category', w('1|1|1|2|4'), { also: ['code', 'row-id'] }),
      c(
        'password_hash',
        'password-hash',
        (random) => `${random.letters(64, '0123456789abcdef')}:${random.letters(32)}:1`,
      ),
      c('rp_token', 'token', o.sparse(0.3, v.secret('', 32))),
      c('disable_auto_group_change', 'boolean', w('0|0|1')),
      c(
        '_address_company',
        'company-name',
        o.sparse(0.2, w('Kestrel Print|The Cake Room Ltd|Orchard Dental')),
      ),
      c(
        '_address_street',
        'postal-address',
        v.street('<N> <S>', 'High Street', 'Church Road', 'Park Avenue', 'The Crescent'),
      ),
      c('_address_postcode', 'postal-code', a.ukPostcode),
      c('_address_telephone', 'phone', o.mixed(0.7, p('07700900###'), p('0117 496 0###'))),
    ],
  },
]
