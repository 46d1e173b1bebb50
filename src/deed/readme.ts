/** The content of the entry `mimetype`, so that programs know a deed by its first bytes. */
export const MIMETYPE_BYTES: Uint8Array = Buffer.from('application/vnd.datadeed.v1')

/** The content of README.txt: the same in every deed, for whoever finds one without knowing what it is. */
export const README_BYTES: Uint8Array = Buffer.from(`交接包（datadeed v1）

这是什么
  这是一个已加密、已签名的客户数据交接包。卖方用 datadeed 把导出文件封存在里面，
  只有交接清单中列出的收件方才能打开。

怎样打开
  1. 安装 Node.js 24.6 或更新版本，再安装 datadeed：npm install -g datadeed
  2. 通过电话与卖方核对公钥名片的 30 位指纹，然后信任它：datadeed card trust 卖方.card
  3. 核验：datadeed verify 本文件.deed --from 卖方.card
  4. 恢复：datadeed restore 本文件.deed --from 卖方.card --key 我的.key -o 恢复

没有 datadeed 时
  本文件是普通的 ZIP（或同样内容的文件夹），可以解压。
  manifest.json 是交接清单：有哪些表、列、行数，由谁封存，给谁。未核对签名之前，请不要相信其中内容。
  keys/*.age 是 age 文件（https://age-encryption.org/v1），里面是各数据舱的数据密钥；
  混合后量子收件人需要 age 1.3 或更新版本。
  data/ 中的数据块按 C2SP chunked-encryption（Cobblestone-256）加密，用 Zstandard 压缩。
  完整格式见 datadeed 源代码中的 src/deed/FORMAT.md，凭它可以写出读取程序。

经手人能看到什么
  填充后的大小、各表的行数、表名和列名、列的类型、双方的公钥名片和时间。看不到任何单元格的内容。

----------------------------------------------------------------------

A deed (datadeed v1)

What this is
  Customer data, sealed for a hand-over: encrypted and signed. The seller sealed exports into it with datadeed;
  only the readers that its manifest names can open it.

How to open it
  1. Install Node.js 24.6 or newer, then datadeed: npm install -g datadeed
  2. Compare the 30 digits of the seller's card with the seller by telephone, then trust it:
     datadeed card trust SELLER.card
  3. Verify:  datadeed verify THIS.deed --from SELLER.card
  4. Restore: datadeed restore THIS.deed --from SELLER.card --key MY.key -o restored

Without datadeed
  This file is a plain ZIP (or a folder with the same content) and can be unpacked.
  manifest.json says which tables, columns and row counts are inside, who sealed them, and for whom. Do not believe it
  before its signatures are checked.
  keys/*.age are age files (https://age-encryption.org/v1) with the data keys of each compartment; hybrid
  post-quantum recipients need age 1.3 or newer.
  The blocks in data/ are encrypted with C2SP chunked-encryption (Cobblestone-256) and compressed with Zstandard.
  The whole format is described in src/deed/FORMAT.md of datadeed's source; a reader can be written from it.

What a courier learns
  Padded sizes, row counts, names of tables and columns, types of columns, cards, times. No cell.
`)
