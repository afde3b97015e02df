// What the overlay says in English: what the shopper's page does, and a little beside.
import { words as overlay } from '@lantern/shared/ui/words/overlay.en.ts'
import { words as viewer } from '@lantern/shared/ui/words/viewer.en.ts'

export const words = [
  viewer,
  overlay,
  ...Object.values(
    import.meta.glob<object>('../../../../shared/features/*/words.en.ts', { eager: true, import: 'viewer' }),
  ),
  ...Object.values(
    import.meta.glob<object>('../../../../shared/features/*/words.en.ts', { eager: true, import: 'overlay' }),
  ),
]
