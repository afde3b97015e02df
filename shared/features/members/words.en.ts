// What members read, in English; its keys are the list that the other languages must fill.

export const refusals = {
  MEMBER_LINK_UNREAD: 'The shop’s link did not tell who you are. Open the show from your account again to be known.',
  MEMBER_LINK_OLD:
    'The shop’s link was too old to tell who you are. Open the show from your account again to be known.',
  MEMBER_LINK_USED:
    'The shop’s link was used before, so it does not tell who you are. Open the show from your account again to be known.',
  MEMBER_LINK_MONEY: 'Your account at the shop is in another currency than this show, so you are not known here.',
}

export const viewer = {
  'member.is': 'Member',
  'member.points_one': '{{count}} point',
  'member.points_other': '{{count}} points',
  'member.stored': '{{amount}} stored value: pay with it at the shop',
}

export const overlay = {}

export const studio = {}
