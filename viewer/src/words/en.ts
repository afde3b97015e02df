// What the shopper's page says in English, by its core and by every feature.
import { words as coreRefusals } from '@lantern/shared/ui/words/refusals.en.ts'
import { words as core } from '@lantern/shared/ui/words/viewer.en.ts'

export const viewer = [
  core,
  ...Object.values(
    import.meta.glob<object>('../../../shared/features/*/words.en.ts', { eager: true, import: 'viewer' }),
  ),
]
export const refusals = [
  coreRefusals,
  ...Object.values(
    import.meta.glob<object>('../../../shared/features/*/words.en.ts', { eager: true, import: 'refusals' }),
  ),
]
