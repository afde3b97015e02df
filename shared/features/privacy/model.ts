// What the shop knows of whoever looks: read, saved, taken back and erased by themselves.
import type { Said } from '../feature.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const words: Said<object, typeof en, typeof hans, typeof hant> = {}
