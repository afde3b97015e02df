// Who is credited with a hold that is being granted.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Credit } from '@lantern/shared/contract/sharing.ts'
import { attribute, type Bond, type Click, type Sharer } from '../../domain/sharing/attribute.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import type { WorkingSet } from '../workingSet.ts'

interface Buyer {
  readonly viewerId: ViewerId
  readonly via: string | null
}

/** Credited, and bought: it binds its buyer. */
export function isSharersOrder({ credit, state }: Pick<HoldRecord, 'credit' | 'state'>): boolean {
  return credit !== null && state === 'paid'
}

export function creditOf(set: WorkingSet, { viewerId, via }: Buyer): Credit | null {
  const { rules, sharers } = set.sharing
  if (rules === null) return null
  const bonds = set.holdsOf(viewerId).filter(isSharersOrder).flatMap(toBond)
  const known = [...sharers.values()].map((row): Sharer => ({
    id: row.id,
    upperId: row.upper_id,
    isOver: row.over_at !== null,
    isBuyer: row.viewer_id === viewerId,
  }))
  const clicks = clicksOf(set, { viewerId, via })
  const buyer = { now: set.now, clicks, bonds, sharers: new Map(known.map((sharer) => [sharer.id, sharer])) }
  const found = attribute(buyer, rules.rules)
  return found && { ...found, rules: rules.version }
}

function toBond({ credit, grantedAt }: HoldRecord): Bond[] {
  return credit === null ? [] : [{ sharerId: credit.sharerId, link: credit.link, at: grantedAt }]
}

/** Opens are stored a moment after they happen: whoever is that fast has come by the link now. */
function clicksOf({ sharing, now }: WorkingSet, { viewerId, via }: Buyer): readonly Click[] {
  const stored = sharing.clicks.get(viewerId) ?? []
  const sharerId = via === null ? undefined : sharing.links.get(via)
  if (via === null || sharerId === undefined || stored.some(({ link }) => link === via)) return stored
  return [...stored, { sharerId, link: via, firstAt: now, lastAt: now }]
}
