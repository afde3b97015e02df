// The steps of the core's own tables; the numbers 11 and 12 were never used.
import { first } from './001_first.ts'
import { wholeHoldLife } from './002_wholeHoldLife.ts'
import { overlay } from './003_overlay.ts'
import { relayAndInbox } from './004_relayAndInbox.ts'
import { catalogueAndShop } from './005_catalogueAndShop.ts'
import { talk } from './006_talk.ts'
import { commentBuying } from './007_commentBuying.ts'
import { refunds } from './008_refunds.ts'
import { refundsInParts } from './009_refundsInParts.ts'
import { oneRowAHold } from './010_oneRowAHold.ts'
import { guesses } from './013_guesses.ts'
import { whatIsLeft } from './014_whatIsLeft.ts'
import { earlyFacts } from './015_earlyFacts.ts'
import { crowds } from './016_crowds.ts'
import { hostPicture } from './017_hostPicture.ts'
import { authorised } from './018_authorised.ts'
import { uncounted } from './019_uncounted.ts'
import { refusedEvents } from './020_refusedEvents.ts'
import { isoMinorUnits } from './021_isoMinorUnits.ts'
import { shopPages } from './022_shopPages.ts'
import { whoSendsAndWhoFailed } from './023_whoSendsAndWhoFailed.ts'
import { addressBudgets } from './024_addressBudgets.ts'
import { adjustments } from './025_adjustments.ts'
import { streams } from './026_streams.ts'
import { activities } from './027_activities.ts'
import { refundsOfAPart } from './028_refundsOfAPart.ts'
import { revokedViewers } from './030_revokedViewers.ts'
import { shopConnections } from './032_shopConnections.ts'
import { repeats } from './033_repeats.ts'
import { productDetails } from './034_productDetails.ts'
import { catalogueChanges } from './035_catalogueChanges.ts'
import { withdrawnOffers } from './036_withdrawnOffers.ts'
import { shopCurrency } from './037_shopCurrency.ts'
import { conditions } from './038_conditions.ts'
import { rewards } from './039_rewards.ts'
import { seals } from './040_seals.ts'
import { openedPrices } from './043_openedPrices.ts'
import { ownWords } from './046_ownWords.ts'
import { waitingActivities } from './047_waitingActivities.ts'
import { answersByVersion } from './048_answersByVersion.ts'
import { sharing } from './050_sharing.ts'
import { holdsOfLink } from './057_holdsOfLink.ts'
import { couponsOfHolds } from './058_couponsOfHolds.ts'
import { sharersLinks } from './059_sharersLinks.ts'
import { groupsOfHolds } from './060_groupsOfHolds.ts'
import { redemptions } from './063_redemptions.ts'
import { known } from './064_known.ts'
import { swept } from './064_swept.ts'
import { sharedStocks } from './065_sharedStocks.ts'
import type { Migrations } from './migration.ts'

export const CORE: Migrations = {
  '001-first': first,
  '002-whole-hold-life': wholeHoldLife,
  '003-overlay': overlay,
  '004-relay-and-inbox': relayAndInbox,
  '005-catalogue-and-shop': catalogueAndShop,
  '006-talk': talk,
  '007-comment-buying': commentBuying,
  '008-refunds': refunds,
  '009-refunds-in-parts': refundsInParts,
  '010-one-row-a-hold': oneRowAHold,
  '013-guesses': guesses,
  '014-what-is-left': whatIsLeft,
  '015-early-facts': earlyFacts,
  '016-crowds': crowds,
  '017-host-picture': hostPicture,
  '018-authorised': authorised,
  '019-uncounted': uncounted,
  '020-refused-events': refusedEvents,
  '021-iso-minor-units': isoMinorUnits,
  '022-shop-pages': shopPages,
  '023-who-sends-and-who-failed': whoSendsAndWhoFailed,
  '024-address-budgets': addressBudgets,
  '025-adjustments': adjustments,
  '026-streams': streams,
  '027-activities': activities,
  '028-refunds-of-a-part': refundsOfAPart,
  '030-revoked-viewers': revokedViewers,
  '032-shop-connections': shopConnections,
  '033-repeats': repeats,
  '034-product-details': productDetails,
  '035-catalogue-changes': catalogueChanges,
  '036-withdrawn-offers': withdrawnOffers,
  '037-shop-currency': shopCurrency,
  '038-conditions': conditions,
  '039-rewards': rewards,
  '040-seals': seals,
  '043-opened-prices': openedPrices,
  '046-own-words': ownWords,
  '047-waiting-activities': waitingActivities,
  '048-answers-by-version': answersByVersion,
  '050-sharing': sharing,
  '057-holds-of-link': holdsOfLink,
  '058-coupons-of-holds': couponsOfHolds,
  '059-sharers-links': sharersLinks,
  '060-groups-of-holds': groupsOfHolds,
  '063-redemptions': redemptions,
  '064-known': known,
  '064-swept': swept,
  '065-shared-stocks': sharedStocks,
}
