// The studio's words in Traditional Chinese.
import { words as changes } from './changes.zh-Hant.ts'
import { words as connect } from './connect.zh-Hant.ts'
import { words as connectPage } from './connectPage.zh-Hant.ts'
import { words as doctor } from './doctor.zh-Hant.ts'
import { words as refused } from './refused.zh-Hant.ts'
import { words as productFile } from './productFile.zh-Hant.ts'
import { words as shop } from './shop.zh-Hant.ts'
import type { StudioWords } from './studio.en.ts'
import { words as short } from './short.zh-Hant.ts'
import { words as webhooks } from './webhooks.zh-Hant.ts'

export const words: StudioWords = {
  'common.opening': '正在開啟…',
  'common.tryAgain': '再試一次',
  'common.cancel': '取消',
  'common.close': '關閉',
  'common.goBack': '返回',

  'login.title': '歡迎回來',
  'login.lead': '登入後就能開播、管理直播。',
  'login.sessionOver': '您離開了一陣子。重新登入，就回到剛才的頁面。',
  'login.name': '名稱',
  'login.password': '密碼',
  'login.submit': '登入',
  'login.checking': '請稍候…',

  'welcome.title': '這家店是您的了',
  'welcome.lead': '設定登入用的名稱和密碼，您就是店主。',
  'welcome.noToken': '連結不完整。請開啟伺服器首次啟動時給出的完整連結。',
  'welcome.passwordHint': '至少 {{count}} 個字元，用一句短話最好記。',
  'welcome.submit': '進入直播間',

  'refusal.notAllowed': '您的角色不能這樣操作，請找店主或主播。',
  'refusal.shopRefused': '商店沒有接受。',
  'refusal.wrongLogin': '名稱和密碼對不上，看看是不是按錯了，再試一次。',
  'refusal.tooManyFor_other': '試得太頻繁了，{{count}} 秒後可以繼續。',
  'refusal.showNotFound': '店裡沒有這場直播，請從列表開啟。',
  'refusal.showNotLive': '還沒開播，請先開播。',
  'refusal.showEnded': '這場直播已結束，請新建一場再繼續。',
  'refusal.mediaUnavailable': '畫面暫時送不出去，正在自動重試。',

  'shows.title': '直播',
  'shows.new': '新增直播',
  'shows.newTitle': '標題',
  'shows.newTitleHint': '秋日市集',
  'shows.newStart': '開播時間',
  'shows.create': '安排直播',
  'shows.most': '一場直播取目錄裡的前 {{most}} 個規格。',
  'shows.none': '還沒有直播。先在「商店」頁匯入商品，再安排第一場。',
  'shows.products_other': '{{count}} 項商品',
  'shows.open': '進入控制台',
  'shows.look': '查看結果',

  'phase.scheduled': '待開播',
  'phase.live': '直播中',
  'phase.ended': '已結束',

  'role.owner': '店主',
  'role.host': '主播',
  'role.assistant': '助理',
  'role.moderator': '場控',

  'account.title': '我的帳號',
  'account.language': '語言',
  'account.theme': '深淺色',
  'account.dark': '深色',
  'account.light': '淺色',
  'account.logout': '登出',

  'head.allShows': '所有直播',
  'head.reload': '重新整理',
  'head.live': '直播中',
  'head.notLive': '尚未開播',
  'head.ended': '已結束',

  'figure.watching': '觀看',
  'figure.held': '件保留中',
  'figure.paid': '件已付款',
  'figure.sold': '銷售額',
  'figure.needsYou': '筆訂單待處理',

  'share.button': '分享',
  'share.title': '邀請觀眾',
  'share.lead': '拿到連結就能看，不用登入。',
  'share.copy': '複製',
  'share.copied': '已複製',
  'share.failed': '連結沒取到，請關掉再開啟。',

  'desk.reconnecting': '連線中斷了，畫面上的數字可能不是最新，正在自動重連。',
  'panel.failed': '這一塊出了問題，其他部分照常運作，觀眾看到和聽到的不受影響。',
  'panel.again': '重新顯示',

  'keys.title': '快速鍵',
  'keys.search': '搜尋商品',
  'keys.this': '顯示這份列表',
  'keys.close': '關閉',

  'rundown.title': '商品單',
  'rundown.search': '依名稱或編號搜尋',
  'rundown.none': '這場直播沒有商品：安排時還沒有匯入。請先在「商店」頁匯入商品，再安排一場。',
  'rundown.noMatch': '找不到這樣的商品。',
  'rundown.from': '{{price}} 起',
  'rundown.left': '剩 {{n}} 件',
  'rundown.inStock': '有貨',
  'rundown.soldOut': '已售完',
  'rundown.leftOf': '剩 {{n}}/{{of}} 件',
  'rundown.noUnits': '沒有貨',

  'end.title': '直播圓滿結束',
  'end.lead': '辛苦了。商品在店裡照常販售。',
  'end.leadHolds_other': '辛苦了。還有 {{count}} 件保留中，可能稍後付款。',
  'end.stillHeld': '件仍保留',
  'end.onAir': '直播時長',
  'end.needsYou_other': '有 {{count}} 筆訂單待處理，請看「訂單」。',

  'side.title': '留言、保留和訂單',

  'phone.tabs': '畫面上顯示什麼',
  'phone.picture': '畫面',
  'phone.pins': '講解',
  'phone.side': '互動',

  ...changes,
  ...connect,
  ...connectPage,
  ...doctor,
  ...refused,
  ...productFile,
  ...shop,
  ...short,
  ...webhooks,
}
