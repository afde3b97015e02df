// What lists of testers say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  NO_PLACE: 'You have no place on this list.',
}

export const viewer = {
  'testers.name': 'Testers wanted',
  'testers.onePlace': '1 place',
  'testers.places': '{{n}} places',
  'testers.left': '{{n}} of {{of}} left',
  'testers.take': 'I’ll test it',
  'testers.oneTap': 'one tap',
  'testers.yourPlace': 'your place',
  'testers.yours': 'Place {{no}} of {{of}} is yours',
  'testers.reach': 'E-mail or phone',
  'testers.consent': 'The shop may write to me about this test.',
  'testers.send': 'Send',
  'testers.change': 'Change',
  'testers.said': 'The shop reaches you at {{contact}}.',
  'testers.onlyFor': 'Only the shop sees it, for this test alone.',
  'testers.needsBoth': 'Say how to reach you, and that the shop may.',
  'testers.oneGone': 'The only place is gone',
  'testers.gone': 'All {{n}} are gone',
  'testers.saySent': 'The shop knows how to reach you.',
}

export const overlay = {
  'testers.onPhone': 'take a place on your phone',
}

export const studio = {
  'testers.tab': 'Testers',
  'testers.title': 'What is tested',
  'testers.usual': 'Testers for what comes next',
  'testers.note': 'What you ask of them',
  'testers.places': 'Places',
  'testers.noTitle': 'Say what is tested.',
  'testers.badPlaces': 'From 1 to 500 places.',
  'testers.tooLong': 'This is too long.',
  'testers.noProof':
    'First come, first served: one person may come with several browsers. Whoever has a place is asked how to reach them, and may say nothing.',
  'testers.sum': '{{taken}} of {{places}} places taken, {{reached}} with a contact',
  'testers.no': 'Place',
  'testers.who': 'Name',
  'testers.contact': 'Contact',
  'testers.notSaid': 'not said',
  'testers.list': 'The list',
  'testers.export': 'Save as a table',
  'testers.write': 'Write to all',
  'testers.closeQuestion': 'Close it now? {{left}} of {{places}} places stay free.',
  'testers.cancelQuestion_one': 'Take it off every screen? {{count}} person stays on the list.',
  'testers.cancelQuestion_other': 'Take it off every screen? {{count}} people stay on the list.',
}
