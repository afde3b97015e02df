// The words of what is new at the shop, before it is taken over, in English; part of studio.en.ts.
export const words = {
  'changes.title': 'New at the shop',
  'changes.readAt': 'read {{time}}',
  'changes.never': 'The shop was not read yet: look what an import changes.',
  'changes.isNewer': 'The shop has said since that something is new.',
  'changes.none': 'Here everything is as it is at the shop.',
  'changes.problem': 'The shop could not be read: {{why}}',
  'changes.byFile': 'No shop with a list of its products is connected: they come by a file.',
  'changes.toFile': 'Import a file',
  'changes.currency':
    'The shop now asks in {{shop}}, products here are in {{here}}. Nothing is taken over until they agree.',
  'changes.atDesk':
    'The shop asks in {{shop}} now, and this show sells in {{here}}: nothing more can be held, and who holds something cannot pay. Let the shop ask in {{here}} again and read it anew; or take its products over in {{shop}} on the shop page and make a new show.',
  'changes.readAnew': 'Read the shop anew',
  'changes.agree': 'Take everything over in {{shop}}',
  'changes.agreeNote': 'Shows in {{here}} stay closed. Make a new show afterwards.',
  'changes.taking':
    'Being taken over: {{done}} of {{total}} products. What is done stays, also if this page is closed.',
  'changes.new': 'new, {{price}}',
  'changes.gone': 'not sold any more',
  'changes.price': '{{from}} → {{to}}',
  'changes.stock': '{{from}} → {{to}} in stock',
  'changes.options': '{{from}} → {{to}}',
  'changes.details': 'description or pictures',
  'changes.uncounted': 'not counted',
  'changes.renamed': '“{{from}}” → “{{to}}”',
  'changes.more_one': 'and {{count}} more',
  'changes.more_other': 'and {{count}} more',
  'changes.live': 'Live in “{{shows}}”: it keeps its prices and units.',
  'changes.choose': 'Choose {{product}}',
  'changes.take_one': 'Take {{count}} over',
  'changes.take_other': 'Take {{count}} over',
  'changes.takeAll_one': 'Take the one over',
  'changes.takeAll_other': 'Take all {{count}} over',
  'changes.leave_one': 'Leave {{count}} as it is',
  'changes.leave_other': 'Leave {{count}} as they are',
  'changes.next': 'Show more',
  'changes.total_one': '{{count}} product',
  'changes.total_other': '{{count}} products',
  'changes.newProduct': 'New',
} as const

export type ChangesWords = Readonly<Record<Exclude<keyof typeof words, `${string}_one`>, string>>
