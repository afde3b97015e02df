// time:sync: the server's clock.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { CommandBeforeJoining } from './command.ts'

export const syncTime: CommandBeforeJoining<'time:sync'> = async ({ clock }) => grant({ now: clock() })
