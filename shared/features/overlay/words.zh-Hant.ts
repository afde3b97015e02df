// What the overlay for OBS says, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {
  noAddress: '這個疊加層網址已失效，請到控制台複製新的網址。',
}

export const studio: Translated<typeof en.studio> = {
  'overlay.live': '疊加層正常',
  'overlay.stale': '疊加層停滯',
  'overlay.none': '疊加層未連線',
  'overlay.unknown': '目前無法得知疊加層的狀態',
  'overlay.title': 'OBS 疊加層',
  'overlay.lead': '疊在 OBS 畫面上：正在介紹的商品、價格、庫存、倒數，以及剛剛成交的訂單。',
  'overlay.steps': '在 OBS 裡：來源 → + → 瀏覽器，貼上網址；橫式 1920 × 1080，直式 1080 × 1920。',
  'overlay.isLive': '正常，{{ago}}前有訊號',
  'overlay.isSilent': '停滯：已有 {{ago}} 沒有訊號',
  'overlay.isHidden': '停滯：OBS 裡沒有顯示這個來源',
  'overlay.isStill': '停滯：連線中，但沒有畫面',
  'overlay.isGone': '未連線，{{ago}}前還在',
  'overlay.nobody': '最近一小時沒有疊加層連線過。',
  'overlay.seconds': '{{n}} 秒',
  'overlay.minutes': '{{n}} 分鐘',
  'overlay.make': '產生網址',
  'overlay.renew': '換一個新網址',
  'overlay.renewAsk': '使用中的網址立刻失效，開著的疊加層會關閉。請把新網址貼到 OBS。',
  'overlay.renewYes': '換一個新網址',
  'overlay.revoke': '停用',
  'overlay.revokeAsk': '這場直播的所有疊加層立刻關閉，不再顯示任何內容。',
  'overlay.revokeYes': '停用',
  'overlay.madeAt': '正在使用 {{at}} 產生的網址。它只在產生時顯示過。',
  'overlay.once': '請現在複製：離開這個頁面後就不再顯示。',
  'overlay.copy': '複製疊加層網址',
  'overlay.copied': '已複製',
}
