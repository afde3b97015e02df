// The languages in the order in which they are offered; the contract's list without its schema code.
import type { Locale } from '@lantern/shared/contract/things.ts'

export const LOCALES = ['zh-Hans', 'zh-Hant', 'en'] as const satisfies readonly Locale[]
