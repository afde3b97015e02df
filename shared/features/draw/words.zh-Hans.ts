// What draws say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  NOT_A_WINNER: '这份奖品已由别人抽中。',
  CLAIM_OVER: '领奖时间已过，奖品已顺延给下一位。',
}

export const viewer: Translated<typeof en.viewer> = {}

export const overlay: Translated<typeof en.overlay> = {}

export const studio: Translated<typeof en.studio> = {}
