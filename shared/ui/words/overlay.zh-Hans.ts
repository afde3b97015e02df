// What the overlay for OBS says beside the viewer's words, in Simplified Chinese.
import type { OverlayWords } from './overlay.en.ts'

export const words: OverlayWords = {
  number: '{{n}} 号',
}
