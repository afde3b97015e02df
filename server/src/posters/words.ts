// What posters say, in three languages.
import type { Locale } from '@lantern/shared/contract/things.ts'

interface PosterWords {
  /** The price as it is formatted; whether others of the product cost more. */
  readonly price: (amount: string, isFrom: boolean) => string
  readonly live: string
  readonly over: string
  readonly scan: string
}

export const POSTER_WORDS: Readonly<Record<Locale, PosterWords>> = {
  en: {
    price: (amount, isFrom) => (isFrom ? `from ${amount}` : amount),
    live: 'Live now',
    over: 'This show is over',
    scan: 'Scan to watch',
  },
  'zh-Hans': {
    price: (amount, isFrom) => (isFrom ? `${amount} 起` : amount),
    live: '直播中',
    over: '直播已结束',
    scan: '扫码看直播',
  },
  'zh-Hant': {
    price: (amount, isFrom) => (isFrom ? `${amount} 起` : amount),
    live: '直播中',
    over: '直播已結束',
    scan: '掃碼看直播',
  },
}
