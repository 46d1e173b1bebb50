/**
 * Words that stand in the headers of customer exports, none in ASCII. A wrong decoding gives characters by chance,
 * never two of these in a row, so they tell GB18030, Big5, Shift_JIS and EUC-KR apart.
 */
const HEADER_WORDS: ReadonlySet<string> = new Set([
  // Simplified Chinese
  ...words(
    '姓名 名称 名字 昵称 称呼 性别 年龄 生日 出生 手机 电话 号码 手机号 联系人 联系方式 邮箱 邮件 地址 住址 省份 城市 区县 邮编',
  ),
  ...words(
    '身份证 证件 护照 会员 会员号 卡号 编号 序号 等级 积分 余额 储值 金额 单价 数量 总价 合计 订单 订单号 商品 产品 品牌 规格',
  ),
  ...words(
    '日期 时间 创建时间 注册时间 更新时间 下单时间 付款 支付 支付方式 收货 收货人 物流 快递 运单 备注 说明 描述 状态 类型 类别',
  ),
  ...words(
    '客户 顾客 用户 用户名 密码 账号 帐号 账户 开户行 银行 银行卡 公司 单位 部门 职位 职务 员工 工号 门店 店铺 渠道 来源 标签',
  ),
  ...words(
    '消费 次数 最近 首次 累计 优惠券 折扣 退款 发票 税号 微信 支付宝 学校 学历 籍贯 民族 婚姻 病历 诊断 车牌 经度 纬度 国家 家长 监护人',
  ),
  // Traditional Chinese
  ...words(
    '名稱 暱稱 稱呼 性別 年齡 電話 行動電話 號碼 手機 手機號碼 聯絡人 聯絡電話 電子郵件 電郵 信箱 縣市 區域 郵遞區號 身分證 身份證字號',
  ),
  ...words(
    '證件 護照 會員 會員編號 會員卡號 卡號 編號 序號 等級 積分 點數 餘額 金額 單價 數量 總價 合計 訂單 訂單編號 產品 規格 時間 建立時間',
  ),
  ...words(
    '註冊 訂購日期 付款方式 收件人 收貨人 寄送 物流 備註 說明 狀態 類型 類別 客戶 顧客 用戶 使用者 密碼 帳號 帳戶 銀行 單位 部門 職稱 員工',
  ),
  ...words('門市 分店 來源 標籤 消費 次數 優惠券 發票 統一編號 統編 國家 備註'),
  // Japanese
  ...words(
    '氏名 お名前 名前 フリガナ ふりがな カナ 性別 年齢 生年月日 誕生日 電話番号 携帯 携帯電話 メール メールアドレス 郵便番号 都道府県',
  ),
  ...words(
    '市区町村 住所 番地 建物名 会員 会員番号 会員ID 顧客 顧客番号 番号 商品 商品名 数量 単価 金額 合計 注文 注文番号 注文日 日付 登録日',
  ),
  ...words(
    '更新日 備考 状態 種別 ポイント ランク 会社名 部署 役職 担当者 店舗 店舗名 支払 支払方法 配送 口座番号 銀行名 国籍',
  ),
  // Korean
  ...words(
    '이름 성명 성함 성별 나이 생년월일 생일 전화 전화번호 휴대폰 휴대전화 핸드폰 연락처 이메일 메일 주소 우편번호 상세주소 도시 회원 회원번호',
  ),
  ...words(
    '회원등급 등급 포인트 적립금 고객 고객명 고객번호 번호 주문 주문번호 주문일 상품 상품명 수량 단가 금액 합계 결제 결제방법 날짜 일자',
  ),
  ...words(
    '가입일 등록일 수정일 비고 메모 상태 유형 회사 회사명 부서 직급 담당자 매장 지점 배송 송장번호 은행 계좌 계좌번호 주민등록번호 국가',
  ),
])

function words(list: string): string[] {
  return list.split(' ')
}

/** How many different known words the text holds, those inside a longer one included. */
export function countHeaderWords(text: string): number {
  let count = 0
  for (const word of HEADER_WORDS) if (text.includes(word)) count++
  return count
}
