// What the overlay says in English: what the shopper's page does, and a little beside.
import { joinWords } from '@lantern/shared/ui/joinWords.ts'
import type { OverlayBook } from '@lantern/shared/ui/words/books.ts'
import { words as core } from '@lantern/shared/ui/words/overlay.en.ts'
import { words as viewer } from '@lantern/shared/ui/words/viewer.en.ts'

export const words = joinWords<OverlayBook>(
  [core, viewer],
  [
    import.meta.glob<object>('../../../../shared/features/*/words.en.ts', { eager: true, import: 'overlay' }),
    import.meta.glob<object>('../../../../shared/features/*/words.en.ts', { eager: true, import: 'viewer' }),
  ],
)
