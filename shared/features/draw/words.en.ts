// What draws say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  NOT_A_WINNER: 'This prize went to somebody else.',
  CLAIM_OVER: 'The time to claim this prize is over. It went to the next in order.',
}

export const viewer = {}

export const overlay = {}

export const studio = {}
