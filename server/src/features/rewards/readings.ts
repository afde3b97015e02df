// How what viewers have been granted is read; each is told of their own alone.
import { REWARD_FACTS } from '@lantern/shared/rewards/facts.ts'
import { readOwnRewards } from '../../rewards/readRewards.ts'
import type { Reading } from '../../room/reading.ts'

const REWARDS: Reading = {
  changedBy: REWARD_FACTS,
  async read(db, since) {
    const own = await readOwnRewards(db, since)
    return { own: own.map(({ viewerId, ...reward }) => ({ viewerId, changes: { rewards: [reward] } })) }
  },
}

export const readings = [REWARDS]
