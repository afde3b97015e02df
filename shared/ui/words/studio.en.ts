// The studio's words in English; its keys are the list that the other languages must fill.
import { words as changes } from './changes.en.ts'
import { words as connect } from './connect.en.ts'
import { words as connectPage } from './connectPage.en.ts'
import { words as doctor } from './doctor.en.ts'
import { words as refused } from './refused.en.ts'
import { words as productFile } from './productFile.en.ts'
import { words as shop } from './shop.en.ts'
import { words as short } from './short.en.ts'
import { words as webhooks } from './webhooks.en.ts'

export const words = {
  'common.opening': 'Opening…',
  'common.tryAgain': 'Try again',
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.goBack': 'Go back',

  'login.title': 'Welcome back',
  'login.lead': 'Log in to run your shows.',
  'login.sessionOver': 'You were away for a while. Log in again and you are back where you were.',
  'login.name': 'Name',
  'login.password': 'Password',
  'login.submit': 'Log in',
  'login.checking': 'One moment…',

  'welcome.title': 'This shop is yours',
  'welcome.lead': 'Choose the name and password you will log in with. You are the owner.',
  'welcome.noToken': 'This link is not complete. Open the whole link that the server printed at its first start.',
  'welcome.passwordHint': 'At least {{count}} characters. A short sentence is easy to remember.',
  'welcome.submit': 'Open the studio',

  'refusal.notAllowed': 'Your role may not do this. Ask the owner or the host.',
  'refusal.shopRefused': 'The shop did not take this.',
  'refusal.wrongLogin': 'That name and password do not go together. Look for a slip of the finger and try again.',
  'refusal.tooManyFor_one': 'Too many tries. You can go on in {{count}} second.',
  'refusal.tooManyFor_other': 'Too many tries. You can go on in {{count}} seconds.',
  'refusal.showNotFound': 'There is no such show in this shop. Open it from the list.',
  'refusal.showNotLive': 'The show is not live yet. Go live first.',
  'refusal.showEnded': 'This show has ended. Plan a new one to go on.',
  'refusal.mediaUnavailable': 'The picture cannot be sent right now. It tries again by itself.',

  'shows.title': 'Shows',
  'shows.new': 'New show',
  'shows.newTitle': 'Title',
  'shows.newTitleHint': 'Autumn market',
  'shows.newStart': 'Starts',
  'shows.create': 'Plan the show',
  'shows.most': 'A show takes the first {{most}} offers of your catalogue.',
  'shows.none': 'No shows yet. Bring your products in on the page Shop, then plan the first one.',
  'shows.products_one': '{{count}} product',
  'shows.products_other': '{{count}} products',
  'shows.open': 'Open the desk',
  'shows.look': 'See what came of it',

  'phase.scheduled': 'Planned',
  'phase.live': 'LIVE',
  'phase.ended': 'Ended',

  'role.owner': 'Owner',
  'role.host': 'Host',
  'role.assistant': 'Assistant',
  'role.moderator': 'Moderator',

  'account.title': 'Your account',
  'account.language': 'Language',
  'account.theme': 'Light or dark',
  'account.dark': 'Dark',
  'account.light': 'Light',
  'account.logout': 'Log out',

  'head.allShows': 'All shows',
  'head.reload': 'Reload',
  'head.live': 'LIVE',
  'head.notLive': 'Not live yet',
  'head.ended': 'Ended',

  'figure.watching': 'watching',
  'figure.held': 'units held',
  'figure.paid': 'units paid',
  'figure.sold': 'sales',
  'figure.needsYou': 'orders need you',

  'share.button': 'Share',
  'share.title': 'Invite people',
  'share.lead': 'Anyone with this link watches at once, without a login.',
  'share.copy': 'Copy',
  'share.copied': 'Copied',
  'share.failed': 'The links did not load. Close this and open it again.',

  'desk.reconnecting': 'The connection is lost. What you see may be old; it comes back by itself.',
  'panel.failed': 'This part stopped working. Everything else goes on, also what viewers see and hear.',
  'panel.again': 'Show it again',

  'keys.title': 'Keys',
  'keys.search': 'Search the rundown',
  'keys.this': 'This list',
  'keys.close': 'Close',

  'rundown.title': 'Rundown',
  'rundown.search': 'Search products by name or number',
  'rundown.none':
    'This show has no products: there were none when it was planned. Bring them in on the page Shop, then plan another show.',
  'rundown.noMatch': 'No product like that.',
  'rundown.from': 'from {{price}}',
  'rundown.left': '{{n}} left',
  'rundown.inStock': 'in stock',
  'rundown.soldOut': 'sold out',
  'rundown.leftOf': '{{n}}/{{of}} left',
  'rundown.noUnits': 'no units',

  'end.title': 'That was the show',
  'end.lead': 'Thank you. Products stay on sale in the shop.',
  'end.leadHolds_one': 'Thank you. {{count}} unit is still held and may yet be paid.',
  'end.leadHolds_other': 'Thank you. {{count}} units are still held and may yet be paid.',
  'end.stillHeld': 'units still held',
  'end.onAir': 'on air',
  'end.needsYou_one': '{{count}} order needs you. Look under Orders.',
  'end.needsYou_other': '{{count}} orders need you. Look under Orders.',

  'side.title': 'Comments, holds and orders',

  'phone.tabs': 'What lies over the picture',
  'phone.picture': 'Picture',
  'phone.pins': 'Pins',
  'phone.side': 'People',

  ...changes,
  ...connect,
  ...connectPage,
  ...doctor,
  ...refused,
  ...productFile,
  ...shop,
  ...short,
  ...webhooks,
} as const

export type StudioKey = keyof typeof words
/** Chinese counts without a singular of its own. */
export type StudioWords = Readonly<Record<Exclude<StudioKey, `${string}_one`>, string>>
