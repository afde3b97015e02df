// What the overlay for OBS says beside the viewer's words, in Traditional Chinese.
import type { OverlayWords } from './overlay.en.ts'

export const words: OverlayWords = {
  number: '{{n}} 號',
  times: '× {{n}}',
  noAddress: '這個疊加層網址已失效，請到控制台複製新的網址。',
}
