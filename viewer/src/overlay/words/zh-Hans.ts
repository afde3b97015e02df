// What the overlay says in simplified Chinese: what the shopper's page does, and a little beside.
import { words as overlay } from '@lantern/shared/ui/words/overlay.zh-Hans.ts'
import { words as viewer } from '@lantern/shared/ui/words/viewer.zh-Hans.ts'

export const words = [
  viewer,
  overlay,
  ...Object.values(
    import.meta.glob<object>('../../../../shared/features/*/words.zh-Hans.ts', { eager: true, import: 'viewer' }),
  ),
  ...Object.values(
    import.meta.glob<object>('../../../../shared/features/*/words.zh-Hans.ts', { eager: true, import: 'overlay' }),
  ),
]
