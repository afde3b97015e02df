// What the overlay says in traditional Chinese: what the shopper's page does, and a little beside.
import { words as overlay } from '@lantern/shared/ui/words/overlay.zh-Hant.ts'
import { words as viewer } from '@lantern/shared/ui/words/viewer.zh-Hant.ts'

export const words = [
  viewer,
  overlay,
  ...Object.values(
    import.meta.glob<object>('../../../../shared/features/*/words.zh-Hant.ts', { eager: true, import: 'viewer' }),
  ),
  ...Object.values(
    import.meta.glob<object>('../../../../shared/features/*/words.zh-Hant.ts', { eager: true, import: 'overlay' }),
  ),
]
