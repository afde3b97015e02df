// Why a hold may not be granted, whoever asks for it.

/** Why units are not to be had. */
export const NO_UNITS = [
  'OFFER_NOT_FOUND',
  'NOT_OPEN',
  'CURRENCY_CHANGED',
  'SOLD_OUT',
  'NOT_ENOUGH',
  'LIMIT_REACHED',
  'CROWDED_ADDRESS',
] as const

/** Holds that leave for the shop in one basket. */
export const MOST_TOGETHER = 20

export const PLACING = [...NO_UNITS, 'PRICE_ROSE', 'ALREADY_HELD', 'HOLD_ID_TAKEN', 'COOL_DOWN'] as const
