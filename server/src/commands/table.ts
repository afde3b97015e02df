// Every command of the contract beside the function that runs it.
import { COMMANDS as C, type CommandName } from '@lantern/shared/contract/commands.ts'
import { atTheDoor, type BoundCommand, fromEveryone, fromOverlays, fromStaff, fromViewers } from './bind.ts'
import { setBuying } from './buying/setBuying.ts'
import { takeComment } from './buying/takeComment.ts'
import { tryBuying } from './buying/tryBuying.ts'
import { changeHold } from './changeHold.ts'
import { changeOffer } from './changeOffer.ts'
import { endShow } from './endShow.ts'
import { goLive } from './goLive.ts'
import { joinShow } from './joinShow.ts'
import { liftCrowd } from './liftCrowd.ts'
import { openSend } from './openSend.ts'
import { beatOverlay, readOverlayStatus, renewOverlay, revokeOverlay } from './overlays.ts'
import { placeHold } from './placeHold.ts'
import { pauseProducer, produceMedia } from './produceMedia.ts'
import { releaseHold } from './releaseHold.ts'
import { reportFirstFrame } from './reportFirstFrame.ts'
import { setPins } from './setPins.ts'
import { settleOrder } from './settleOrder.ts'
import { startSale } from './startSale.ts'
import { connectMedia, preferLayer, restartIce, resumeMedia } from './steerMedia.ts'
import { stopSale } from './stopSale.ts'
import { readCapabilities, subscribeMedia } from './subscribeMedia.ts'
import { syncTime } from './syncTime.ts'
import { TALK_TABLE } from './talkTable.ts'
import { joinWaitlist, leaveWaitlist } from './waitlist.ts'

export const COMMAND_TABLE: Readonly<Record<CommandName, BoundCommand>> = {
  'show:join': atTheDoor(C['show:join'], joinShow),
  'time:sync': atTheDoor(C['time:sync'], syncTime),
  ...TALK_TABLE,
  'hold:place': fromViewers(C['hold:place'], placeHold),
  'hold:change': fromViewers(C['hold:change'], changeHold),
  'waitlist:join': fromViewers(C['waitlist:join'], joinWaitlist),
  'waitlist:leave': fromViewers(C['waitlist:leave'], leaveWaitlist),
  'hold:release': fromViewers(C['hold:release'], releaseHold),
  'show:goLive': fromStaff(C['show:goLive'], goLive),
  'show:end': fromStaff(C['show:end'], endShow),
  'crowd:lift': fromStaff(C['crowd:lift'], liftCrowd),
  'pins:set': fromStaff(C['pins:set'], setPins),
  'sale:start': fromStaff(C['sale:start'], startSale),
  'sale:stop': fromStaff(C['sale:stop'], stopSale),
  'offer:change': fromStaff(C['offer:change'], changeOffer),
  'order:settle': fromStaff(C['order:settle'], settleOrder),
  'buying:set': fromStaff(C['buying:set'], setBuying),
  'buying:try': fromStaff(C['buying:try'], tryBuying),
  'buying:take': fromStaff(C['buying:take'], takeComment),
  'overlay:renew': fromStaff(C['overlay:renew'], renewOverlay),
  'overlay:revoke': fromStaff(C['overlay:revoke'], revokeOverlay),
  'overlay:status': fromStaff(C['overlay:status'], readOverlayStatus),
  'overlay:beat': fromOverlays(C['overlay:beat'], beatOverlay),
  'media:openSend': fromStaff(C['media:openSend'], openSend),
  'media:produce': fromStaff(C['media:produce'], produceMedia),
  'media:pauseProducer': fromStaff(C['media:pauseProducer'], pauseProducer),
  'media:subscribe': fromEveryone(C['media:subscribe'], subscribeMedia),
  'media:capabilities': fromEveryone(C['media:capabilities'], readCapabilities),
  'media:connect': fromEveryone(C['media:connect'], connectMedia),
  'media:resume': fromEveryone(C['media:resume'], resumeMedia),
  'media:preferLayer': fromEveryone(C['media:preferLayer'], preferLayer),
  'media:restartIce': fromEveryone(C['media:restartIce'], restartIce),
  'media:reportFirstFrame': fromEveryone(C['media:reportFirstFrame'], reportFirstFrame),
}

const names: ReadonlyMap<string, BoundCommand> = new Map(Object.entries(COMMAND_TABLE))

/** Null: the contract has no such command. */
export function findCommand(name: string): BoundCommand | null {
  return names.get(name) ?? null
}
