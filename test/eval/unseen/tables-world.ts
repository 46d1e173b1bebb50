import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from './values.ts'

const { p, w } = v
const mail = o.mail

/** Malaysia, India, Brazil, Arabia. */
export const worldTables: readonly OwnTable[] = [
  {
    file: 'pesakit klinik.csv',
    delimiter: ',',
    source: 'Malaysian clinic',
    columns: [
      c('Bil', 'row-id', v.sequence(1)),
      c(
        'Nama Penuh',
        'person-name',
        w('Ahmad bin Ismail|Siti binti Hassan|Tan Mei Ling|Rajesh a/l Kumar|Nurul binti Zain'),
      ),
      c('No. Kad Pengenalan', 'national-id', v.myKad),
      c('No. Telefon Bimbit', 'mobile', p('012-### ####'), { also: ['phone'] }),
      c('Alamat Rumah', 'postal-address', v.street('No <N>, Jalan <S> 3/4', 'Mawar', 'Cempaka')),
      c('Poskod', 'postal-code', p('#####')),
      c('Negeri', 'region', w('Selangor|Johor|Perak')),
      c('Bangsa', 'ethnicity', w('Melayu|Cina|India|Lain-lain')),
      c('Agama', 'religion', w('Islam|Buddha|Hindu|Kristian')),
      c('Status Perkahwinan', 'marital-status', w('Bujang|Berkahwin|Janda')),
      c('Alahan', 'health-data', w('Tiada|Penisilin|Makanan laut')),
      c('Penyakit', 'health-data', w('|Kencing manis|Darah tinggi|Lelah')),
      c('Nama Waris', 'person-name', w('Zainab binti Omar|Lim Ah Kow|Hassan bin Ali')),
      c('Tarikh Lawatan', 'date', o.day(2023, 2025, 'D/M/Y')),
      c('Bayaran (RM)', 'amount', o.money),
    ],
  },
  {
    file: 'nbfc_customers.csv',
    delimiter: ',',
    source: 'Indian lender, header as published in part',
    columns: [
      c('customer_code', 'customer-id', p('CUST####')),
      c('first_name', 'given-name', w('Arun|Priya|Karthik|Divya|Sanjay')),
      c('mobile_no', 'mobile', p('9000######'), { also: ['phone'] }),
      c('aadhaar_no', 'national-id', v.aadhaar),
      c('pan_no', 'tax-id', p('???P?####?'), { also: ['national-id', 'id-document'] }),
      c('pincode', 'postal-code', p('6000##')),
      c('occupation', 'job-title', w('Farmer|Software Engineer|Trader')),
      c('annual_income', 'income', o.number(200000, 2000000)),
      c('kyc_status', 'category', w('Pending|Verified|Rejected'), { hard: 'trap-header' }),
      c('ifsc', 'bank-code', p('SBIN000####')),
      c('account_no', 'bank-account', p('3##########')),
      c('upi_id', 'payment-account', p('^^^^^##@okbank'), { also: ['email'] }),
      c('nominee_name', 'person-name', v.full('Lakshmi|Ravi|Meena', 'Iyer|Nair|Reddy')),
      c('father_or_husband_name', 'person-name', v.full('Ramesh|Suresh|Gopal', 'Iyer|Nair|Reddy')),
      c('caste_category', 'ethnicity', w('General|OBC|SC|ST')),
      c('voter_id', 'id-document', p('???#######'), { also: ['national-id'] }),
      c('cibil_score', 'measure', o.number(300, 900), { unscored: true }),
      c('gstin', 'unified-social-credit-code', o.sparse(0.1, p('33?????####?1Z#')), {
        also: ['tax-id'],
        unscored: true,
      }),
    ],
  },
  {
    file: 'alunos_academia.csv',
    delimiter: ';',
    source: 'Brazilian gym with minors among its pupils',
    columns: [
      c('Matrícula', 'member-no', p('2025####'), { also: ['customer-id'] }),
      c('Aluno', 'person-name', o.portugueseName),
      c('CPF/CNPJ', 'national-id', o.cpf, { also: ['tax-id'] }),
      c('Nascimento', 'birth-date', o.day(1960, 2012, 'D/M/Y')),
      c('WhatsApp', 'mobile', p('(11) 9####-####'), { also: ['phone', 'social-account'] }),
      c('Logradouro', 'postal-address', w('Rua das Flores|Av. Paulista|Travessa do Sol')),
      c('Complemento', 'postal-address', o.sparse(0.4, w('Apto 12|Casa 2|Bloco B')), { unscored: true }),
      c('Cidade/UF', 'region', w('São Paulo/SP|Santos/SP')),
      c('Responsável', 'person-name', o.sparse(0.1, o.portugueseName)),
      c('Plano', 'product-name', w('Mensal|Anual'), { also: ['category'] }),
      c('Vencimento', 'date', o.day(2025, 2025, 'D/M/Y')),
      c('Restrição médica', 'health-data', w('|||Hérnia de disco|Asma|Hipertensão'), {
        also: ['free-text-pii'],
      }),
      c('Peso', 'health-data', p('7#,#'), { also: ['measure'] }),
      c('Estado civil', 'marital-status', w('Solteiro(a)|Casado(a)')),
      c('Profissão', 'job-title', w('Advogado|Professora|Estudante')),
      c('Biometria', 'biometric', o.sparse(0.5, v.secret('Rk1SACAyMAAA', 80))),
      c('Forma pagto', 'category', w('Cartão|PIX|Dinheiro'), { hard: 'trap-header' }),
    ],
  },
  {
    file: 'عملاء المتجر.csv',
    delimiter: ',',
    source: 'Salla shop customers: a language without a list',
    columns: [
      c(
        'اسم العميل',
        'person-name',
        v.full('محمد|فاطمة|عبدالله|نورة|خالد', 'العتيبي|القحطاني|الحربي|الزهراني'),
        { also: ['free-text-pii'] },
      ),
      c('رقم الجوال', 'mobile', p('+96650#######'), { also: ['phone'] }),
      c('البريد الإلكتروني', 'email', mail),
      c('المدينة', 'region', w('الرياض|جدة|الدمام'), { also: ['category'] }),
      c('العنوان', 'postal-address', o.streetOf('حي S شارع N', 'النرجس', 'الياسمين', 'الملقا'), {
        also: ['free-text-pii'],
      }),
      c('رقم الهوية', 'national-id', p('10########'), { also: ['id-document'] }),
      c('تاريخ الميلاد', 'birth-date', o.day(1960, 2003, 'D/M/Y')),
      c('الجنس', 'gender', w('ذكر|أنثى'), { also: ['category'] }),
      c('رقم الآيبان', 'iban', o.iban('SA', 24)),
      c('طريقة الدفع', 'category', w('مدى|تحويل بنكي')),
      c('إجمالي الطلبات', 'quantity', o.number(1, 40), { also: ['amount'] }),
      c('إجمالي المبلغ', 'amount', o.money),
      c('ملاحظات', 'free-text', w('|||عميل مميز|يفضل التوصيل مساء'), { also: ['category'] }),
      c('تاريخ التسجيل', 'date', o.day(2021, 2025)),
    ],
  },
]
