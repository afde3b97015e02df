// The studio's words in English; its keys are the list that the other languages must fill.
import { words as buying } from './buyingDesk.en.ts'
import { words as doctor } from './doctor.en.ts'
import { words as offers } from './offers.en.ts'
import { words as onAir } from './onAir.en.ts'
import { words as overlay } from './overlayDesk.en.ts'
import { words as refunds } from './refunds.en.ts'
import { words as refused } from './refused.en.ts'
import { words as talk } from './talk.en.ts'
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

  'keys.title': 'Keys',
  'keys.pin': 'Pin the product with this number',
  'keys.sale': 'Flash sale',
  'keys.mute': 'Mute, and speak again',
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

  'pin.pin': 'Pin',
  'pin.pinned': 'Pinned',
  'pin.front': 'In front',
  'pin.takeOff': 'Click to take it off',
  'pin.bringForward': 'Click to bring it to the front',

  'stage.title': 'Stage',
  'stage.ownPicture': 'Your own picture',
  'stage.cameraIsOff': 'Your camera is off',
  'stage.meter': 'Sound level',
  'stage.muted': 'Muted',
  'stage.soundWaits': 'Click anywhere for sound',
  'stage.controls': 'Picture controls',
  'stage.mute': 'Mute (M)',
  'stage.unmute': 'Speak again (M)',
  'stage.cameraOff': 'Turn the camera off',
  'stage.cameraOn': 'Turn the camera on',
  'stage.changeSource': 'Change the source',
  'stage.goLive': 'Go live',
  'stage.goingLive': 'Going live…',
  'stage.sendFromHere': 'Send from here',
  'stage.end': 'End',

  'host.preview': 'Only you see this',
  'host.ready': 'Picture ready, not live yet',
  'host.on': 'On air',
  'host.away': 'You are reconnecting. Viewers see your last picture.',
  'host.connecting': 'Connecting the picture…',

  'watch.on': 'The host is on air',
  'watch.away': 'The host is reconnecting',
  'watch.off': 'The host has no picture yet',
  'watch.notLive': 'Not live yet',

  'source.title': 'What shall they see?',
  'source.changeTitle': 'Change what they see',
  'source.lead': 'You see it first. Nobody else does until you go live.',
  'source.leadLive': 'The show is live without a picture. You see yours first; viewers do once you send it from here.',
  'source.leadSending': 'Viewers see the new picture as soon as you choose it.',
  'source.elsewhere': '{{who}} If you go on from here, you take over.',
  'source.camera': 'Camera and microphone',
  'source.cameraLead': 'Your browser will ask whether it may use them.',
  'source.whichCamera': 'Camera',
  'source.whichMicrophone': 'Microphone',
  'source.default': 'The usual one',
  'source.useCamera': 'Use the camera',
  'source.pattern': 'Drawn host',
  'source.patternLead': 'A test picture with a running clock and quiet music. Needs no camera.',
  'source.portrait': 'Portrait',
  'source.landscape': 'Landscape',
  'source.keep': 'Keep what I have',
  'source.notAllowed':
    'The browser was told not to share the camera. Allow it by the sign in the address bar, then choose again.',
  'source.notFound': 'No camera or microphone was found. Plug one in, or take the drawn host.',
  'source.inUse': 'Another program is using the camera. Close it there, then choose again.',
  'source.needsHttps':
    'Browsers give the camera to safe addresses only. Open {{address}} (the server prints the exact one), or take the drawn host.',
  'source.unsupported': 'This browser cannot draw a picture to send. Chrome, Edge, Safari and Firefox of today can.',
  'source.failed': 'The picture did not start. Choose it once more; if it stays so, reload the page.',

  'stats.fps': '{{n}} fps',
  'stats.layers_one': '{{count}} layer',
  'stats.layers_other': '{{count}} layers',
  'stats.lost': '{{n}} % lost',

  'end.question': 'End the show for everyone? {{watching}}, {{holds}}.',
  'end.watching_one': '{{count}} person is watching',
  'end.watching_other': '{{count}} people are watching',
  'end.unitsHeld_one': '{{count}} unit is held',
  'end.unitsHeld_other': '{{count}} units are held',
  'end.yes': 'End the show',
  'end.title': 'That was the show',
  'end.lead': 'Thank you. Products stay on sale in the shop.',
  'end.leadHolds_one': 'Thank you. {{count}} unit is still held and may yet be paid.',
  'end.leadHolds_other': 'Thank you. {{count}} units are still held and may yet be paid.',
  'end.stillHeld': 'units still held',
  'end.onAir': 'on air',
  'end.needsYou_one': '{{count}} order needs you. Look under Orders.',
  'end.needsYou_other': '{{count}} orders need you. Look under Orders.',

  'side.title': 'Comments, holds and orders',

  'tab.comments': 'Comments',
  'tab.holds': 'Holds',
  'tab.orders': 'Orders',

  'comments.none': 'Nobody has written yet. Say hello first.',
  'comments.reply': 'Reply to everyone…',
  'comments.send': 'Send',
  'comments.held': '{{n}} held',
  'comments.paid': '{{n}} paid',

  'holds.none': 'No holds yet. They appear here the moment someone taps.',

  'holdState.held': 'held',
  'holdState.paying': 'at the checkout',
  'holdState.paid': 'paid',
  'holdState.late_paid': 'paid late',
  'holdState.released': 'let go',
  'holdState.expired': 'ran out',
  'holdState.refunded': 'refunded or cancelled',

  'orders.none': 'No orders yet. They appear here as soon as the shop reports a payment.',

  'orderState.paid': 'paid',
  'orderState.late_paid': 'paid late',
  'orderState.second_payment': 'paid twice',
  'orderState.refunded': 'refunded',

  'matter.late_paid': 'Paid after the hold ran out.',
  'matter.late_paid.next': 'No unit was free. Refund it, or find one more.',
  'matter.second_payment': 'Paid twice for one hold.',
  'matter.second_payment.next': 'Refund the second payment.',
  'matter.amount_differs': 'The amount is not what was held.',
  'matter.amount_differs.next': 'Compare the order in the shop with the hold.',
  'matter.see': 'See orders',

  'phone.tabs': 'What lies over the picture',
  'phone.picture': 'Picture',
  'phone.pins': 'Pins',
  'phone.sale': 'Sale',
  'phone.side': 'People',

  ...buying,
  ...doctor,
  ...refunds,
  ...refused,
  ...offers,
  ...onAir,
  ...overlay,
  ...talk,
  ...productFile,
  ...shop,
  ...short,
  ...webhooks,
} as const

export type StudioKey = keyof typeof words
/** Chinese counts without a singular of its own. */
export type StudioWords = Readonly<Record<Exclude<StudioKey, `${string}_one`>, string>>
