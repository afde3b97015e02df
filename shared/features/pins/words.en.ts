// What pins say, in English; its keys are the list that the other languages must fill.

export const refusals = {}

export const viewer = {
  alsoPinned: 'Also shown now',
  sayPinned: 'Now shown: {{title}}, {{price}}',
}

export const overlay = {}

export const studio = {
  'keys.pin': 'Pin the product with this number',
  'pin.pin': 'Pin',
  'pin.pinned': 'Pinned',
  'pin.front': 'In front',
  'pin.takeOff': 'Click to take it off',
  'pin.bringForward': 'Click to bring it to the front',
}
