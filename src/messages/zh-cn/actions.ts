import type { actions as english } from '../en/actions.ts'

export const actions: typeof english = {
  settingOfOther: ({ where, owner }) => `${where}：只有处理方式“${owner}”才有这一项`,
  noKey: ({ where }) => `缺少 ${where}：假名化（pseudonymise）要写明用哪个密钥`,
  declareKeyHint:
    '请在 pseudonyms 下登记密钥：写 members: { key: members.secret }，密钥留在您手里；写 members: { compartment: identity }，密钥交给该数据舱的可打开者',
  bands: ({ where, most }) => `${where}：应为 1 到 ${most} 个由小到大的数，例如 [0, 100, 500]`,
  keyLabel: ({ label }) => `pseudonyms 中的“${label}”：名称须为 1 到 32 个 a-z、0-9 或 -，并以字母开头`,
  keyNowhere: ({ label }) =>
    `pseudonyms 中的“${label}”：key（留在您手里的文件）和 compartment（把密钥交给谁）至少要写一项`,
  keyPathEmpty: ({ label }) => `pseudonyms 中的“${label}”：key 没有写文件名`,
  keyCompartmentUnused: ({ label, compartment }) =>
    `pseudonyms 中的“${label}”：密钥要放进数据舱“${compartment}”，但这些导出文件没有任何一列归入该舱`,
  notGeneralised: ({ table, column, type }) => `表“${table}”的列“${column}”是 ${type} 类型，这种类型无法泛化`,
  generalisedTypesHint: ({ types }) =>
    `可以泛化的类型有 ${types}；请改正类型，或者对该列改用 mask、pseudonymise、drop`,
  stepOfOtherType: ({ table, column, type, got, steps }) =>
    `表“${table}”的列“${column}”是 ${type} 类型，不能用“to: ${got}”（可用：${steps}）`,
  done: { mask: '屏蔽', generalise: '泛化', pseudonymise: '假名化' },
  changedTable: ({ table }) => `表“${table}”：以下各列在封存前改动过单元格，内容都仍属个人信息`,
  otherFormMasked: ({ table, column, cells }) =>
    `表“${table}”的列“${column}”：${cells} 个单元格不是应有的写法，已屏蔽，至多留下首尾各一个字符`,
  otherFormGeneralised: ({ table, column, cells }) =>
    `表“${table}”的列“${column}”：${cells} 个单元格无法识读，已换成 *`,
  keyStays: ({ label, file }) =>
    `假名密钥“${label}”留在您手里：${file}。请另存一份，丢失后，以后的导出文件会得到不同的假名`,
  keyToMake: ({ label, file }) => `假名密钥“${label}”将会生成，并留在您手里：${file}`,
  keyMade: ({ label, file }) =>
    `已生成假名密钥“${label}”，留在您手里：${file}。请另存一份，丢失后，以后的导出文件会得到不同的假名`,
  keyGoes: ({ label, compartment }) =>
    `假名密钥“${label}”交给数据舱 ${compartment} 的可打开者：他们可以逐个试算，查出假名是谁`,
}
