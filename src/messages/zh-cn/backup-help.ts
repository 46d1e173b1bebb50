import type { backupAbout as english } from '../en/backup-help.ts'

export const backupAbout: typeof english = {
  series: '系列的文件夹，或 rclone:远端:路径；不写则用策略 backup 下的 destination',
  seriesName: '系列的名称（默认为文件夹名）',
  seriesTo: '谁能读取：名片文件，或已信任名片的名称；可重复',
  seriesMayGrant: '以后谁可以更换各交接包的读取人；可重复（默认为名片能签名的读取方）',
  seriesFrom: '为系列签名的主机的名片；不写则用本机对该系列的记忆，或相符的已信任名片',
  seriesPolicy: '策略文件（datadeed.yaml），其 backup 部分写明文件夹、读取方和期望的新旧',
  runPolicy: '已核对的策略（datadeed.yaml），可含 backup 部分',
  source: '备份什么：文件、文件夹、SQLite 文件、postgres:…；可重复；不写则按策略',
  rotateTo: '谁来接替被 --drop 去掉的人；不写 --drop 则加入每个数据舱：名片文件，或已信任名片的名称；可重复',
  drop: '谁以后不能再打开：名片文件，或已信任名片的名称；可重复',
  runTo: '谁能读取这一份，若不同于策略或系列所定；可重复',
  always: '来源未变也封一个新的交接包',
  readDataSubset: '只读一部分数据块：随机 10%，或 T 份中的第 N 份（默认全部）',
  deedAge: '最新的交接包或标记最多可以多旧；不写则按策略',
  failStale: '若超过该时长，以 14 退出',
  metrics: '另为 Prometheus 的 textfile 收集器写一份状态；会覆盖',
}
