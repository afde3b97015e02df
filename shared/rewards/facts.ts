// The kinds of facts that are written about rewards; each names all that it is about in one batch.

export const REWARD_FACTS = [
  'reward:granted',
  'reward:reserved',
  'reward:used',
  'reward:returned',
  'reward:expired',
  'reward:withdrawn',
] as const
export type RewardFact = (typeof REWARD_FACTS)[number]
