// What polls say, in English; its keys are the list that the other languages must fill.

export const refusals = {}

export const viewer = {
  'poll.name': 'Poll',
  'poll.tapOne': 'tap one to vote',
  'poll.tapSeveral': 'tap as many as you like',
  'poll.onePerson': '1 person voted',
  'poll.people': '{{n}} people voted',
  'poll.notYet': 'You can vote when it opens.',
  'poll.untilItCloses': 'Change your vote until it closes.',
  'poll.change': 'Tap another to change it.',
  'poll.changeSeveral': 'Tap to add or take off.',
  'poll.yours': 'Your vote: {{what}}.',
  'poll.keepsOne': 'One answer stays: tap another one first.',
  'poll.hidden': 'The result comes at the end.',
  'poll.pinsWinner': 'The winner is pinned.',
  'poll.isPinned': 'It is pinned now.',
  'poll.leads': '{{what}} leads',
  'poll.even': 'even so far',
  'poll.wins': 'Most votes: {{what}}.',
  'poll.tie': 'A tie: {{what}}.',
  'poll.nobody': 'Nobody voted.',
  'poll.sayOpen': 'A poll is open: {{question}}',
}

export const overlay = {
  'poll.voteOnPhone': 'vote on your phone',
}

export const studio = {
  'poll.tab': 'Polls',
  'poll.new': 'New poll',
  'poll.usual': 'What goes on the table next?',
  'poll.question': 'Question',
  'poll.answers': 'Answers',
  'poll.answer': 'Answer {{n}}',
  'poll.addProduct': 'Add a product…',
  'poll.addText': 'Text',
  'poll.takeOff': 'Take off: {{name}}',
  'poll.several': 'Viewers may choose several',
  'poll.hiddenTillEnd': 'Result only at the end',
  'poll.pinWinner': 'Pin the product that wins',
  'poll.noQuestion': 'Write the question.',
  'poll.noAnswer': 'Write an answer, or take it off.',
  'poll.tooLong': 'This is too long.',
  'poll.twice': 'This answer is there already.',
  'poll.twoAnswers': 'A poll has at least two answers.',
  'poll.answersIn_one': '{{count}} answer',
  'poll.answersIn_other': '{{count}} answers',
  'poll.voted_one': '{{count}} person voted',
  'poll.voted_other': '{{count}} people voted',
  'poll.won': 'Most votes: {{what}}.',
  'poll.even': 'A tie: {{what}}.',
  'poll.nobody': 'Nobody voted.',
  'poll.isPinned': 'It is pinned in front.',
  'poll.onlyYou': 'only staff see this',
  'poll.closeQuestion_one': 'Close it now? {{count}} person voted, and that is the result.',
  'poll.closeQuestion_other': 'Close it now? {{count}} people voted, and that is the result.',
  'poll.cancelQuestion_one': 'Take it off every screen? The vote of {{count}} person comes to nothing.',
  'poll.cancelQuestion_other': 'Take it off every screen? The votes of {{count}} people come to nothing.',
}
