import type { demo as english } from '../en/demo.ts'

export const demo: typeof english = {
  intro: ({ folder }) =>
    `一次完整的交接：从生成第一把密钥到最后的比对，都在新文件夹 ${folder} 里。\n其中的人名、号码、地址都是编造的。信任的名片存放在 ${folder}/home，不会混进您自己的。`,
  keys: '1. 双方各自生成私钥和名片。审计方只该看到账目，所以有第三把。',
  trust: '2. 交换名片，电话核对数字（这里用 --fingerprint 代替）。',
  classify: '3. 卖方查看导出文件里哪些列敏感。',
  policy:
    '4. 卖方在 datadeed.yaml 里写明谁能打开什么：买方全部，审计方只有 financial、behaviour、general；数据密钥每 200 行更换一次。',
  seal: '5. 卖方把两个导出文件封存成一个交接包。',
  inspect: '6. 任何人都能读交接包的自述。',
  verify: '7. 任何人都能核验，不需要密钥。',
  restore: '8. 买方全部恢复。',
  restorePart: '9. 审计方恢复，并得知哪些内容对自己不开放。',
  compare: '10. 买方拿到的，就是卖方交出的。',
  end: ({ folder }) =>
    `演示结束。请看 ${folder}：导出文件、名片、handover.deed（是 ZIP，打开可读 README.txt）、restored/ 和 restored-auditor/。\n里面的私钥没有口令，只供演示。`,
  failed: ({ step, exit }) => `演示在“${step}”这一步停下（退出码 ${exit}）`,
  differs: '恢复的文件与导出文件不一致',
  policyHead: [
    '谁能打开什么：买方打开全部数据舱，审计方打开其中三个。',
    '没有列出的数据舱，交接包的所有收件方都能打开。',
  ],
}
