/** What the shop says, in three languages. */
export const LOCALES = ['en', 'zh-Hans', 'zh-Hant'] as const
export type Locale = (typeof LOCALES)[number]

export interface Words {
  tagline: string
  checkout: string
  livePrice: string
  shopPrice: string
  quantity: (count: number) => string
  subtotal: string
  saved: string
  discount: string
  delivery: string
  deliveryFree: string
  total: string
  priceHeld: string
  priceHeldFor: string
  ranOut: string
  ranOutNext: string
  cancelled: string
  cancelledNext: string
  pay: (amount: string) => string
  noMoney: string
  cancel: string
  back: string
  tools: string
  toolsWhy: string
  payTwice: string
  payLate: string
  thanks: string
  pickup: string
  thanksNext: string
  order: string
  paidAt: string
  alreadyPaid: string
  seeOrder: string
  desk: Record<
    'title' | 'orders' | 'refund' | 'refunded' | 'stock' | 'sku' | 'available' | 'tell' | 'news' | 'noNews',
    string
  >
  notices: Record<Notice, { title: string; next: string }>
}

export const NOTICES = ['malformed', 'forged', 'expired', 'unreachable', 'notFound', 'broken'] as const
export type Notice = (typeof NOTICES)[number]

const en: Words = {
  tagline: 'Things made by hand, for every day',
  checkout: 'Checkout',
  livePrice: 'Live price',
  shopPrice: 'Shop price',
  quantity: (count) => `Quantity ${count}`,
  subtotal: 'Subtotal',
  saved: 'You save',
  discount: 'Discount',
  delivery: 'Delivery',
  deliveryFree: 'Free',
  total: 'Total',
  priceHeld: 'Price held until',
  priceHeldFor: 'Yours for another',
  ranOut: 'The held price has run out.',
  ranOutNext: 'Go back to the show: if there is one left, you can hold it again.',
  cancelled: 'You left this checkout.',
  cancelledNext: 'Nothing was charged. While your hold lasts, tap Check out in the show to come back.',
  pay: (amount) => `Pay ${amount}`,
  noMoney: 'A demo shop: no real money moves and nothing is sent.',
  cancel: 'Not now',
  back: 'Back to the show',
  tools: 'Demo tools',
  toolsWhy: 'For trying what buyers do by accident. A payment that happened counts, whenever it comes.',
  payTwice: 'Pay twice',
  payLate: 'Pay late, after all',
  thanks: 'Thank you. It is yours.',
  pickup: 'Pick it up',
  thanksNext: 'The show hears of it right now, and we are reaching for the wrapping paper.',
  order: 'Order',
  paidAt: 'Paid',
  alreadyPaid: 'This one is paid.',
  seeOrder: 'See your order',
  desk: {
    title: 'Behind the counter',
    orders: 'Orders',
    refund: 'Refund',
    refunded: 'Refunded',
    stock: 'Stock',
    sku: 'SKU',
    available: 'Still for sale',
    tell: 'Tell the studio',
    news: 'What the studio says',
    noNews: 'Nothing yet. It comes with the first hold.',
  },
  notices: {
    malformed: {
      title: 'This link is not complete',
      next: 'A piece of it seems to be missing. Go back to the show and tap Check out once more.',
    },
    forged: {
      title: 'We cannot accept this link',
      next: 'It was not made for this shop by a studio we know. Go back to the show and tap Check out there.',
    },
    expired: {
      title: 'This link has run out',
      next: 'The hold behind it is over, and nothing was charged. Go back to the show: there may be one left.',
    },
    unreachable: {
      title: 'One moment, please',
      next: 'We could not reach the studio to check your link. Reload this page in a few seconds.',
    },
    notFound: { title: 'There is nothing here', next: 'This page is not ours. Your order, if you made one, is safe.' },
    broken: { title: 'That was our mistake', next: 'Nothing was charged by this step. Please try it once more.' },
  },
}

