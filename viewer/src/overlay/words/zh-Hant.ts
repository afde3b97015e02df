// What the overlay says in traditional Chinese: what the shopper's page does, and a little beside.
import { joinWords } from '@lantern/shared/ui/joinWords.ts'
import type { OverlayBook } from '@lantern/shared/ui/words/books.ts'
import { words as core } from '@lantern/shared/ui/words/overlay.zh-Hant.ts'
import { words as viewer } from '@lantern/shared/ui/words/viewer.zh-Hant.ts'

export const words = joinWords<OverlayBook>(
  [core, viewer],
  [
    import.meta.glob<object>('../../../../shared/features/*/words.zh-Hant.ts', { eager: true, import: 'overlay' }),
    import.meta.glob<object>('../../../../shared/features/*/words.zh-Hant.ts', { eager: true, import: 'viewer' }),
  ],
)
