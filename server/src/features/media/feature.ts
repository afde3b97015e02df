// What the server does for the picture.
export * as contract from '@lantern/shared/features/media/contract.ts'
import { openSend } from './openSend.ts'
import { pauseProducer, produceMedia } from './produceMedia.ts'
import { reportFirstFrame } from './reportFirstFrame.ts'
import { connectMedia, preferLayer, restartIce, resumeMedia } from './steerMedia.ts'
import { readCapabilities, subscribeMedia } from './subscribeMedia.ts'

export const handlers = {
  'media:openSend': openSend,
  'media:produce': produceMedia,
  'media:pauseProducer': pauseProducer,
  'media:subscribe': subscribeMedia,
  'media:capabilities': readCapabilities,
  'media:connect': connectMedia,
  'media:resume': resumeMedia,
  'media:preferLayer': preferLayer,
  'media:restartIce': restartIce,
  'media:reportFirstFrame': reportFirstFrame,
}
