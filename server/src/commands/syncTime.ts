// time:sync: the server's clock.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { DoorCommand } from './command.ts'

export const syncTime: DoorCommand<'time:sync'> = async ({ clock }) => grant({ now: clock() })
