// Opens whichever source was chosen.
import { openCamera } from './camera.ts'
import type { OpenedSource, SourceChoice } from './source.ts'
import { openTestPattern } from './testPattern/openTestPattern.ts'

export function openSource(choice: SourceChoice): Promise<OpenedSource> {
  return choice.kind === 'camera' ? openCamera(choice) : openTestPattern(choice.shape)
}
