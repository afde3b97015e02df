// What staff read of the shop's events that were refused, in English; part of studio.en.ts.
export const words = {
  'refused.title': 'Refused messages of the shop',
  'refused.lead': 'What came to the webhook address and was not taken, or could not be put down.',
  'refused.none': 'None were refused.',
  'refused.look': 'Look again',
  'refused.order': 'order',
  'refused.hold': 'hold',
  'refused.part': 'what is wrong',
  'refused.times_one': '{{count}} time',
  'refused.times_other': '{{count}} times',
  'refused.anybody': 'Anybody can send this: what it names may be made up.',
  'refused.wrongHost': 'It came to an address of this machine that is not the public one.',
  'refused.wrongHost.do': 'Enter the webhook address at the shop with the public address of the studio.',
  'refused.unknownEndpoint': 'It came to a webhook address that there is not.',
  'refused.unknownEndpoint.do':
    'Compare the webhook address at the shop, up to its last word, with what npm run setup prints. If it is not your shop, do nothing.',
  'refused.noSecret': 'There is no signing secret here to check it with.',
  'refused.noSecret.do': 'Run npm run setup, which asks for it, and start the server again.',
  'refused.unsigned': 'It is not signed.',
  'refused.unsigned.do':
    'Enter the signing secret at the shop. Something between the shop and here may also take the signature away.',
  'refused.stale': 'It was signed more than five minutes ago, or the two clocks differ.',
  'refused.stale.do': 'Set the clocks of both machines by NTP; see “Clock” above.',
  'refused.badSignature': 'Its signature does not fit: the secret at the shop is another one.',
  'refused.badSignature.do':
    'Enter the same signing secret on both sides: npm run setup shows where, npm run shop:check tries it.',
  'refused.tooLarge': 'It is larger than a webhook may be (1 MB).',
  'refused.tooLarge.do': 'Have the shop send less at once, or only the events that the studio asks for.',
  'refused.unreadable': 'Its bytes cannot be read: they are packed in an unknown way, or damaged.',
  'refused.unreadable.do': 'Have the shop send plain JSON, or JSON packed with gzip.',
  'refused.badJson': 'The shop signed it, and it is not JSON.',
  'refused.badJson.do': 'At the shop, choose JSON as the format of the webhook.',
  'refused.badShape': 'The shop signed it, and a part of it is missing or not as it should be.',
  'refused.badShape.do':
    'Show this line to whoever made the shop’s webhooks. At a ready-made shop, choose its newest API version.',
  'refused.badNumber': 'The order’s number is missing, longer than 255 characters or no printable text.',
  'refused.badNumber.do': 'Have the shop send its number as text. Until then look at the order in the shop.',
  'refused.badMoney': 'Its amount or currency is missing or cannot be read.',
  'refused.badMoney.do':
    'Have the shop send whole minor units (cents) and the currency in three capital letters. Until then look at the order in the shop.',
  'refused.otherShop': 'It is signed with the shop’s key, and it is of another shop.',
  'refused.otherShop.do':
    'Both shops have the same app. At the other one take this studio’s address out of its webhooks, or give each shop an app of its own.',
  'refused.unknownHold': 'It is of a hold that is not ours.',
  'refused.unknownHold.do':
    'Perhaps an order of another studio, or of before a new database. If buyers paid it here, look at the order in the shop; “Webhooks” tries it again.',
  'refused.failed': 'It was taken and could not be put down after many tries.',
  'refused.failed.do':
    'Try it again under “Webhooks”; if that fails, show this line and the log to whoever runs the server.',
} as const

/** Chinese counts without a singular of its own. */
export type RefusedWords = Readonly<Record<Exclude<keyof typeof words, `${string}_one`>, string>>
