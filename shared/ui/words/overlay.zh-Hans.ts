// What the overlay for OBS says beside the viewer's words, in Simplified Chinese.
import type { OverlayWords } from './overlay.en.ts'

export const words: OverlayWords = {
  number: '{{n}} 号',
  times: '× {{n}}',
  noAddress: '这个叠加层地址已失效，请在控制台复制新的地址。',
}
