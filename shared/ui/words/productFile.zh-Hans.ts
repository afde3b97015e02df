// The studio's words about products that come by a file, in Simplified Chinese.
export const words = {
  'file.lead':
    '这类店铺没有可读的商品清单：请用 CSV 文件导入，Shopify 导出的，或带有 product、title、variant、sku、price、stock、picture 这些列的都可以。',
  'file.leadAlso':
    '也可以用 CSV 文件：Shopify 导出的，或带有 product、title、variant、sku、price、stock、picture 这些列的。',
  'file.currency': '货币',
  'file.choose': '选择 CSV 文件',
  'file.line': '第 {{line}} 行：{{what}}',
  'file.cell': '第 {{line}} 行 {{column}}：{{what}}',
  'file.garbled': '文件不是 UTF-8 编码，请另存为“CSV UTF-8”。',
  'file.malformed': '引号或列数不对。',
  'file.noProduct': '文件里没有商品。',
  'file.noColumn': '缺少这一列。',
  'file.empty': '是空的。',
  'file.notAmount': '要写成 12.90 这样的金额，现在是',
  'file.notWhole': '要写成整数，现在是',
  'file.tooLarge': '文件超过 2 MB，请分成几个。',
  'file.more_other': '还有 {{count}} 行',
  'file.skipped': '{{product}} 没有导入：{{why}}',
  'file.why.noTitle': '没有标题',
  'file.why.noVariant': '没有价格',
  'file.why.noPrice': '价格为零',
} as const
