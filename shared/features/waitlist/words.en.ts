// What the line for what is sold out says, in English; its keys are the list that the other languages must fill.

export const refusals = {
  NOT_SOLD_OUT: 'Units are free again. Hold it now.',
}

export const viewer = {
  peopleWait: '{{n}} waiting',
  nobodyWaits: 'Nobody is waiting yet',
  waitForPrice: 'Wait for {{price}}',
  waitsForPrice: 'for {{price}}',
  joinLine: 'Join the waitlist',
  joinLineShort: 'waitlist',
  chooseLine: 'Choose one: a sold-out size puts you on its waitlist',
  joiningLine: 'Joining…',
  inLine: 'In line',
  aheadSome: 'In line, {{n}} before you',
  youAreNext: 'You’re next',
  leaveLine: 'Leave the line',
  joinedLine: 'You are in line. When your turn comes it is held for you.',
  leftLine: 'You left the line.',
  lineClosed: 'The waitlist for {{what}} is closed: nothing more can come of it.',
  yourTurn: 'Your turn: it’s yours for',
  yourTurnAlso: 'Your turn: {{what}}',
  yourTurnNow: 'Your turn: {{what}} is yours for {{time}}. Check out now.',
}

export const overlay = {}

export const studio = {}
