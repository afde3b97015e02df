// The counter as the rest of the server uses it: codes are made and read here, the ledger redeems.
import type { CounterRules, CounterThing, Looked, LookAt, StaffRedemption } from '@lantern/shared/contract/counter.ts'
import type { StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { makeKey } from '../../identity/tokens.ts'
import { makeCode, readCode } from './code.ts'
import { findCode, type Found, makeOwnCode, type OwnCode, readOwnCode } from './codes.ts'
import { type Day, type Listed, listRedemptions, toRedemptionsCsv } from './list.ts'
import { findRedemption, lookAt } from './look.ts'
import { findRules, setRules } from './rules.ts'

export interface CounterBook {
  rules(): Promise<CounterRules>
  setRules(rules: CounterRules, staffId: StaffId): Promise<CounterRules>
  /** Of a viewer's own coupon or order; a code where it can be redeemed. */
  show(viewerId: ViewerId, thing: CounterThing): Promise<Outcome<OwnCode>>
  /** What a code stands for. `id`: of whoever redeems it. */
  find(asked: LookAt & { readonly id?: string }): Promise<Outcome<Found>>
  look(found: Found): Promise<Outcome<Looked>>
  /** Null: nothing was redeemed under this id. */
  redemption(id: string): Promise<StaffRedemption | null>
  list(day: Day): Promise<Listed[]>
  /** As csv. */
  file(day: Day): Promise<string>
}

export function createCounterBook({ store }: Pick<ServiceNeeds, 'store'>): CounterBook {
  let known: Promise<string> | undefined
  const key = () => (known ??= store.secret('counter-key', makeKey))
  return {
    rules: () => store.run(findRules, null),
    setRules: (rules, staffId) => store.run(setRules, { rules, staffId }),
    async show(viewerId, thing) {
      const own = await store.run(readOwnCode, { viewerId, thing })
      if (!own.ok || own.value.is !== 'code' || own.value.code !== null) return own
      const code = makeCode(await key())
      return grant({ is: 'code', code, until: await store.run(makeOwnCode, { viewerId, thing, code }) })
    },
    async find({ code: typed, showId, id = null }) {
      const code = readCode(await key(), typed)
      return code.ok ? store.run(findCode, { code: code.value, showId, id }) : code
    },
    async look(found) {
      const looked = await store.run(lookAt, found)
      return looked === null ? refuse('COUNTER_CODE_OLD') : grant(looked)
    },
    redemption: (id) => store.run(findRedemption, { id }),
    list: (day) => store.run(listRedemptions, day),
    file: async (day) => toRedemptionsCsv(await store.run(listRedemptions, day)),
  }
}
