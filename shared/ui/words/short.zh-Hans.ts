// The desk's words for units that are held or on sale and that the shop does not have, in Simplified Chinese.
export const words = {
  'handoff.failed': '{{count}} 位买家没能进入店铺结账，最近一次是 {{goods}}。店铺说：{{why}}。占的还在。',
  'crowd.met': '同一网络地址的新观众已用满份额，有人被请稍候。移动网络常让很多人共用一个地址。',
  'crowd.lift': '放行他们',
  'short.held': '{{product}}：多占了 {{units}} 件，店铺只有 {{available}} 件。',
  'short.offered': '{{product}}：还在卖的多了 {{units}} 件，店铺只有 {{available}} 件。',
  'short.notSold': '已不再放出。请补货，或在买家付款之前告诉他们。',
  'short.lower': '件数降到 {{units}}',
  'short.endSale': '结束抢购',
} as const
