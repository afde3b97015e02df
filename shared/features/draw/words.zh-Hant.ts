// What draws say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  NOT_A_WINNER: '這份獎品已由別人抽中。',
  CLAIM_OVER: '領獎時間已過，獎品已順延給下一位。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
