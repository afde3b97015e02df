// Sharing in a show: off, on, set by two at once, sharers who stop and are ended, and payouts of what nobody has earned.
import { DEFAULT_RULES } from '@lantern/shared/contract/sharing.ts'
import type { CrowdParts } from './crowdStory.ts'

export async function tellOfSharing({
  owner,
  viewers,
  onReply,
}: Pick<CrowdParts, 'owner' | 'viewers' | 'onReply'>): Promise<void> {
  const say = async (who: (typeof viewers)[number] | undefined, name: string, input: unknown) => {
    const reply = await who?.send(name, input)
    onReply(name, input, reply)
    return Object(Object(reply)['value'])
  }
  const [viewer] = viewers
  const joining = { name: 'Willow', consent: '2' }
  const { version } = await say(owner, 'sharing:read', {})
  await say(owner, 'sharing:set', { version, rules: { ...DEFAULT_RULES, isOn: false, freezeDays: 3 } })
  await say(viewer, 'sharer:join', joining)
  await say(viewer, 'sharer:leave', {})
  await say(owner, 'sharing:set', { version, rules: { ...DEFAULT_RULES, isOn: true } })
  const now = await say(owner, 'sharing:read', {})
  await say(owner, 'sharing:set', { version: now.version, rules: { ...DEFAULT_RULES, isOn: true } })
  await say(viewer, 'sharer:join', joining)
  await say(viewer, 'sharer:mine', {})
  const { sharers } = await say(owner, 'sharers:list', {})
  const payout = { payoutId: 'payout-number-1', currency: 'EUR', amountMinor: 1 }
  await say(owner, 'sharer:pay', { ...payout, id: sharers?.[0]?.id })
  await say(owner, 'sharer:pay', { ...payout, id: 'nobody-at-all' })
  await say(owner, 'sharer:end', { id: 'nobody-at-all' })
  await say(owner, 'sharer:end', { id: sharers?.[0]?.id })
  await say(viewer, 'sharer:join', joining)
  await say(viewer, 'sharer:leave', {})
}
