// An SFU that refuses every request for media, for tests that need none.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Sfu, SfuOptions } from '../media/sfu.ts'

export interface IdleSfu extends Sfu {
  /** Says what a real one would say by itself. */
  readonly onChange: SfuOptions['onChange']
}

export async function createIdleSfu({ onChange }: SfuOptions): Promise<IdleSfu> {
  return {
    onChange,
    capabilities: async () => ({ codecs: [] }),
    openSend: async () => refuse('MEDIA_UNAVAILABLE'),
    produce: async () => refuse('MEDIA_UNAVAILABLE'),
    pauseProducer: async () => refuse('TRANSPORT_NOT_FOUND'),
    subscribe: async () => refuse('MEDIA_UNAVAILABLE'),
    connect: async () => grant({}),
    resume: async () => grant({}),
    preferLayer: async () => grant({}),
    restartIce: async () => refuse('TRANSPORT_NOT_FOUND'),
    closePeer: () => {},
    giveWay: () => {},
    closeShow: () => {},
    workerPids: () => [],
    close: async () => {},
  }
}
