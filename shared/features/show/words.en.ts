// What the show itself says, in English; its keys are the list that the other languages must fill.

export const refusals = {
  SHOW_NOT_FOUND: 'There is no show here. Ask for a new link.',
  SHOW_NOT_LIVE: 'The show is not live yet. Holding opens with it.',
  SHOW_ENDED: 'The show is over. Thank you for coming.',
  START_IN_PAST: 'That time has passed already. Choose one from now on.',
  NOT_ENOUGH_LEFT: 'Only {{left}} are left for a show.',
  TOO_MANY_OFFERS: 'A show has {{most}} variants at most. Choose fewer products.',
  PRODUCT_NOT_FOUND: 'This product is not in the show.',
  PRODUCT_TAKEN: '{{taken}} of it are held or paid, so it stays in the show. Lower its units instead.',
  RUNDOWN_CHANGED: 'Somebody else has just changed the products of this show. Look at them again.',
}

export const viewer = {}

export const overlay = {}

export const studio = {}
