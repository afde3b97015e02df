// What a shop can do in words, and which ways of selling follow from it.
import { type KindConnection, SHOP_ABILITIES } from '@lantern/shared/contract/connections.ts'
import type { Say } from '../../../words.ts'
import type { AbilityView } from './view.ts'

type Can = NonNullable<KindConnection['can']>

export function abilityViews(can: Can, say: Say): readonly AbilityView[] {
  return SHOP_ABILITIES.map((name) => {
    const answer = can[name]
    return { name, label: say(`can.${name}`), said: say(`can.${name}.${answer}`), answer }
  })
}

/** Without a price below the shop's own only that is sold. */
export const worksOf = (can: Can, say: Say): string =>
  say(can.price_below === 'yes' ? 'can.works.live' : 'can.works.own')
