/** What the made-up members are called, where they live and what the shops write about them. */

/** Common family names first: `pickFamilyName` takes the square of a random number, so that they come more often. */
export const FAMILY_NAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方邹熊白孟秦邱侯江尹薛',
  '欧阳',
  '司马',
  '上官',
]

export const GIVEN_WORDS = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玲宇浩轩梓涵欣怡子晨雨桐思远佳琪嘉文博雅萱若曦一诺俊熙晓梅春燕志华建国海峰云飞红玉珍雪琳瑶雯婷慧颖鑫鹏帆凯旭阳光辉振东立新永福德胜',
]

export interface City {
  /** Administrative division code of six digits, the start of an ID number. */
  readonly code: string
  readonly region: string
  readonly store: string
  readonly districts: readonly string[]
}

export const CITIES: readonly City[] = [
  {
    code: '310104',
    region: '上海市',
    store: '徐汇店',
    districts: ['徐汇区', '静安区', '浦东新区', '闵行区', '杨浦区'],
  },
  { code: '110105', region: '北京市', store: '朝阳店', districts: ['朝阳区', '海淀区', '丰台区', '通州区'] },
  {
    code: '440106',
    region: '广东省广州市',
    store: '天河店',
    districts: ['天河区', '越秀区', '番禺区', '白云区'],
  },
  {
    code: '440305',
    region: '广东省深圳市',
    store: '南山店',
    districts: ['南山区', '福田区', '宝安区', '龙岗区'],
  },
  {
    code: '330106',
    region: '浙江省杭州市',
    store: '西湖店',
    districts: ['西湖区', '滨江区', '余杭区', '拱墅区'],
  },
  {
    code: '320102',
    region: '江苏省南京市',
    store: '鼓楼店',
    districts: ['玄武区', '鼓楼区', '江宁区', '建邺区'],
  },
  {
    code: '510107',
    region: '四川省成都市',
    store: '武侯店',
    districts: ['武侯区', '锦江区', '青羊区', '双流区'],
  },
  { code: '420106', region: '湖北省武汉市', store: '武昌店', districts: ['武昌区', '江汉区', '洪山区'] },
  { code: '610113', region: '陕西省西安市', store: '雁塔店', districts: ['雁塔区', '碑林区', '未央区'] },
  { code: '370202', region: '山东省青岛市', store: '市南店', districts: ['市南区', '崂山区', '黄岛区'] },
]

export const STREETS = [
  '人民路',
  '中山北路',
  '解放大道',
  '建设东街',
  '文化路',
  '新华路',
  '长江路',
  '和平里',
  '学院路',
  '花园街',
  '滨河大道',
  '幸福巷',
  '迎宾路',
  '光明街',
  '科技南路',
  '梧桐路',
]

export const ESTATES = [
  '阳光花园',
  '翠湖名苑',
  '金域华府',
  '锦绣江南',
  '碧水湾',
  '万和家园',
  '东方雅居',
  '书香门第',
  '',
]

export const LEVELS = ['普通会员', '普通会员', '普通会员', '银卡', '银卡', '金卡', '钻石卡']

export const TAGS = [
  '常客',
  '老带新',
  '生日月',
  '沉睡',
  '高客单',
  '投诉过',
  '团购',
  '企业客户',
  '周末到店',
  '线上',
]

export const REMARKS = [
  '喜欢靠窗座位',
  '忌辣, 少盐',
  '对花生过敏',
  '储值卡已挂失补办',
  '请勿在上午来电',
  '由朋友介绍入会',
  '预约后常改时间, 需提前确认',
  '生日当天送蛋糕券',
  '发票抬头为公司, 每月底统一开',
  '积分已兑换保温杯一个',
  '上次到店等位较久, 已赠券安抚',
  '偏好三号技师',
  '要求 "安静包间"',
  '常带两个孩子, 需要儿童椅',
  '搬家后换到新店消费',
  '短信退订, 只用微信联系',
]
