// What each refusal of the core says to a person, in English: what happened, then the next step.
import type { RefusalCode } from '../../contract/refusals.ts'
import type { FeatureKey } from '../../contract/words.ts'

/** Of the codes of no feature, or of one that does not say them itself. */
export type RefusalWords = Readonly<Record<Exclude<RefusalCode, FeatureKey<'refusals'>>, string>>

export const words: RefusalWords = {
  BAD_INPUT: 'That did not come through right. Reload the page and try once more.',
  NOT_ALLOWED: 'This is not open to you here.',
  NOT_JOINED: 'You are not in the room yet. One moment.',
  TOO_MANY: 'That was a lot at once. Take a breath and try again.',
  TRY_AGAIN: 'The network did not answer. Please try again.',
  CANNOT_STORE:
    'Our server cannot write anything down right now. This was not taken; what you hold stays. Try again in a minute.',
  INTERNAL: 'Something broke on our side. Please try again in a moment.',
  WRONG_LOGIN: 'Name or password is not right.',
  LOGIN_NEEDED: 'Please log in first.',
  SESSION_OVER: 'You were away for a while. Please log in again.',
  PAGE_TOO_OLD: 'This page is older than the shop. Please reload it.',
  OTHER_PHONE: 'This page belongs to another phone. Ask the shop to let this one in.',
  PASS_WRONG: 'These digits are not right, or not good any more.',
  HANDOFF_INVALID: 'The way to the shop is not valid any more. Hold it again.',
  ENDPOINT_NOT_FOUND: 'This shop connection is not known here.',
  BAD_SIGNATURE: 'This message is not signed by the shop.',
  URL_NOT_ALLOWED:
    'This address is not on the public internet. Whoever runs the server can allow its host by WEBHOOK_ALLOWED_HOSTS.',
  SHOP_UNREACHABLE: 'The shop does not answer right now. Your hold stays; try again in a moment.',
  SHOP_REFUSED: 'The shop could not open its checkout. The staff can see it; try again in a moment.',
  SHOP_CANNOT: 'This kind of shop cannot do that.',
  PRICE_DIFFERS:
    'The shop asks for another price than the one that was held. Nothing is paid, and it stays held: try again in a moment, or let it go. The staff can see it.',
  BASKET_CHANGED:
    'One of these is no longer reserved for you, or has been paid. Look at what is left, and check out again.',
  NOT_TOGETHER: 'This shop takes one order at a time. Check out each of them by itself.',
  FILE_REFUSED: 'The file cannot be imported as it is. Mend the lines below and choose it again.',
  CURRENCY_CHANGED: 'The currency is another one here. Staff have to look at it first.',
  VALUE_REFUSED: 'One of the values is not as it should be. Look at the field and enter it again.',
  SET_BY_ENVIRONMENT: 'A setting of the server fixes this. Whoever runs the server can take it out there.',
  TRIP_NOT_PASSED: 'Not every step of the test has passed yet. The shop in use keeps selling.',
  SECRETS_KEY_MISSING:
    'The file with the key of the kept secrets is not there. Nothing is lost: put it back from the backup of the data folder.',
  SECRETS_KEY_WRONG:
    'The kept secrets were written with another key. Nothing is lost: give the server the key that it had then.',
}
