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
  CONDITIONS_UNMET: 'Something is still missing: see what it takes.',
}

export const viewer = {
  'play.over': 'Over',
  'play.soon': 'Soon',
  'play.fold': 'Fold: {{name}}',
  'play.unfold': 'Open: {{name}}',
  'play.sayOpen': '{{name}} is open: {{title}}',
  'play.alsoOn': 'Also on now',
  'play.takes': 'What it takes',
  'play.first': 'First do what is missing.',
  'play.isMet': 'done',
  'play.isMissing': 'missing',
  'play.watch': 'Watch for {{need}} min: {{have}} so far',
  'play.watched': 'Watched for {{need}} min',
  'play.write': 'Write “{{word}}”',
  'play.wrote': 'Wrote “{{word}}”',
  'play.writeAny': 'Write something',
  'play.wroteAny': 'Wrote something',
  'play.buy': 'Buy: {{what}}',
  'play.bought': 'Bought: {{what}}',
  'play.buyAny': 'Buy something in this show',
  'play.boughtAny': 'Bought something',
  'play.come': 'Come by the link that was shared',
  'play.came': 'Came by a shared link',
}

export const overlay = {}

export const studio = {
  'play.who': 'Who may take part',
  'play.everyone': 'Everyone',
  'play.onlyWho': 'Only who {{what}}',
  'play.hasWatched': 'watched',
  'play.minutes': 'minutes',
  'play.hasWritten': 'wrote',
  'play.word': 'a word, or anything',
  'play.hasBought': 'bought',
  'play.anything': 'anything',
  'play.hasCome': 'came by a shared link',
  'play.sumWatched': 'watched {{minutes}} min',
  'play.sumWrote': 'wrote “{{word}}”',
  'play.sumWroteAny': 'wrote something',
  'play.sumBought': 'bought {{what}}',
  'play.sumBoughtAny': 'bought something',
  'play.sumCame': 'came by a shared link',
  'play.badMinutes': 'From 1 to 240 minutes.',
  'play.noProof': 'One person may come with several phones. A purchase is the condition that costs most to get round.',
}
