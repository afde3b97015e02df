// What activities of every kind say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  ACTIVITY_NOT_FOUND: 'This is not here any more.',
  ACTIVITY_ID_TAKEN: 'This was made already, with other settings. Make a new one.',
  ACTIVITY_NOT_OPEN: 'It is not open yet.',
  ACTIVITY_STARTED: 'Everyone has seen it already. It can be opened, closed or cancelled.',
  ACTIVITY_OVER: 'It is over.',
  ACTIVITY_CHANGED: 'Somebody else was faster. Look at it again.',
  ACTIVITY_FULL: 'All places are taken.',
  ACTIVITY_ENTERED: 'You are in already.',
}

export const viewer = {}

export const overlay = {}

export const studio = {}
