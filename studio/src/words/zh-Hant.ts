// What the studio says in traditional Chinese, by its core and by every feature.
import { words as coreRefusals } from '@lantern/shared/ui/words/refusals.zh-Hant.ts'
import { words as core } from '@lantern/shared/ui/words/studio.zh-Hant.ts'

export const studio = [
  core,
  ...Object.values(
    import.meta.glob<object>('../../../shared/features/*/words.zh-Hant.ts', { eager: true, import: 'studio' }),
  ),
]
export const refusals = [
  coreRefusals,
  ...Object.values(
    import.meta.glob<object>('../../../shared/features/*/words.zh-Hant.ts', { eager: true, import: 'refusals' }),
  ),
]
