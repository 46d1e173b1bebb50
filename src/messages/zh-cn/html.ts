import type { html as english } from '../en/html.ts'

export const html: typeof english = {
  title: '客户数据分类报告',
  kicker: '分类报告',
  lead: ({ columns, tables, sensitive, art28 }) =>
    `共检查 ${tables} 张表、${columns} 列。${
      sensitive === 0
        ? '没有一列能够识别或联系到个人、打开账户，或反映受保护的个人特征。'
        : `其中 ${sensitive} 列能够识别或联系到个人、打开账户，或反映受保护的个人特征；${art28 === 0 ? '这些列都不属于' : `这些列中有 ${art28} 列属于`}《个人信息保护法》第二十八条所称的敏感个人信息。`
    }`,
  made: ({ at, program, version }) => `由 ${program} ${version} 生成，时间 ${at}（以本机时钟为准）。`,
  noCells: '本页不含任何单元格内容，只有文件名、列名、数量和比例。',
  percent: ({ value }) => `${value}%`,
  facts: {
    tables: '表',
    columns: '列',
    rows: '行',
    sensitive: '敏感列',
    art28: '其中属于第二十八条',
    attention: '需人工确认的列',
  },
  contents: '目录',
  compartments: {
    identity: '身份',
    contact: '联系方式',
    financial: '财务',
    special: '特殊',
    credential: '凭证',
    behaviour: '行为',
    general: '一般',
  },
  table: ({ name }) => `表“${name}”`,
  tableFacts: ({ file, rows, columns, source }) => `${file}：${rows} 行，${columns} 列；${source}`,
  tableExamined: ({ sampled, scanned }) =>
    `检测器查看了 ${sampled} 行；对 ${scanned} 行扫描了电话、证件号、卡号和电子邮箱。`,
  tablePassed: ({ cells }) =>
    `扫描略过 ${cells} 个单元格：同一切片中在它们之前已有足够多的单元格含有这类号码。`,
  picture: {
    title: ({ name }) => `“${name}”各列所在的数据舱与把握程度`,
    lane: ({ compartment, columns, sensitive, unsure }) =>
      `${compartment}：${columns} 列，其中敏感 ${sensitive} 列，没有把握 ${unsure} 列。`,
    unsure: ({ below }) => `低于 ${below}%：没有把握`,
    band: ({ from, to }) => `${from}–${to}%`,
    axis: '把握',
    caption:
      '每个方块是一列，数字是它在下表中的序号：实心为敏感，空心为不敏感，虚线为没有把握。所在的行是它归入的数据舱，横向位置是把握程度。',
    captionCounts: '条形表示各数据舱中不同把握程度的列数，颜色较深的部分为敏感列。',
    tile: ({ number, name, type, confidence }) => `${number} ${name}：${type}，把握 ${confidence}`,
  },
  headings: {
    column: '列',
    compartment: '数据舱',
    confidence: '把握',
    cells: '非空单元格',
    why: '理由',
    law: '法律类别',
  },
  columnsCaption: ({ name }) => `“${name}”的各列`,
  sensitive: '敏感',
  notSensitive: '不敏感',
  leftOut: '不交接',
  decided: ({ action }) => `已决定：${action}`,
  unsure: '没有把握',
  distinct: {
    none: '没有取值',
    one: '只有一种取值',
    few: '少数几种取值',
    many: '多种取值',
    all: '几乎各不相同',
  },
  evidence: ({ detector, matched, tested, how }) => `${detector}：${how} ${matched} / ${tested}`,
  how: {
    checksum: '校验位相符',
    shape: '格式相符',
    inside: '夹在文本中',
    scan: '全表扫描',
  },
  pipl: {
    none: '不涉及个人',
    linked: '仅在与个人关联时',
    personal: '个人信息',
    sensitive: '敏感个人信息',
  },
  annexA: {
    biometric: '生物识别信息',
    belief: '宗教信仰信息',
    health: '医疗健康信息',
    financial: '金融账户信息',
    whereabouts: '行踪轨迹信息',
    minor: '不满十四周岁未成年人的个人信息',
    other: '其他敏感个人信息',
  },
  joint: '、',
  notListed: '未列入',
  gdpr: {
    none: '非个人数据',
    linked: '仅在与个人关联时',
    personal: '个人数据',
    special: '特殊类别，第 9 条',
  },
  legalNotes: {
    content: '以文本的实际内容为准。',
    'id-photo': '如为身份证件照片，则列入“其他敏感个人信息”。',
    position: '连续轨迹属“行踪轨迹”，单个精准位置属“其他”。',
    'with-account': '与其所打开的账户一起，属敏感信息。',
    'listed-2020': 'GB/T 35273-2020 附录 B 列入。',
    pseudonymous: '去标识化后仍属个人信息。',
    business: '属于商家或机构，不属于个人。',
  },
}
