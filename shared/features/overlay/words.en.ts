// What the overlay for OBS says, in English; its keys are the list that the other languages must fill.

export const refusals = {}

export const viewer = {}

export const overlay = {
  noAddress: 'This overlay’s address does not work any more. Copy a new one in the studio.',
}

export const studio = {
  'overlay.live': 'Overlay live',
  'overlay.stale': 'Overlay stale',
  'overlay.none': 'Overlay off',
  'overlay.unknown': 'Overlay: not known now',
  'overlay.title': 'Overlay for OBS',
  'overlay.lead':
    'Lies over your picture in OBS: what is pinned, its price, stock and countdown, and what was just sold.',
  'overlay.steps': 'In OBS: Sources, +, Browser. Paste the address; 1920 × 1080, or 1080 × 1920 for a tall picture.',
  'overlay.isLive': 'live, seen {{ago}} ago',
  'overlay.isSilent': 'stale: no sign of it for {{ago}}',
  'overlay.isHidden': 'stale: the source is hidden in OBS',
  'overlay.isStill': 'stale: it is there but draws nothing',
  'overlay.isGone': 'not connected, seen {{ago}} ago',
  'overlay.nobody': 'No overlay has been connected within the last hour.',
  'overlay.seconds': '{{n}} s',
  'overlay.minutes': '{{n}} min',
  'overlay.make': 'Make the address',
  'overlay.renew': 'Make a new one',
  'overlay.renewAsk': 'The address in use stops at once, and overlays that are open close. Paste the new one into OBS.',
  'overlay.renewYes': 'Make a new one',
  'overlay.revoke': 'Turn it off',
  'overlay.revokeAsk': 'Every overlay of this show closes at once and shows nothing.',
  'overlay.revokeYes': 'Turn it off',
  'overlay.madeAt': 'An address made {{at}} is in use. It was shown only then.',
  'overlay.once': 'Copy it now: it is shown only until you leave this page.',
  'overlay.copy': 'Copy the overlay’s address',
  'overlay.copied': 'Copied',
}
