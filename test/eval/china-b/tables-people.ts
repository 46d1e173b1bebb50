import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import * as v from './values.ts'

const { p, w } = v
const staff = { hard: 'staff' } as const
const few = { hard: 'few-pii-values' } as const

/** Matchmaking, housing, law and recruiting. */
export const peopleTables: readonly OwnTable[] = [
  {
    file: '红娘系统_会员资料.csv',
    delimiter: ',',
    source: 'dating agency (composed)',
    columns: [
      c('会员编号', 'member-no', p('HN0####'), { also: ['customer-id'] }),
      c('真实姓名', 'person-name', v.name),
      c('性别', 'gender', w('男|女')),
      c('出生年月', 'birth-date', o.day(1975, 2000, 'Y-M')),
      c('身高', 'health-data', o.number(155, 186), { unscored: true, also: ['measure'] }),
      c('学历', 'category', w('大专|本科|硕士|高中|博士')),
      c('职业', 'job-title', w('教师|公务员|程序员|护士|个体|会计|国企职员')),
      c('年收入', 'income', w('10万以下|10-20万|20-30万|30-50万|50万以上')),
      c('婚姻状况', 'marital-status', w('未婚|未婚|离异|离异|丧偶')),
      c('宗教信仰', 'religion', w('无|无|无|佛教|基督教|')),
      c('籍贯', 'region', w('江苏南通|安徽六安|浙江温州|河南信阳|江苏盐城')),
      c('手机', 'mobile', v.maskedMobile, { hard: 'masked' }),
      c('微信', 'wechat-id', v.most(v.wechat)),
      c('生活照', 'photo-url', v.most(p('https://img.example.com/member/2025/^^^^####.jpg')), {
        also: ['url'],
      }),
      c('择偶要求', 'free-text', w('有责任心,无不良嗜好|本地有房优先|175以上,性格开朗|不介意异地|孝顺顾家')),
      c('剩余约见次数', 'quantity', o.number(0, 8)),
      c('签约时间', 'date', v.loose(2023, 2025, '年')),
    ],
  },
  {
    file: '业主档案(翡翠湾一期).csv',
    delimiter: ',',
    source: 'property management system (composed)',
    columns: [
      c('项目名称', 'category', w('翡翠湾一期'), { also: ['store-name', 'company-name', 'product-name'] }),
      c('房屋坐落', 'postal-address', v.home),
      c('建筑面积(㎡)', 'measure', o.joined('.', o.number(58, 168), o.number(10, 99))),
      c('业主姓名', 'person-name', o.mixed(0.85, v.name, o.joined('、', v.name, v.name))),
      c('业主身份证号', 'national-id', v.most(v.adultId)),
      c('业主手机', 'mobile', v.looseMobile),
      c('不动产权证号', 'id-document', v.most(p('苏(202#)苏州市不动产权第50#####号')), { also: ['code'] }),
      c('紧急联系人及电话', 'free-text-pii', o.sparse(0.6, o.joined('', v.name, w(' |:|'), v.mobile)), {
        also: ['person-name', 'mobile', 'phone'],
      }),
      c('使用状态', 'category', w('自住|自住|出租|空置|装修中')),
      c('车牌', 'plate-number', o.sparse(0.6, o.mixed(0.85, v.plate, o.joined('/', v.plate, v.plate)))),
      c('车位编号', 'code', o.sparse(0.6, p('B1-1##'))),
      c('物业费单价', 'amount', w('2.80|2.80|3.20')),
      c('累计欠费', 'amount', o.mixed(0.6, w('0.00'), o.money)),
      c('费用缴至', 'date', o.day(2024, 2026, 'Y年M月')),
      c('楼栋管家', 'person-name', w('马超|朱小红'), staff),
      c('前台电话', 'business-phone', w('0512-65230088')),
    ],
  },
  {
    file: '案件管理台账.csv',
    delimiter: '\t',
    source: 'law office (composed)',
    columns: [
      c('收案日期', 'date', v.loose(2022, 2025, '.')),
      c('案号', 'code', o.sparse(0.8, p('(2024)苏050#民初2###号')), { unscored: true }),
      c('案由', 'category', w('民间借贷纠纷|离婚纠纷|劳动争议|买卖合同纠纷|机动车交通事故责任纠纷'), {
        unscored: true,
      }),
      c('委托人', 'person-name', o.mixed(0.8, v.name, v.company), { also: ['company-name'] }),
      c('委托人证件号', 'national-id', o.mixed(0.8, v.adultId, v.creditCode), {
        also: ['unified-social-credit-code'],
        hard: '18-digit',
      }),
      c('委托人电话', 'mobile', v.mobile),
      c('送达地址', 'postal-address', v.most(v.address)),
      c('对方当事人', 'person-name', o.mixed(0.7, v.name, v.company), { also: ['company-name'] }),
      c('受理法院', 'company-name', w('苏州市吴中区人民法院|苏州工业园区人民法院|虎丘区人民法院')),
      c('承办法官', 'person-name', v.most(v.name)),
      c('主办律师', 'person-name', w('沈国强|唐美玲|徐振宇'), staff),
      c('标的额(万元)', 'amount', o.joined('.', o.number(1, 480), o.number(10, 99))),
      c('收费方式', 'category', w('固定收费|风险代理|计时')),
      c('当前阶段', 'category', w('一审|二审|执行|已结案|调解')),
      c(
        '进展记录',
        'free-text-pii',
        v.remarks(
          '已立案,待排期|已缴诉讼费|已提交证据目录|等判决书||申请财产保全',
          '与证人NN电话沟通(1##)|对方NN愿调解,电1##',
          0.2,
        ),
        few,
      ),
    ],
  },
  {
    file: '候选人导出_2025Q3.csv',
    delimiter: ',',
    source: 'applicant tracking SaaS (composed)',
    columns: [
      c('候选人姓名', 'person-name', v.name),
      c('应聘职位', 'job-title', w('Java开发工程师|门店店长|销售代表|HRBP|仓储主管'), { also: ['category'] }),
      c('手机号码', 'mobile', o.joined('', w('+86 |+86-|'), v.mobile)),
      c('电子邮箱', 'email', v.mail),
      c('出生日期', 'birth-date', v.loose(1980, 2003)),
      c('民族', 'ethnicity', v.most(w('汉|汉|汉|回|土家|壮'))),
      c('婚育状况', 'marital-status', v.most(w('未婚|已婚已育|已婚未育|保密'))),
      c('最高学历', 'category', w('本科|大专|硕士')),
      c('毕业院校', 'company-name', w('苏州大学|南京工业大学|安徽农业大学|常州工学院|江南大学')),
      c('目前公司', 'company-name', v.most(v.company)),
      c('目前月薪', 'income', w('8K|12K|15K*13|9000|20K|保密|')),
      c('期望薪资', 'income', w('10-12K|15-18K|面议|20-25K'), {
        unscored: true,
        also: ['amount', 'category'],
      }),
      c('简历来源', 'category', w('BOSS直聘|猎聘|内推|前程无忧')),
      c('流程阶段', 'category', w('初筛|一面|二面|Offer|淘汰|入职')),
      c('投递时间', 'date', o.time),
    ],
  },
]
