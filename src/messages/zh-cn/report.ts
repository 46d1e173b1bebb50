import type { report as english } from '../en/report.ts'

export const report: typeof english = {
  rows: ({ rows }) => `${rows} 行`,
  classifiedTable: ({ name, file, rows, source }) => `${file}（表“${name}”）：${rows} 行，${source}`,
  examinedSample: ({ sampled, rows }) =>
    `全部检测只看了 ${sampled} 行（共 ${rows} 行）；其余各行只搜索了电话、证件号、卡号和电子邮箱`,
  examinedInPart: ({ cells, columns }) => `有 ${cells} 个单元格过长，只看了开头：${columns}`,
  examinedUndecodable: ({ cells, columns }) => `有 ${cells} 个单元格含有无法解码的字符：${columns}`,
  examinedUnseen: ({ cells, columns }) =>
    `不受保护的文本列中有 ${cells} 个单元格没有查过姓名和健康信息：${columns}`,
  classifyHeadings: ['序号', '列', '语义类型', '数据舱', '把握', '理由'],
  classifySummary: ({ columns, sensitive, unsure }) =>
    `共 ${columns} 列，敏感列 ${sensitive} 个（标 !），没有把握的 ${unsure} 个（标 ?）`,
  csvHeadings: ['文件', '表', '序号', '列', '语义类型', '数据舱', '敏感', '把握', '理由'],
  encodingBy: {
    flag: '--encoding',
    bom: '文件开头的 BOM',
    'utf-8': '全文是有效的 UTF-8',
    'header-words': '表头用词',
    asked: '您的选择',
  },
  sealed: ({ output, id }) => `已封存 ${output}，交接包编号 ${id}`,
  sealedSize: ({ rows, source, bytes, time }) =>
    `${rows} 行，导出文件共 ${source}，交接包 ${bytes}，用时 ${time}`,
  manifestDigest: ({ sha256 }) => `交接清单 sha256 ${sha256}`,
  sealedTwice: ({ table, column, from, to }) =>
    `已重新封存：“${table}”的全部数据行表明，列“${column}”应归入 ${to}，而前若干行曾把它归入 ${from}`,
  readBack: '已回读：每个数据块都重新解密并比对',
  notReadBack: '未回读（--no-readback）',
  suites: {
    hybrid: '密钥封装 ML-KEM-768 + X25519；签名 Ed25519 与 ML-DSA-65',
    classic: '密钥封装 X25519（--classic）；签名 Ed25519 与 ML-DSA-65',
  },
  tableHeadings: ['表', '导出文件', '行数', '列数', '种类', '恢复精度'],
  compartmentHeadings: ['数据舱', '密钥周期', '可打开者'],
  readerHeadings: ['数据舱', '可打开者'],
  previewHeadings: ['列', '语义类型', '数据舱', '处理'],
  actions: { seal: '封存', drop: '不交接', mask: '屏蔽', generalise: '泛化', pseudonymise: '假名化' },
  fidelity: {
    'byte-exact': '逐字节一致',
    'cell-exact': '逐单元格一致',
    'spreadsheet-safe': '公式转为文本',
  },
  preview: '试运行：封存时会这样做；没有写入任何文件',
  inspected: ({ deed, bytes }) => `${deed}，${bytes}`,
  unverified: '未经核验：以下只是交接包的自述，没有检查任何签名。核验请用：datadeed verify',
  deedId: ({ id }) => `交接包编号 ${id}`,
  dealId: ({ id }) => `交易编号 ${id}`,
  created: ({ at }) => `创建时间 ${at}`,
  expires: ({ at }) => `有效期至 ${at}`,
  seller: ({ name, fingerprint }) => `卖方 ${name}\n    ${fingerprint}`,
  addressee: ({ name, fingerprint }) => `交给 ${name}\n    ${fingerprint}`,
  inspectTable: ({ name, rows, source, fidelity }) =>
    `表“${name}”：${rows} 行，${source}，恢复精度：${fidelity}`,
  tool: ({ name, version }) => `由 ${name} ${version} 生成`,
  verified: ({ deed, bytes, time }) => `已核验 ${deed}，${bytes}，用时 ${time}`,
  notVerified: ({ deed, failures }) => `核验未通过：${deed}，共 ${failures} 处问题`,
  sealedBy: ({ name, fingerprint }) => `封存方 ${name}，${fingerprint}`,
  verifiedTable: ({ name, rows, columns }) => `表“${name}”：${rows} 行，${columns} 列`,
  answers: { yes: '是', no: '否', 'not checked': '未检查' },
  verdicts: {
    complete: '完整：封存的内容是否都在，有没有多出来的',
    valid: '有效：结构是否符合交接包的格式',
    authentic: '真实：是否确由这个卖方签名',
    fresh: '最新：是否为同一系列中最新的一份，且未过期',
    restorable: '可恢复：这把密钥能否打开所有交给它的数据块，内容是否与封存时一致',
  },
  failuresTitle: '不通过之处：',
  notesTitle: '未检查的原因：',
  restored: ({ output, rows, bytes, time }) => `已恢复到 ${output}：${rows} 行，${bytes}，用时 ${time}`,
  filesReadBack: ({ bytes, time }) => `已回读：每个文件都重新读取，与写入的内容一致，${bytes}，用时 ${time}`,
  kindsLost: (p) =>
    `${p.files}${p.more === 0 ? '' : ` 等另 ${p.more} 个文件`}：CSV 无法说明单元格是数字、文本还是 JSON，null 与缺失都留空；用 --format jsonl 可加以区分`,
  restoreHeadings: ['文件', '行数', '列数', '大小', '恢复精度'],
  opened: ({ names }) => `已打开的数据舱：${names}`,
  closed: ({ names }) => `这把密钥打不开的数据舱：${names}`,
  pseudonymKeyHere: ({ label, compartment }) =>
    `数据舱 ${compartment} 里带有假名密钥“${label}”；加上 --pseudonym-keys 会一并写出`,
  pseudonymKeyWritten: ({ label, file }) => `${file} 是假名密钥“${label}”：持有它的人能查出假名是谁`,
  leftOut: ({ names }) => `这把密钥能打开、但未要求恢复的数据舱：${names}`,
  because: {
    closed: '所在的数据舱不对这把密钥开放',
    'left-out': '所在的数据舱未要求恢复',
    dropped: '封存前已按策略去掉',
  },
  missingTable: ({ table }) => `没有表“${table}”：它的各列都未打开`,
  totalSealed: (p) =>
    `表“${p.table}”中“${p.column}”的控制总数，供 ${p.compartment} 的读取方核对：${p.amounts} 个金额，${p.empty} 个空格${
      p.other === 0 ? '' : `；${p.other} 个单元格不是金额，未计入合计`
    }`,
  recordWritten: (p) => `${p.file} 只归您自己：请妥善保管，核对回执时要用`,
  missingColumn: ({ table, column, because }) => `表“${table}”缺少“${column}”列：${because}`,
  neutralised: ({ file, column, cells }) =>
    `${file} 已不是逐字节一致：“${column}”列有 ${cells} 个公式单元格前多加了一个 '；还原时，把以 ' 开头、后接 = + - @ 等的单元格各去掉一个 '`,
  cardTitle: ({ name, role }) => `${name}（${role}）`,
  roles: { sign: '签名', open: '打开', both: '签名和打开' },
  cardDigits: ({ digits }) => `核对数字  ${digits}`,
  cardFingerprint: ({ fingerprint }) => `指纹      ${fingerprint}`,
  cardLegalName: ({ name }) => `法定名称  ${name}`,
  cardContact: ({ contact }) => `联系方式  ${contact}`,
  cardCreated: ({ at }) => `创建时间  ${at}`,
  cardTrusted: '信任      是',
  cardUntrusted: '信任      否：这张名片的数字还没有在本机核对过',
  trusted: ({ name, digits }) => `已信任“${name}”：${digits}`,
  noTrustedCards: '还没有信任任何公钥名片',
  cardHeadings: ['名称', '用途', '核对数字', '生成日期', '状态'],
  same: '一致',
  different: '不一致',
  keyCreated: ({ key, card }) =>
    `${key}   私钥：不要交给任何人，另存一份到安全的地方\n${card}   公钥名片：发给对方`,
}
