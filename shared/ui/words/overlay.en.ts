// What the overlay for OBS says beside the viewer's words, in English; its keys are the list that the other languages must fill.
export const words = {
  number: 'No. {{n}}',
} as const

export type OverlayWords = Readonly<Record<keyof typeof words, string>>
