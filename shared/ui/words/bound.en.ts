// What every page says that belongs to one phone, in English; its keys are the list that the other languages must fill.
export const words = {
  loading: 'One moment…',
  gone: 'This page is not there any more',
  goneWords: 'The shop has taken it back, or made a new one. Ask the shop for the new link.',
  otherPhone: 'This page belongs to another phone',
  otherPhoneWords: 'Ask the shop for the eight digits that let this phone in. They are good for ten minutes.',
  pass: 'Eight digits',
  letIn: 'Open on this phone',
  passWrong: 'These digits are not right, or not good any more.',
  noLine: 'The shop cannot be reached right now. Try again.',
  failed: 'This could not be read. Try again.',
  again: 'Try again',
  back: 'Back',
} as const

export type BoundWords = Readonly<Record<keyof typeof words, string>>
