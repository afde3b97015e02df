// What the shopper's page says in English, of its core and of every feature.
import { joinWords } from '@lantern/shared/ui/joinWords.ts'
import type { RefusalBook, ViewerBook } from '@lantern/shared/ui/words/books.ts'
import { words as coreRefusals } from '@lantern/shared/ui/words/refusals.en.ts'
import { words as core } from '@lantern/shared/ui/words/viewer.en.ts'

export const viewer = joinWords<ViewerBook>(
  [core],
  [import.meta.glob<object>('../../../shared/features/*/words.en.ts', { eager: true, import: 'viewer' })],
)
export const refusals = joinWords<RefusalBook>(
  [coreRefusals],
  [import.meta.glob<object>('../../../shared/features/*/words.en.ts', { eager: true, import: 'refusals' })],
)
