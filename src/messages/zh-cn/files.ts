import type { files as english } from '../en/files.ts'

export const files: typeof english = {
  unreadable: (p) => `无法读取“${p.path}”（${p.reason}）`,
  unwritable: (p) => `无法写入“${p.path}”（${p.reason}）`,
  noSpace: (p) => `空间不足，无法写入“${p.path}”`,
  noSpaceHint: '请腾出空间，或改用另一块磁盘上的文件夹，然后重新运行命令',
  exists: (p) => `“${p.path}”已经存在，不会被覆盖`,
  existsHint: '请用 -o 换一个名称，或先移走现有的文件',
  tooManyOpen: (p) => `系统不允许本程序再打开更多文件（${p.reason}）`,
  tooManyOpenHint: '请调高上限，例如 ulimit -n 256，然后重新运行命令',
  leftBehind: (p) => `以下内容未能自动清除，请手动删除：${p.paths.map((path) => `“${path}”`).join('、')}`,
  lockHeld: (p) => `另一个 datadeed（进程 ${p.pid}）占用着“${p.path}”，一直没有释放`,
  lockHeldElsewhere: (p) => `另一台电脑或容器占用着“${p.path}”`,
  lockStuck: (p) => `“${p.path}”是中断的运行留下的，未能接管`,
  lockHint: '请等它结束或将其终止，然后重新运行命令',
  lockDeleteHint: (p) => `若那里已没有 datadeed 在运行，请删除 ${p.path}，然后重新运行命令`,
}
