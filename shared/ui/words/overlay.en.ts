// What the overlay for OBS says beside the viewer's words, in English; its keys are the list that the other languages must fill.
export const words = {
  number: 'No. {{n}}',
  times: '× {{n}}',
  noAddress: 'This overlay’s address does not work any more. Copy a new one in the studio.',
} as const

export type OverlayWords = Readonly<Record<keyof typeof words, string>>
