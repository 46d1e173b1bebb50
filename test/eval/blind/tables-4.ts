import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import { p, uuid, w } from '../unseen/values.ts'
import * as b from './values.ts'

/** A clinic's practice management in snake_case and a booking platform in Title Case. */
export const clinicAndBookings: readonly OwnTable[] = [
  {
    file: 'pm_patient_master.csv',
    delimiter: ',',
    source: 'practice management: patients (composed)',
    columns: [
      c('pt_id', 'medical-id', o.serial('', 400_117), { also: ['customer-id', 'row-id'] }),
      c('pt_last_nm', 'family-name', b.lastName),
      c('pt_first_nm', 'given-name', b.firstName),
      c('dob', 'birth-date', o.day(1940, 2004, 'M/D/Y')),
      c('sex_cd', 'gender', w('F|M|U')),
      c('ssn_last4', 'national-id', o.sparse(0.8, p('####')), { also: ['code'] }),
      c('home_ph', 'phone', o.sparse(0.7, b.usPhone)),
      c('email_addr', 'email', o.sparse(0.75, b.mail)),
      c('addr_line_1', 'postal-address', o.usStreet),
      c('city', 'region', w('Tacoma|Salem|Dublin|Durham|Marietta')),
      c('zip', 'postal-code', w('98402|97301|43016|27701|30060')),
      c('primary_ins_plan', 'company-name', w('Northwind PPO|Cedar HMO|Medicare B|Self-pay'), {
        also: ['category', 'product-name'],
      }),
      c('ins_member_id', 'medical-id', o.sparse(0.85, p('??W#########'))),
      c('pcp_npi', 'code', w('1000000004|1000000012|1000000020'), { unscored: true, also: ['id-document'] }),
      c('dx_primary', 'health-data', w('E11.9|I10|J45.909|F41.1|M54.50|Z00.00'), {
        also: ['category', 'code'],
      }),
      c('allergies', 'health-data', w('NKDA|Penicillin|Sulfa; latex|Peanuts|')),
      c('last_visit_dt', 'date', o.day(2022, 2025, 'M/D/Y')),
      c('acct_balance', 'amount', o.mixed(0.5, w('0.00'), o.money), { also: ['stored-balance'] }),
      c('sms_consent', 'boolean', w('Y|N|')),
      c('appt_status', 'category', w('SCHED|NOSHOW|DONE|CXL')),
      c('created_by', 'username', w('frontdesk1|jpratt|billing'), {
        unscored: true,
        hard: 'staff',
        also: ['category', 'code'],
      }),
    ],
  },
  {
    file: 'Client Bookings Report.csv',
    delimiter: ',',
    source: 'booking platform: clients and their bookings (composed)',
    columns: [
      c('Booking Ref', 'order-id', p('BK-?##?##')),
      c('Client Name', 'person-name', b.fullName),
      c('Client Email', 'email', b.mail),
      c('Client Mobile', 'mobile', o.sparse(0.9, p('07700 900###'))),
      c('Preferred Pronouns', 'gender', w('she/her|he/him|they/them||'), {
        also: ['salutation'],
        unscored: true,
      }),
      c('Service Booked', 'product-name', w('Deep Tissue 60|Guided Kayak Tour|Dog Walk|Portrait Session')),
      c('Location', 'store-name', w('Harbourside|Old Mill Studio|Northgate')),
      c('Start Time', 'date', b.moment('D/M/Y')),
      c('Duration (Mins)', 'measure', w('30|45|60|90')),
      c('Price', 'amount', o.joined('', w('£'), o.money)),
      c('Deposit Paid', 'boolean', w('Yes|No')),
      c('Card Last 4', 'card-last4', o.sparse(0.7, p('####'))),
      c('Sales Rep', 'person-name', o.one('Neil Underwood', 'Joanne Rowe', 'Malik Pratt'), { hard: 'staff' }),
      c('Lead Source', 'category', w('Instagram|Walk-in|Referral|Google Ads')),
      c('Instagram Handle', 'social-account', o.sparse(0.35, p('@^^^^^^.^^##')), { also: ['username'] }),
      c('Emergency Contact', 'free-text-pii', o.sparse(0.5, o.joined(' - ', b.fullName, p('07700 900###'))), {
        also: ['person-name', 'phone', 'mobile'],
      }),
      c('Marketing Opt-In', 'boolean', w('TRUE|FALSE')),
      c(
        'Booking Notes',
        'free-text-pii',
        b.rarely(
          0.12,
          o.joined(' ', w('please confirm to|partner books too:|send invoice to'), b.mail),
          '',
          'Prefers mornings',
          'Running 10 mins late',
          'Gift voucher',
        ),
      ),
      c('Support Line', 'business-phone', w('0117 496 0123')),
      c('External Id', 'row-id', uuid),
    ],
  },
]
