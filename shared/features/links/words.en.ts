// What share links say, in English; its keys are the list that the other languages must fill.

export const refusals = {
  LINK_NOT_FOUND: 'There is no such link in this show.',
  TOO_MANY_LINKS: 'This show has 300 links. Use one of them again.',
}

export const viewer = {}

export const overlay = {}

export const studio = {
  'links.title': 'Links for groups',
  'links.lead': 'Give each group a link of its own, and see what comes of it.',
  'links.whichGroup': 'For which group? Each has a link of its own.',
  'links.findGroup': 'Find a group',
  'links.groupsFailed': 'The groups cannot be read now.',
  'links.hasLink': '{{name}}, has a link',
  'links.name': 'Where it goes',
  'links.usual': 'Elm Street group, Friday',
  'links.make': 'Make a link',
  'links.none': 'No links yet. The show’s own address works without one, and nobody knows where people came from.',
  'links.people_one': '{{count}} person',
  'links.people_other': '{{count}} people',
  'links.opens_one': '{{count}} open',
  'links.opens_other': '{{count}} opens',
  'links.held_one': '{{count}} hold',
  'links.held_other': '{{count}} holds',
  'links.orders_one': '{{count}} order, {{amount}}',
  'links.orders_other': '{{count}} orders, {{amount}}',
  'links.noOrders': 'no orders yet',
  'links.previews_one': 'Previewed by a messenger {{count}} time, which counts as nobody.',
  'links.previews_other': 'Previewed by messengers {{count}} times, which counts as nobody.',
  'links.copy': 'Copy the link',
  'links.text': 'Copy with text',
  'links.copied': 'Copied',
  'links.pasteSoon': '{{title}}, {{when}} at {{shop}}: {{url}}',
  'links.pasteLive': '{{title}}, live now at {{shop}}: {{url}}',
  'links.pasteOver': '{{title}} at {{shop}}: {{url}}',
  'links.notCopied': 'Mark it and copy it by hand',
  'links.more': 'Code and poster of {{name}}',
  'links.poster': 'Poster',
  'links.qr': 'Code as SVG',
  'links.png': 'Code as PNG',
  'links.codeOf': 'QR code of {{name}}',
  'links.void': 'Void',
  'links.voided': 'voided',
  'links.voidQuestion':
    'Void “{{name}}”? It still leads to the show, and counts for nobody from now on. This cannot be taken back.',
  'links.voidYes': 'Void the link',
  'links.counted':
    'People are counted once, each open once. Robots that draw previews and staff are left out. If the server is killed, up to half a second of opens is lost.',
  'links.failed': 'The numbers cannot be read now.',
}
