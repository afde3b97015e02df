// Orders taken back or in doubt, and numbers behind words, in Japanese.
import type { CorpusLine } from './corpusLine.ts'

export const JAPANESE_DOUBT: readonly CorpusLine[] = [
  ['contains', 'A1 Mサイズ2枚お願いします', 'buy A1:2'],
  ['contains', 'A1 ホワイト3点ください', 'buy A1:3'],
  ['contains', 'A1取り消し', 'cancel A1'],
  ['contains', 'A1を取り消します', 'cancel A1'],
  ['contains', 'A1見送ります', 'negated'],
  ['contains', 'A1なしで', 'negated'],
  ['contains', 'A1をやめておきます', 'negated'],
  ['contains', 'A1間違えました', 'negated'],
  ['contains', 'A1やっぱりなしで', 'negated'],
  ['contains', 'A1は今回は遠慮します', 'negated'],
  ['contains', 'A1 ½個', 'ambiguous'],
  ['contains', 'A1②', 'ambiguous'],
  ['contains', '+1取り消します', 'cancel FRONT:1'],
]
