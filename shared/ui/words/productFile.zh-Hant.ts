// The studio's words about products that come by a file, in Traditional Chinese.
export const words = {
  'file.lead':
    '這類店鋪沒有可讀的商品清單：請用 CSV 檔匯入，Shopify 匯出的，或帶有 product、title、variant、sku、price、stock、picture 這些欄的都可以。',
  'file.leadAlso':
    '也可以用 CSV 檔：Shopify 匯出的，或帶有 product、title、variant、sku、price、stock、picture 這些欄的。',
  'file.currency': '貨幣',
  'file.choose': '選擇 CSV 檔',
  'file.line': '第 {{line}} 行：{{what}}',
  'file.cell': '第 {{line}} 行 {{column}}：{{what}}',
  'file.garbled': '檔案不是 UTF-8 編碼，請另存為「CSV UTF-8」。',
  'file.malformed': '引號或欄數不對。',
  'file.noProduct': '檔案裡沒有商品。',
  'file.noColumn': '缺少這一欄。',
  'file.empty': '是空的。',
  'file.notAmount': '要寫成 12.90 這樣的金額，現在是',
  'file.notWhole': '要寫成整數，現在是',
  'file.tooLarge': '檔案超過 2 MB，請分成幾個。',
  'file.more_other': '還有 {{count}} 行',
  'file.skipped': '{{product}} 沒有匯入：{{why}}',
  'file.why.noTitle': '沒有標題',
  'file.why.noVariant': '沒有價格',
  'file.why.noPrice': '價格為零',
} as const
