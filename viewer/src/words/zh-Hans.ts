// What the shopper's page says in simplified Chinese, by its core and by every feature.
import { words as coreRefusals } from '@lantern/shared/ui/words/refusals.zh-Hans.ts'
import { words as core } from '@lantern/shared/ui/words/viewer.zh-Hans.ts'

export const viewer = [
  core,
  ...Object.values(
    import.meta.glob<object>('../../../shared/features/*/words.zh-Hans.ts', { eager: true, import: 'viewer' }),
  ),
]
export const refusals = [
  coreRefusals,
  ...Object.values(
    import.meta.glob<object>('../../../shared/features/*/words.zh-Hans.ts', { eager: true, import: 'refusals' }),
  ),
]
