import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from './values.ts'

const { p, w } = v
const first = o.englishFirst
const last = o.englishLast
const fullName = o.joined(' ', first, last)
const mail = o.mail

/** Platforms whose exports are in English: shops, studios, clinics, an application. */
export const servicePlatforms: readonly OwnTable[] = [
  {
    file: 'Mindbody Clients.csv',
    delimiter: ',',
    source: 'Mindbody client list',
    columns: [
      c('ID', 'customer-id', p('1000#####')),
      c('Barcode ID', 'member-no', p('1000#####'), {
        unscored: true,
        also: ['barcode', 'customer-id', 'code'],
      }),
      c('Last', 'family-name', last),
      c('First', 'given-name', first),
      c('Home Phone', 'phone', o.sparse(0.3, o.usPhone), { also: ['landline'] }),
      c('Cell Phone', 'mobile', o.usPhone, { also: ['phone'] }),
      c('Emergency Contact', 'person-name', o.sparse(0.5, fullName)),
      c('Emergency Phone', 'phone', o.sparse(0.5, o.usPhone)),
      c('Red Alert', 'health-data', w('|||pregnant - modify poses|epilepsy|lower back injury'), {
        hard: 'header-says-nothing',
        also: ['free-text-pii'],
      }),
      c('Yellow Alert', 'free-text', w('|||owes $20|late often')),
      c('Liability Release', 'boolean', w('Yes|No')),
      c('Last 4', 'card-last4', p('####'), { also: ['code'] }),
      c('Exp Date', 'card-expiry', p('0#/2027'), { also: ['date'], unscored: true }),
      c('Referral Type', 'category', w('Instagram|Walk-in')),
      c('Referred By', 'person-name', o.sparse(0.2, fullName)),
      c('# Visits', 'quantity', o.number(0, 200)),
      c('Current Series', 'product-name', w('10 Class Pass|Monthly Unlimited'), { also: ['category'] }),
      c('Birthdate', 'birth-date', o.day(1955, 2004, 'M/D/Y')),
    ],
  },
  {
    file: 'all-contacts.csv',
    delimiter: ',',
    source: 'HubSpot contact export',
    columns: [
      c('Record ID', 'customer-id', p('50######1##'), { hard: '11-digit' }),
      c('Email', 'email', mail),
      c('Contact owner', 'person-name', w('Dana Elliott|Keith Mercer|'), { hard: 'staff' }),
      c('Lead Status', 'category', w('Open|In Progress|')),
      c('Marketing contact status', 'category', w('Marketing contact|Non-marketing contact'), {
        hard: 'trap-header',
      }),
      c('Associated Company', 'company-name', w('Northwind Ltd|Fletcher Inc|')),
      c('IP City', 'region', w('leeds|austin|paris')),
      c('Email Domain', 'category', w('example.com|example.org'), {
        hard: 'trap-header',
        also: ['url', 'company-name'],
      }),
      c('Number of Form Submissions', 'quantity', o.number(0, 9)),
      c('Time of Last Session', 'date', v.stamp('DATE hh:mm')),
      c('Recent Conversion', 'category', w('Newsletter: footer form|Contact us'), { also: ['free-text'] }),
      c('Mobile Phone Number', 'mobile', o.sparse(0.3, p('+44 7700 900###')), { also: ['phone'] }),
      c('hs_object_id', 'customer-id', p('50######1##')),
      c('Twitter Username', 'social-account', o.sparse(0.1, p('^^^^^^_##')), { also: ['username'] }),
      c(
        'Legal basis for processing contact data',
        'category',
        w('Legitimate interest – prospect|Freely given consent'),
      ),
    ],
  },
  {
    file: 'reservations.csv',
    delimiter: ',',
    source: 'restaurant reservations (OpenTable, Toast; composed)',
    columns: [
      c('Confirmation #', 'order-id', p('8####')),
      c('Visit Date', 'date', o.day(2024, 2025, 'M/D/Y')),
      c('Guest', 'person-name', o.joined(', ', last, first)),
      c('Guest Phone', 'phone', p('202-555-01##')),
      c('Covers', 'quantity', o.number(1, 8)),
      c('Table', 'code', w('12|14A|Bar 3'), { also: ['category'] }),
      c('Guest Tags', 'category', w('VIP|Regular|')),
      c('Dietary', 'health-data', w('|||shellfish allergy|celiac|vegan'), { also: ['free-text-pii'] }),
      c(
        'Visit Notes',
        'free-text-pii',
        o.mixed(0.05, o.joined('', w('Birthday of '), first, w(' '), last), w('|||window seat')),
        { hard: 'few-pii-values' },
      ),
      c('Server', 'person-name', w('Naomi|Gareth|Paula'), { hard: 'staff', also: ['given-name'] }),
      c('Avg Spend', 'amount', o.money),
      c('Source', 'category', w('Google|Widget|Phone'), { hard: 'trap-header' }),
      c('No Shows', 'quantity', w('0|0|1')),
    ],
  },
  {
    file: 'cliniko_patients.csv',
    delimiter: ',',
    source: 'Cliniko patient export (Australia)',
    columns: [
      c('Patient ID', 'medical-id', p('88####'), { also: ['customer-id'] }),
      c('Title', 'salutation', w('Mr|Mrs|Dr|')),
      c('Preferred first name', 'given-name', o.sparse(0.3, first)),
      c('Pronouns', 'category', w('|she/her|he/him'), { unscored: true, also: ['gender', 'salutation'] }),
      c('Medicare number', 'medical-id', p('2### ##### #'), { also: ['national-id'] }),
      c('DVA card number', 'medical-id', o.sparse(0.05, p('QX######')), {
        also: ['id-document', 'member-no', 'code'],
      }),
      c('Address line 1', 'postal-address', o.usStreet),
      c('Referring doctor', 'person-name', o.sparse(0.4, o.joined(' ', w('Dr'), fullName))),
      c('Occupation', 'job-title', w('Plumber|Teacher|Retired')),
      c('Emergency contact', 'free-text-pii', o.joined(' ', first, w('(husband)|(mum)'), p('0491 570 ###')), {
        hard: 'combined',
        also: ['person-name', 'phone'],
      }),
      c('Medical alert', 'health-data', w('|||Pacemaker|Penicillin')),
      c('Concession type', 'category', w('|Pensioner|DVA')),
      c('Invoice to', 'company-name', o.sparse(0.1, w('WorkCover Pty Ltd')), { also: ['category'] }),
      c('Consents to marketing', 'boolean', w('true|false')),
      c('Next appointment', 'date', o.sparse(0.4, v.stamp('DATE hh:mm', 2025, 2025))),
    ],
  },
  {
    file: 'users_dump.csv',
    delimiter: ',',
    source: 'users table of a Laravel shop',
    columns: [
      c('id', 'customer-id', v.sequence(1), { also: ['row-id'] }),
      c('name', 'person-name', fullName),
      c('email_verified_at', 'date', o.sparse(0.8, v.stamp('DATE hh:mm:ss')), { hard: 'trap-header' }),
      c('password', 'password-hash', v.bcrypt, { also: ['password'] }),
      c('remember_token', 'token', o.sparse(0.5, v.secret('', 60))),
      c('two_factor_recovery_codes', 'token', o.sparse(0.2, v.secret('eyJpdiI6I', 60)), {
        also: ['password'],
      }),
      c('stripe_id', 'customer-id', v.secret('cus_', 14), {
        also: ['payment-account', 'code', 'token'],
        unscored: true,
      }),
      c('pm_last_four', 'card-last4', o.sparse(0.4, p('####'))),
      c('fcm_token', 'token', o.sparse(0.3, v.secret('e', 120)), { also: ['device-id'] }),
      c('api_key', 'token', o.sparse(0.2, v.secret('sk_', 32))),
      c('is_staff', 'boolean', w('0|1')),
      c('last_login_ip', 'ip-address', o.ip),
      c('signup_fingerprint', 'device-id', o.hex(32), { also: ['hashed-identifier', 'biometric', 'token'] }),
      c('timezone', 'category', w('UTC|Europe/London')),
      c('avatar', 'photo-url', p('avatars/~~~~~~~~~~~~.jpg')),
      c('deleted_at', 'date', o.sparse(0.03, v.stamp('DATE hh:mm:ss'))),
      c('settings', 'free-text', w('{"theme":"dark"}|{"theme":"light","beta":true}|{}'), {
        also: ['category'],
      }),
    ],
  },
]
