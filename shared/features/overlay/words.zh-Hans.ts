// What the overlay for OBS says, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {
  noAddress: '这个叠加层地址已失效，请在控制台复制新的地址。',
}

export const studio: Translated<typeof en.studio> = {
  'overlay.live': '叠加层正常',
  'overlay.stale': '叠加层停滞',
  'overlay.none': '叠加层未连接',
  'overlay.unknown': '暂时不知道叠加层的状态',
  'overlay.title': 'OBS 叠加层',
  'overlay.lead': '叠在 OBS 画面上：正在讲解的商品、价格、库存、倒计时，以及刚刚成交的订单。',
  'overlay.steps': '在 OBS 里：来源 → + → 浏览器，粘贴地址；横屏 1920 × 1080，竖屏 1080 × 1920。',
  'overlay.isLive': '正常，{{ago}}前有信号',
  'overlay.isSilent': '停滞：已有 {{ago}} 没有信号',
  'overlay.isHidden': '停滞：OBS 里没有显示这个来源',
  'overlay.isStill': '停滞：连接着，但没有画面',
  'overlay.isGone': '未连接，{{ago}}前还在',
  'overlay.nobody': '最近一小时没有叠加层连接过。',
  'overlay.seconds': '{{n}} 秒',
  'overlay.minutes': '{{n}} 分钟',
  'overlay.make': '生成地址',
  'overlay.renew': '换一个新地址',
  'overlay.renewAsk': '现用的地址立刻失效，打开着的叠加层会关闭。请把新地址粘贴到 OBS。',
  'overlay.renewYes': '换一个新地址',
  'overlay.revoke': '停用',
  'overlay.revokeAsk': '这场直播的所有叠加层立刻关闭，不再显示任何内容。',
  'overlay.revokeYes': '停用',
  'overlay.madeAt': '正在使用 {{at}} 生成的地址。它只在生成时显示过。',
  'overlay.once': '请现在复制：离开这个页面后就不再显示。',
  'overlay.copy': '复制叠加层地址',
  'overlay.copied': '已复制',
}
