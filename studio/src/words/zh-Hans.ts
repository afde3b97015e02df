// What the studio says in simplified Chinese, of its core and of every feature.
import { joinWords } from '@lantern/shared/ui/joinWords.ts'
import type { RefusalBook, StudioBook } from '@lantern/shared/ui/words/books.ts'
import { words as coreRefusals } from '@lantern/shared/ui/words/refusals.zh-Hans.ts'
import { words as core } from '@lantern/shared/ui/words/studio.zh-Hans.ts'

export const studio = joinWords<StudioBook>(
  [core],
  [import.meta.glob<object>('../../../shared/features/*/words.zh-Hans.ts', { eager: true, import: 'studio' })],
)
export const refusals = joinWords<RefusalBook>(
  [coreRefusals],
  [import.meta.glob<object>('../../../shared/features/*/words.zh-Hans.ts', { eager: true, import: 'refusals' })],
)
