// For tests: a shop whose sharers have links, the log followed by hand, and what the ledger has for whom.
import {
  type CommissionRates,
  DEFAULT_RULES,
  type SharerId,
  type SharingRules,
} from '@lantern/shared/contract/sharing.ts'
import { HoldId, type OfferId, type StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type LinkCode, LinkId } from '@lantern/shared/features/links/contract.ts'
import { SUBSCRIBED, SUBSCRIPTIONS } from '../app/jobs/subscribed.ts'
import { runRebuild } from '../events/runRebuild.ts'
import type { ShopFact } from '../ledger/ledger.ts'
import { aHold, paid, SHOW, STAFF, type TestShop } from '../ledger/proofs/testShop.ts'
import { readSharingRules, setSharingRules } from '../sharing/rules.ts'
import { joinSharer } from '../sharing/people.ts'
import { addOpens, type Opened } from '../features/links/addOpens.ts'
import { makeCode } from '../features/links/code.ts'
import { makeLink, makeOwnLink, voidLink } from '../features/links/jobs.ts'
import { makeNamedLink, voidNamedLink } from '../features/links/sharersLinks.ts'
import { checkCommission } from '../features/commission/check.ts'
import { readOrderRows } from '../features/commission/reads.ts'
import { COMMISSION } from '../features/commission/subscription.ts'

export const RATES: CommissionRates = {
  own: { kind: 'percent', hundredths: 800 },
  upper: { kind: 'percent', hundredths: 200 },
}

const KEY = 'a key of the shop'

const namedLinks = (current: () => TestShop) => ({
  /** For a group, as the sharer calls it. */
  nameLink: (sharerId: SharerId, id: string) =>
    current().store.change(makeNamedLink, {
      ...{ sharerId, id, showId: SHOW, code: makeCode(KEY) },
      named: { name: id, messenger: 'line' },
    }),
  endNamedLink: (sharerId: SharerId, code: LinkCode) => current().store.change(voidNamedLink, { sharerId, code }),
})

export function createCommissionShop(current: () => TestShop) {
  const run: TestShop['database']['run'] = (job, input) => current().database.run(job, input)
  const value = <Value>(outcome: { ok: true; value: Value } | { ok: false; code: string }): Value => {
    if (!outcome.ok) throw new Error(outcome.code)
    return outcome.value
  }
  let links = 0
  return {
    run,
    async rules(more: Partial<SharingRules> = {}) {
      const { version, rules } = await run(readSharingRules, null)
      const before = version === 0 ? { ...DEFAULT_RULES, isOn: true, rates: RATES } : rules
      return value(await run(setSharingRules, { version, rules: { ...before, ...more }, by: STAFF }))
    },
    async join(name: string, staffId: StaffId | null = null) {
      const viewerId = ViewerId.parse(`v-${name}`)
      return value(await run(joinSharer, { viewerId, staffId, name, consent: '2' })).id
    },
    async link(sharerId?: SharerId) {
      links += 1
      const made = { showId: SHOW, id: LinkId.parse(`link-no-${links}`), code: makeCode(KEY), name: 'Group' }
      const { store } = current()
      if (sharerId === undefined)
        return value(await store.change(makeLink, { ...made, groupId: null, staffId: STAFF })).code
      return value(await store.change(makeOwnLink, { showId: SHOW, sharerId, code: made.code }))
    },
    ...namedLinks(current),
    /** Staff void the sharer’s own link. */
    voidOf: (sharerId: SharerId) =>
      current().store.change(voidLink, { showId: SHOW, id: LinkId.parse(`of-${sharerId}`), staffId: STAFF }),
    click: (name: string, code: LinkCode) =>
      run(addOpens, { opened: [{ code, showId: SHOW, viewerId: ViewerId.parse(`v-${name}`) }] }),
    open: (opened: readonly Opened[]) => run(addOpens, { opened }),
    async hold(id: string, name: string, more: { readonly via?: string; readonly lines?: [OfferId, number][] } = {}) {
      const { ledger, offers } = current()
      const placed = aHold(id, `v-${name}`, more.lines ?? [[offers.cup, 1]])
      value(await ledger.place({ ...placed, via: more.via ?? null }))
    },
    async follow(limit = 1000) {
      while ((await run(SUBSCRIPTIONS.take, { name: COMMISSION.name, limit })).facts === limit);
    },
    prove: () => run(checkCommission, null),
    async rebuild() {
      const said: string[] = []
      const print = (line: string) => void said.push(line)
      const needs = { database: current().database, subscriptions: SUBSCRIBED, jobs: SUBSCRIPTIONS, print }
      return runRebuild(COMMISSION.name, needs)
    },
  }
}

export type Shop = () => { readonly shop: TestShop }

/** The same for a contract, with what an order's rows say in short. */
export const shopOf = (current: Shop) => {
  const shop = createCommissionShop(() => current().shop)
  const rows = async (id: string) =>
    (await shop.run(readOrderRows, { holdId: HoldId.parse(id) })).map(
      ({ level, why, amount_minor }) => `${level} ${why} ${amount_minor}`,
    )
  const report = (fact: ShopFact) => current().shop.ledger.report(fact)
  /** Paid and followed. */
  const pay = async (id: string, amountMinor = 2000) => {
    await report(paid(id, `order-${id}`, { amountMinor }))
    await shop.follow()
  }
  return { ...shop, rows, report, pay }
}
