// What staff set for sharers, what sharers do and see, and what staff see of them.
import type { ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { MySharing } from '@lantern/shared/features/commission/contract.ts'
import type { Command, Person, Ports as AllPorts } from '../../commands/command.ts'
import { endSharer, joinSharer } from '../../sharing/people.ts'
import { readSharingRules, setSharingRules } from '../../sharing/rules.ts'
import { payOut } from './money.ts'
import { listSharers, readMine } from './reads.ts'

interface Who {
  readonly viewerId: ViewerId
  readonly staffId: StaffId | null
}

const whoIs = (person: Person): Who => ({
  viewerId: person.viewerId,
  staffId: person.kind === 'staff' ? person.staffId : null,
})

type Ports = Pick<AllPorts, 'store' | 'links' | 'sharers'>

/** With the link to this show, which is made when it is first asked for. */
async function mineOf({ store, links, sharers }: Ports, who: Who, showId: ShowId): Promise<MySharing> {
  const { terms, me } = await store.run(readMine, { ...who, showId })
  if (me === null) return { terms, me: null }
  const { id: sharerId, keyNo, ...own } = me
  const page = await sharers.codeOf({ sharerId, keyNo })
  if (!terms.isOn || me.isOver) return { terms, me: { ...own, page, code: null } }
  return { terms, me: { ...own, page, code: own.code ?? (await links.own({ showId, sharerId })) } }
}

export const read: Command<'sharing:read'> = async ({ store }) => grant(await store.run(readSharingRules, null))

export const set: Command<'sharing:set'> = ({ store }, { person }, { version, rules }) =>
  store.run(setSharingRules, { version, rules, by: person.staffId })

/** Staff are known by name and wait for nobody. */
export const join: Command<'sharer:join'> = async (ports, { person, showId }, { name, consent, language }) => {
  const who = whoIs(person)
  const waitMs = person.kind === 'viewer' ? ports.joinPace.take(person) : null
  if (waitMs !== null) return refuse('TOO_MANY', { retryAfterMs: waitMs })
  const joined = await ports.store.run(joinSharer, { ...who, name, consent, ...(language && { language }) })
  return joined.ok ? grant(await mineOf(ports, who, showId)) : joined
}

export const mine: Command<'sharer:mine'> = async (ports, { person, showId }) =>
  grant(await mineOf(ports, whoIs(person), showId))

export const leave: Command<'sharer:leave'> = async (ports, { person, showId }) => {
  const who = whoIs(person)
  const { me } = await ports.store.run(readMine, { ...who, showId })
  if (me === null) return refuse('SHARER_NOT_FOUND')
  const ended = await ports.store.run(endSharer, { sharerId: me.id, by: null })
  return ended.ok ? grant(await mineOf(ports, who, showId)) : ended
}

export const list: Command<'sharers:list'> = async ({ store }) => grant({ sharers: await store.run(listSharers, null) })

export const end: Command<'sharer:end'> = async ({ store }, { person }, { id }) => {
  const ended = await store.run(endSharer, { sharerId: id, by: person.staffId })
  return ended.ok ? grant({ id, overAt: ended.value.over_at ?? ended.value.joined_at }) : ended
}

export const pay: Command<'sharer:pay'> = ({ store }, { person }, payout) =>
  store.run(payOut, { ...payout, by: person.staffId })
