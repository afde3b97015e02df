// What the studio says in simplified Chinese, by its core and by every feature.
import { words as coreRefusals } from '@lantern/shared/ui/words/refusals.zh-Hans.ts'
import { words as core } from '@lantern/shared/ui/words/studio.zh-Hans.ts'

export const studio = [
  core,
  ...Object.values(
    import.meta.glob<object>('../../../shared/features/*/words.zh-Hans.ts', { eager: true, import: 'studio' }),
  ),
]
export const refusals = [
  coreRefusals,
  ...Object.values(
    import.meta.glob<object>('../../../shared/features/*/words.zh-Hans.ts', { eager: true, import: 'refusals' }),
  ),
]