const zhHans: Words = {
  tagline: '手作之物，日日相伴',
  checkout: '结账',
  livePrice: '直播价',
  shopPrice: '店铺价',
  quantity: (count) => `数量 ${count}`,
  subtotal: '商品合计',
  saved: '已优惠',
  discount: '折扣',
  delivery: '运费',
  deliveryFree: '包邮',
  total: '应付',
  priceHeld: '价格保留至',
  priceHeldFor: '还为你保留',
  ranOut: '保留时间已到。',
  ranOutNext: '回到直播间看看，若还有货，可以再锁一次。',
  cancelled: '你已离开结账。',
  cancelledNext: '没有产生任何扣款。保留时间未到之前，在直播间再点“去付款”就能回来。',
  pay: (amount) => `支付 ${amount}`,
  noMoney: '演示店铺：不会真的扣款，也不会发货。',
  cancel: '先不付款',
  back: '回到直播间',
  tools: '演示工具',
  toolsWhy: '用来试试买家偶尔会做的事。付款一旦发生便算数，无论早晚。',
  payTwice: '重复付款',
  payLate: '过期后仍付款',
  thanks: '谢谢，它是你的了。',
  pickup: '自提点',
  thanksNext: '我们正在告诉直播间，也在为你细细包好。',
  order: '订单',
  paidAt: '付款时间',
  alreadyPaid: '这一单已付款。',
  seeOrder: '查看订单',
  desk: {
    title: '柜台后面',
    orders: '订单',
    refund: '退款',
    refunded: '已退款',
    stock: '库存',
    sku: 'SKU',
    available: '还可售',
    tell: '告诉直播间',
    news: '直播间的消息',
    noNews: '还没有消息，第一次锁单后就会来。',
  },
  notices: {
    malformed: { title: '链接不完整', next: '似乎少了一截。请回到直播间，再点一次“去付款”。' },
    forged: { title: '这个链接无法使用', next: '它不是我们认识的直播间为本店生成的。请回到直播间重新结账。' },
    expired: { title: '链接已过期', next: '这次保留已结束，没有产生扣款。回到直播间看看，也许还有货。' },
    unreachable: { title: '请稍等', next: '暂时连不上直播间来核对链接。过几秒刷新本页即可。' },
    notFound: { title: '这里什么也没有', next: '没有这个页面。若你下过单，订单完好无损。' },
    broken: { title: '是我们的错', next: '这一步没有扣款，请再试一次。' },
  },
}

const zhHant: Words = {
  tagline: '手作之物，日日相伴',
  checkout: '結帳',
  livePrice: '直播價',
  shopPrice: '商店價',
  quantity: (count) => `數量 ${count}`,
  subtotal: '商品小計',
  saved: '已優惠',
  discount: '折扣',
  delivery: '運費',
  deliveryFree: '免運',
  total: '應付',
  priceHeld: '價格保留至',
  priceHeldFor: '還為你保留',
  ranOut: '保留時間已到。',
  ranOutNext: '回到直播間看看，若還有貨，可以再保留一次。',
  cancelled: '你已離開結帳。',
  cancelledNext: '沒有產生任何扣款。保留時間未到之前，在直播間再點「去結帳」就能回來。',
  pay: (amount) => `支付 ${amount}`,
  noMoney: '示範商店：不會真的扣款，也不會出貨。',
  cancel: '先不付款',
  back: '回到直播間',
  tools: '示範工具',
  toolsWhy: '用來試試買家偶爾會做的事。付款一旦發生便算數，無論早晚。',
  payTwice: '重複付款',
  payLate: '逾時後仍付款',
  thanks: '謝謝，它是你的了。',
  pickup: '自取點',
  thanksNext: '我們正在告訴直播間，也在為你細細包好。',
  order: '訂單',
  paidAt: '付款時間',
  alreadyPaid: '這筆訂單已付款。',
  seeOrder: '查看訂單',
  desk: {
    title: '櫃檯後面',
    orders: '訂單',
    refund: '退款',
    refunded: '已退款',
    stock: '庫存',
    sku: 'SKU',
    available: '還可售',
    tell: '告訴直播間',
    news: '直播間的消息',
    noNews: '還沒有消息，第一次保留後就會來。',
  },
  notices: {
    malformed: { title: '連結不完整', next: '似乎少了一截。請回到直播間，再點一次「去結帳」。' },
    forged: { title: '這個連結無法使用', next: '它不是我們認識的直播間為本店產生的。請回到直播間重新結帳。' },
    expired: { title: '連結已過期', next: '這次保留已結束，沒有產生扣款。回到直播間看看，也許還有貨。' },
    unreachable: { title: '請稍候', next: '暫時連不上直播間來核對連結。過幾秒重新整理本頁即可。' },
    notFound: { title: '這裡什麼也沒有', next: '沒有這個頁面。若你下過單，訂單完好無損。' },
    broken: { title: '是我們的錯', next: '這一步沒有扣款，請再試一次。' },
  },
}

export const WORDS: Record<Locale, Words> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant }
