// The desk's words for units that are held or on sale and that the shop does not have, in Traditional Chinese.
export const words = {
  'handoff.failed_other': '{{count}} 位買家沒能進入店鋪結帳。為他們留的貨還在，可以再試一次。',
  'handoff.SHOP_REFUSED': '店鋪說：',
  'handoff.SHOP_UNREACHABLE': '店鋪沒有回應：',
  'handoff.noReason': '沒有說明原因',
  'handoff.buyers_other': '{{count}} 位買家',
  'handoff.moreGoods': '{{goods}} 等另外 {{n}} 件商品',
  'handoff.moreReasons_other': '另有 {{count}} 種原因，見伺服器日誌。',
  'crowd.met': '同一網路位址的新觀眾已用滿份額，有人被請稍候。行動網路常讓很多人共用一個位址。',
  'crowd.lift': '放行他們',
  'short.held': '{{product}}：多留了 {{units}} 件，店鋪只有 {{available}} 件。',
  'short.offered': '{{product}}：還在賣的多了 {{units}} 件，店鋪只有 {{available}} 件。',
  'short.notSold': '已不再釋出。請補貨，或在買家付款之前告訴他們。',
  'short.lower': '件數降到 {{units}}',
  'short.endSale': '結束搶購',
} as const
