// The desk's words for units that are held or on sale and that the shop does not have, in Traditional Chinese.
export const words = {
  'handoff.failed': '{{count}} 位買家沒能進入店鋪結帳，最近一次是 {{goods}}。店鋪說：{{why}}。佔的還在。',
  'crowd.met': '同一網路位址的新觀眾已用滿份額，有人被請稍候。行動網路常讓很多人共用一個位址。',
  'crowd.lift': '放行他們',
  'short.held': '{{product}}：多佔了 {{units}} 件，店鋪只有 {{available}} 件。',
  'short.offered': '{{product}}：還在賣的多了 {{units}} 件，店鋪只有 {{available}} 件。',
  'short.notSold': '已不再釋出。請補貨，或在買家付款之前告訴他們。',
  'short.lower': '件數降到 {{units}}',
  'short.endSale': '結束搶購',
} as const
