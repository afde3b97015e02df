// The desk's words for units that are held or on sale and that the shop does not have, in Simplified Chinese.
export const words = {
  'handoff.failed_other': '{{count}} 位买家没能进入店铺结账。为他们留的货还在，可以再试一次。',
  'handoff.SHOP_REFUSED': '店铺说：',
  'handoff.SHOP_UNREACHABLE': '店铺没有回应：',
  'handoff.noReason': '没有说明原因',
  'handoff.buyers_other': '{{count}} 位买家',
  'handoff.moreGoods': '{{goods}} 等另外 {{n}} 件商品',
  'handoff.moreReasons_other': '另有 {{count}} 种原因，见服务器日志。',
  'crowd.met': '同一网络地址的新观众已用满份额，有人被请稍候。移动网络常让很多人共用一个地址。',
  'crowd.lift': '放行他们',
  'short.held': '{{product}}：多留了 {{units}} 件，店铺只有 {{available}} 件。',
  'short.offered': '{{product}}：还在卖的多了 {{units}} 件，店铺只有 {{available}} 件。',
  'short.notSold': '已不再放出。请补货，或在买家付款之前告诉他们。',
  'short.lower': '件数降到 {{units}}',
  'short.endSale': '结束抢购',
} as const
