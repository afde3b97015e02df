// What the line for what is sold out says, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  NOT_SOLD_OUT: '又有货了，现在就留一件吧。',
}

export const viewer: Translated<typeof en.viewer> = {
  peopleWait: '{{n}} 人在等',
  nobodyWaits: '还没有人在等',
  waitForPrice: '等 {{price}}',
  waitsForPrice: '等 {{price}}',
  joinLine: '排队等候',
  joinLineShort: '可排队',
  chooseLine: '选一款：售罄的点一下就排队',
  joiningLine: '正在排队…',
  inLine: '排队中',
  aheadSome: '排队中，前面还有 {{n}} 人',
  youAreNext: '下一位就是您',
  leaveLine: '不排了',
  joinedLine: '已为您排上队，轮到时会自动为您留好。',
  leftLine: '您已退出排队。',
  lineClosed: '{{what}}的排队已经结束，不会再放出了。',
  yourTurn: '轮到您了，为您保留',
  yourTurnAlso: '轮到您了：{{what}}',
  yourTurnNow: '轮到您了！{{what}}为您保留 {{time}}，请马上付款。',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
