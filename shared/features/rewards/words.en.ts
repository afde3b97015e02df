// What rewards say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  STAFF_CANNOT_WIN: 'You work on this show, so this is not for you. The device of a colleague counts, too.',
  COUPON_NOT_CARRIED:
    'This shop cannot be told that something is taken off, so a coupon could not be paid with. See the shop page.',
}

export const viewer = {}

export const overlay = {}

export const studio = {}
