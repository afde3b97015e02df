// What coupons say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  COUPON_PAST: 'It would be over before anyone could use it. Choose a later time.',
}

export const viewer = {}

export const overlay = {}

export const studio = {}
