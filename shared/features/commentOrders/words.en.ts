// What orders by comment say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  KEYWORD_TAKEN: '“{{keyword}}” is taken by another product. Choose another keyword.',
  KEYWORD_UNFIT: '“{{keyword}}” cannot be told from other words. Use letters or characters, not a number alone.',
  NOTHING_TO_HOLD: 'The comment does not say clearly what to hold. Choose one for it.',
}

export const viewer = {
  commentToHold: 'Comment {{keyword}} to hold',
  commentKeyword: 'comment {{keyword}}',
  boughtHeld: '{{what}} is held for you.',
  boughtNothing: 'You hold none of that.',
}

export const overlay = {}

export const studio = {
  'buying.title': 'Comment to buy',
  'buying.on': 'on',
  'buying.off': 'off',
  'buying.open': 'Set up comment to buy',
  'buying.close': 'Back to the comments',
  'buying.lead':
    'Who comments a keyword holds it, and is told privately with a link to the checkout. +1 holds what is pinned in front.',
  'buying.switchOn': 'Switch it on',
  'buying.switchOff': 'Switch it off',
  'buying.rules': 'What counts as an order',
  'buying.contains': 'Anywhere in the comment',
  'buying.only': 'Nothing but the order',
  'buying.numberRequired': 'Only with a number, like A1+1',
  'buying.try': 'Try on what was said',
  'buying.use': 'Use these rules',
  'buying.tried': '{{orders}} of {{n}} comments would act. Nothing was held.',
  'buying.triedNone': 'No viewer has commented yet.',
  'buying.wouldHold': 'holds {{what}}',
  'buying.wouldCancel': 'takes back {{what}}',
  'buying.everything': 'everything',
  'buying.none.no_keyword': 'no keyword',
  'buying.none.number_missing': 'no number',
  'buying.none.not_only': 'other words',
  'buying.none.ambiguous': 'not clear',
  'buying.none.too_many': 'too many',
  'buying.none.question': 'a question',
  'buying.none.negated': 'says no',
  'buying.none.remark': 'a remark',
  'buying.none.mixed': 'takes and gives back',
  'buying.keywords': 'Keywords',
  'buying.keywordOf': 'Keyword of {{name}}',
  'buying.take': 'Hold it for {{name}}',
  'buying.takeShort': 'Hold',
  'buying.taken': 'Held',
  'buying.choose': 'What should be held for {{name}}?',
  'buying.quantity': 'Units for {{name}}',
  'buying.what': 'What?',
}
