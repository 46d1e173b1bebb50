import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from '../unseen/values.ts'
import * as a from './values.ts'

const { p, w } = v

/** Exports of a dental practice, a payroll and a charity. */
export const englishCareTables: readonly OwnTable[] = [
  {
    file: 'opendental_patient.csv',
    delimiter: '\t',
    source: 'Open Dental patient table (composed)',
    columns: [
      c('PatNum', 'customer-id', v.sequence(4021), { also: ['medical-id'] }),
      c('LName', 'family-name', a.last),
      c('FName', 'given-name', a.first),
      c('PatStatus', 'category', w('Patient|Patient|Patient|Inactive|NonPatient')),
      c('Gender', 'gender', w('Male|Female|Unknown')),
      c('Position', 'marital-status', w('Single|Married|Widowed|Divorced'), { hard: 'header-lies' }),
      c('Birthdate', 'birth-date', a.date(1938, 2005, 'mm/dd/yyyy')),
      c(
        'SSN',
        'national-id',
        o.sparse(
          0.7,
          o.mixed(0.6, a.ssn, (random, row) => a.ssn(random, row).replaceAll('-', '')),
        ),
      ),
      c('WirelessPhone', 'mobile', o.sparse(0.8, a.usPhone)),
      c('PriProv', 'code', w('DOC1|DOC2|HYG1')),
      c('EstBalance', 'amount', w('0|0|125.5|-40|980.25')),
      c('ChartNumber', 'medical-id', p('?????000#')),
      c('MedicaidID', 'medical-id', o.sparse(0.25, p('?######'))),
      c('MedUrgNote', 'health-data', w('|||Penicillin allergy|Warfarin|Pacemaker, no ultrasonic'), {
        also: ['free-text'],
      }),
      c('PreferRecallMethod', 'category', w('TextMessage|Email|DoNotCall|None')),
      c('DateFirstVisit', 'date', a.date(2009, 2025, 'mm/dd/yyyy')),
    ],
  },
  {
    file: 'ZHR_PA_EXTRACT_UK.csv',
    delimiter: ';',
    source: 'SAP HCM master data of employees (composed)',
    columns: [
      c('PERNR', 'customer-id', p('000#####'), { also: ['code', 'member-no'] }),
      c('NACHN', 'family-name', a.last),
      c('VORNA', 'given-name', a.first),
      c('GBDAT', 'birth-date', a.date(1961, 2002, 'yyyymmdd')),
      c('NATIO', 'nationality', w('GB|GB|IE|PL|IN')),
      c('FAMST', 'marital-status', w('Single|Marr.|Div.|Wid.')),
      c('PERID', 'national-id', a.nino),
      c(
        'STRAS',
        'postal-address',
        v.street('<N> <S>', 'Albert Rd', 'Moorfield Ave', 'Quay St', 'Lime Grove'),
      ),
      c('PSTLZ', 'postal-code', a.ukPostcode),
      c('BANKL', 'bank-code', p('20####')),
      c('BANKN', 'bank-account', p('########')),
      c('ANSAL', 'income', a.sum(21000, 78000, '', '.'), { also: ['amount'] }),
      c('STLTX', 'job-title', w('Fitter|Warehouse Op.|Payroll Clerk|Shift Lead'), { also: ['category'] }),
      c('KOSTL', 'code', p('00004#10')),
      c('BEGDA', 'date', a.date(2008, 2025, 'yyyymmdd')),
      c('ENDDA', 'date', w('99991231')),
    ],
  },
  {
    file: 'RE_Constituents_Gifts.csv',
    delimiter: ',',
    source: "Raiser's Edge constituents with gifts (composed)",
    columns: [
      c('CnBio_ID', 'customer-id', p('1####')),
      c('CnBio_Title_1', 'salutation', w('Mr.|Mrs.|Ms.|Dr.|Rev.|')),
      c('CnBio_Name', 'person-name', o.mixed(0.3, o.joined(' ', w('Mr. and Mrs.'), a.first, a.last), a.name)),
      c('CnBio_Birth_date', 'birth-date', o.sparse(0.5, a.date(1932, 1994, 'm/d/yyyy'))),
      c('CnBio_Deceased', 'boolean', w('No|No|No|Yes')),
      c('CnBio_Religion', 'religion', w('|Methodist|Catholic|Jewish|Quaker')),
      c('CnBio_Income', 'income', w('|$50,000 - $74,999|$75,000 - $99,999|$100,000+'), {
        also: ['category'],
      }),
      c('CnAdrPrf_Addrline1', 'postal-address', o.usStreet),
      c('CnAdrPrf_City', 'region', w('Boulder|Denver|Fort Collins|Golden')),
      c('CnAdrPrf_ZIP', 'postal-code', a.usZip),
      c('CnPh_1_01_Phone_number', 'phone', o.mixed(0.75, a.usPhone, a.mail), {
        also: ['email'],
        hard: 'mixed',
      }),
      c('CnSolCd_1_01_Solicit_code', 'category', w('|Do Not Mail|Email Only|No Phone Solicitation')),
      c('CnGf_1_Date', 'date', a.date(2021, 2025, 'm/d/yyyy')),
      c('CnGf_1_Amount', 'amount', a.sum(10, 5000, ',', '.')),
      c('CnGf_1_Fund', 'category', w('Annual Fund|Capital Campaign|Food Bank')),
      c(
        'CnNote_1_01_Notes',
        'free-text-pii',
        o.mixed(
          0.2,
          o.joined(' ', w('Call her son|Estate handled by'), a.first, a.last, p('303-555-01##')),
          w('||Thanked at gala|Prefers handwritten card'),
        ),
        { hard: 'few-pii-values' },
      ),
    ],
  },
]
