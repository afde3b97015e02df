// What taps on the heart say, in English; its keys are the list that the other languages must fill.

export const refusals = {}

export const viewer = {
  like: 'Like',
  likes: '{{n}} likes',
}

export const overlay = {}

export const studio = {}
