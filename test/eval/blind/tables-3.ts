import { column as c, type OwnTable } from '../own/column.ts'
import * as o from '../own/values.ts'
import { p, w } from '../unseen/values.ts'
import * as b from './values.ts'

const child = { child: true } as const

/** A music school for children and a wedding photographer. */
export const lessonsAndWeddings: readonly OwnTable[] = [
  {
    file: '琴行学员课时.csv',
    delimiter: ',',
    source: 'music school: pupils and their lessons (composed)',
    columns: [
      c('学员ID', 'customer-id', o.serial('', 58_102)),
      c('学员姓名', 'person-name', b.childName, child),
      c('学员生日', 'birth-date', b.bornOf(2014, 2019, '$1-$2-$3'), child),
      c('学员证件号', 'national-id', o.sparse(0.5, b.idOf(2014, 2019)), child),
      c('就读学校', 'company-name', o.one('文一街小学', '采荷二小', '育才外国语', ''), {
        unscored: true,
        also: ['category', 'free-text'],
      }),
      c('监护人', 'person-name', b.name),
      c('关系', 'category', w('妈妈|爸爸|奶奶|外公')),
      c('监护人手机号', 'mobile', o.mobile),
      c('课程', 'product-name', w('钢琴1对1|古筝小组|架子鼓启蒙|声乐大师课')),
      c('任课老师', 'person-name', o.one('康梦洁', '段泽宇', '毛晓彤'), { hard: 'staff' }),
      c('购买课时', 'quantity', w('24|48|96')),
      c('剩余课时', 'quantity', o.number(0, 60)),
      c('课时单价', 'amount', w('180|220|260.00')),
      c('报名日期', 'date', b.date(2023, 2025)),
      c('招生渠道', 'category', w('地推|老带新|美团|抖音')),
      c('推荐人手机', 'mobile', o.sparse(0.3, o.mobile)),
      c('校区咨询电话', 'business-phone', w('0571-88230166')),
      c('学习情况', 'free-text', w('指法进步明显|请假较多|已过三级|节奏感好|'), { unscored: true }),
    ],
  },
  {
    file: '影楼客户订单.csv',
    delimiter: ',',
    source: 'wedding photographer: orders (composed)',
    columns: [
      c('套系单号', 'order-id', p('HS2025####')),
      c('新娘姓名', 'person-name', b.name),
      c('新娘电话', 'mobile', o.mobile),
      c('新娘微信', 'wechat-id', o.sparse(0.5, p('^^^^^^####'))),
      c('新郎姓名', 'person-name', o.sparse(0.9, b.name)),
      c('新郎电话', 'mobile', o.sparse(0.7, o.mobile)),
      c('新娘生日', 'birth-date', o.sparse(0.5, o.day(1, 1, 'M月D日'))),
      c('QQ', 'qq-id', o.sparse(0.4, p('3########'))),
      c('婚期', 'date', b.date(2025, 2026, 'Y年M月D日')),
      c('套系名称', 'product-name', w('森系·遇见|三亚旅拍6999|国风大婚|轻奢内景')),
      c('套系金额', 'amount', w('3999|5999|6999.00|12800')),
      c('已付定金', 'amount', w('500|1000|2000')),
      c('拍摄日期', 'date', b.moment('Y-M-D')),
      c('摄影师', 'nickname', w('阿凯|老邱|小龙老师'), { hard: 'staff' }),
      c('入册张数', 'quantity', o.number(20, 60)),
      c('选片链接', 'url', o.joined('', w('https://pic.example.com/album/'), p('~~~~~~~~'))),
      c('寄件地址', 'postal-address', o.sparse(0.5, b.house)),
      c('订单状态', 'category', w('已拍摄|待选片|精修中|已取件')),
      c(
        '备注',
        'free-text-pii',
        b.rarely(
          0.12,
          o.joined('', w('取件找伴娘'), o.mobile, w('|(晚上打)')),
          '',
          '新娘怕冷',
          '加2套服装',
          '外景改期',
          '不上样片',
        ),
      ),
    ],
  },
]
