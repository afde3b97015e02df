// What the line for what is sold out says, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  NOT_SOLD_OUT: '又有貨了，現在就保留吧。',
}

export const viewer: Translated<typeof en.viewer> = {
  peopleWait: '{{n}} 人在等',
  nobodyWaits: '還沒有人在等',
  waitForPrice: '等 {{price}}',
  waitsForPrice: '等 {{price}}',
  joinLine: '排隊候補',
  joinLineShort: '可候補',
  chooseLine: '選一款：售完的點一下就排隊候補',
  joiningLine: '正在排隊…',
  inLine: '候補中',
  aheadSome: '候補中，前面還有 {{n}} 位',
  youAreNext: '下一位就是您',
  leaveLine: '不等了',
  joinedLine: '已幫您排入候補，輪到時會自動為您保留。',
  leftLine: '您已退出候補。',
  lineClosed: '{{what}}的候補已經結束，不會再釋出了。',
  yourTurn: '輪到您了，為您保留',
  yourTurnAlso: '輪到您了：{{what}}',
  yourTurnNow: '輪到您了！{{what}}為您保留 {{time}}，請馬上結帳。',
}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
