// Ring-fenced stock: while a show is live its units are set apart at the shop, but for those whose buyers are paying.
import type { VariantId } from '@lantern/shared/contract/ids.ts'
import type { Log } from '../../ops/log.ts'
import type { MirroredOffer, ShopRecords, ShopStock } from '../records/shopRecords.ts'
import type { Checkout, HandedHold } from '../checkout.ts'
import { createGroup } from '../../kit/group.ts'
import { createLoop } from '../../kit/loop.ts'
import { sideBySide } from '../../kit/sideBySide.ts'

export interface FenceNeeds {
  readonly records: Pick<ShopRecords, 'fencedOffers' | 'readStock' | 'saveStock'>
  readonly checkout: Pick<Checkout, 'answers' | 'setFence'>
  readonly log: Log
}

type Set = Awaited<ReturnType<Checkout['setFence']>>
export type FenceRefusal = Extract<Set, { readonly ok: false }>

export interface Fences {
  /** Whether the shop in use sets units apart. */
  isOn(): boolean
  /**
   * Lets go, at the shop, of what buyers need who are paying now. `isSure`: by what is on record; else the shop is told in any
   * case. Never throws. What the shop says no with comes back: the checkout it then refuses has another reason to say.
   */
  makeWay(hold: HandedHold, isSure: boolean): Promise<FenceRefusal | null>
  /** There is something to set apart or to give back. */
  nudge(): void
  close(): Promise<void>
}

interface Wanted {
  readonly variantId: VariantId
  readonly sku: string
  readonly externalId: string | null
  readonly units: number
}

/** A buyer at the checkout needs the units there; once they are paid they are the shop's to send. */
export function wantedFences(offers: readonly MirroredOffer[]): readonly Wanted[] {
  const byVariant = Map.groupBy(offers, ({ variantId }) => variantId)
  return [...byVariant.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const units = own.reduce((sum, { allotted, paid, paying }) => sum + Math.max(0, allotted - paid - paying), 0)
    return [{ variantId: first.variantId, sku: first.sku, externalId: first.externalId, units }]
  })
}

const EVERY_MS = 5000
/** Units of shows that are over hurry nobody: a shop that has said no is asked again after a minute. */
const TURNS_OF_PEACE = 12
const TOGETHER = 200
/** Requests to the shop about as many variants at a time: a show of many sizes is set apart before its first buyer comes. */
const SIDE_BY_SIDE = 6
/** On record while the shop is being told: after a crash, or an answer that did not come, nobody knows how many it has. */
const UNSURE = -1

/** Tells the shop of one variant, and keeps on record what it has then. */
function createSetter({ records, checkout, log }: FenceNeeds) {
  /** What it said no to last, by SKU: asked every few seconds it says the same, and the log has it once. */
  const refused = new Map<string, { readonly why: string; readonly outcome: FenceRefusal }>()

  function note({ sku, units }: Wanted, outcome: Set): void {
    if (outcome.ok) return void refused.delete(sku)
    const why = `${units} ${JSON.stringify(outcome.detail)}`
    if (refused.get(sku)?.why === why) return
    refused.set(sku, { why, outcome })
    log.warn({ sku, units, detail: outcome.detail }, 'the shop does not set the units of a show apart')
  }

  /** Answers whether the shop has done it. */
  const set = async (wanted: Wanted, kept: number): Promise<boolean> => {
    const { variantId, sku, externalId, units } = wanted
    await records.saveStock({ variantId, available: UNSURE, short: 0 })
    const outcome = await checkout.setFence({ sku, externalId, units })
    if (!outcome.ok && outcome.code === 'SHOP_UNREACHABLE') throw new Error(`${sku}: the shop does not answer`)
    note(wanted, outcome)
    // A shop that says no keeps apart what it has: that is still to be given back.
    const available = outcome.ok ? units : kept
    await records.saveStock({ variantId, available, short: Math.max(0, units - Math.max(0, available)) })
    return outcome.ok
  }
  return { set, refusalOf: (sku: string) => refused.get(sku)?.outcome ?? null }
}

interface Ask {
  readonly sku: string
  readonly isSure: boolean
}

async function readPlan(records: FenceNeeds['records']) {
  const wanted = wantedFences(await records.fencedOffers())
  const kept = new Map((await records.readStock()).map((row) => [row.variantId, row]))
  return { wanted, kept }
}

function createKeeper(needs: FenceNeeds) {
  const { set, refusalOf } = createSetter(needs)
  const askAgain = new Map<VariantId, number>()
  /** Told for a buyer just now: another process may have told the shop another number at the same moment. */
  const toProve = new Set<string>()
  /** Until then the shop is told whatever is on record: the settings may name another place, or somebody had a hand in it. */
  let isProven = false
  let turns = 0

  async function settle(one: Wanted, row: ShopStock | undefined, isSure: boolean): Promise<void> {
    const isAsWanted = row?.available === one.units && row.short === 0
    // What a shop that says no has kept is then known from a record that is believed, or not at all.
    const kept = row === undefined || isSure ? (row?.available ?? 0) : UNSURE
    if (!isAsWanted || !isSure) await set(one, kept)
  }

  async function giveBack({ variantId, sku, externalId, available }: ShopStock): Promise<void> {
    if (turns < (askAgain.get(variantId) ?? 0)) return
    const isBack = await set({ variantId, sku, externalId, units: 0 }, available)
    if (isBack) askAgain.delete(variantId)
    else askAgain.set(variantId, turns + TURNS_OF_PEACE)
  }

  return {
    refusalOf,
    /** Everyone in it is paying by now, on record: one number for each variant serves them all. */
    async serve(asks: readonly Ask[]): Promise<void> {
      const { wanted, kept } = await readPlan(needs.records)
      const unsure = new Set(asks.filter(({ isSure }) => !isSure).map(({ sku }) => sku))
      const skus = new Set(asks.map(({ sku }) => sku))
      const mine = wanted.filter(({ sku }) => skus.has(sku))
      for (const { sku } of mine) toProve.add(sku)
      await sideBySide(mine, SIDE_BY_SIDE, (one) => settle(one, kept.get(one.variantId), !unsure.has(one.sku)))
    },
    async sweep(): Promise<void> {
      turns += 1
      const { wanted, kept } = await readPlan(needs.records)
      const proving = new Set(toProve)
      const isSure = ({ sku }: Wanted) => isProven && !proving.has(sku)
      await sideBySide(wanted, SIDE_BY_SIDE, (one) => settle(one, kept.get(one.variantId), isSure(one)))
      for (const sku of proving) toProve.delete(sku)
      isProven = true
      const stillWanted = new Set(wanted.map(({ variantId }) => variantId))
      const over = [...kept.values()].filter(
        ({ variantId, available }) => available !== 0 && !stillWanted.has(variantId),
      )
      await sideBySide(over, SIDE_BY_SIDE, giveBack)
    },
  }
}

/** What is set is on record, so that another process can give it back. Idle while the shop cannot set units apart. */
export function startFences(needs: FenceNeeds): Fences {
  const { checkout, log } = needs
  const isOn = () => checkout.answers.stock === 'ring_fenced'
  const keeper = createKeeper(needs)
  // One after another, so that no older number reaches the shop after a newer one.
  const group = createGroup<Ask | 'all', null>(TOGETHER, async (asks) => {
    const buyers = asks.filter((ask) => ask !== 'all')
    if (buyers.length > 0) await keeper.serve(buyers)
    if (buyers.length < asks.length) await keeper.sweep()
    return asks.map(() => null)
  })
  const onError = (err: unknown) => log.warn({ err }, 'units not set apart; trying again')
  const loop = createLoop({ everyMs: EVERY_MS, turn: async () => isOn() && (await group.add('all')) !== null, onError })
  return {
    isOn,
    nudge: loop.nudge,
    close: loop.close,
    async makeWay({ items }, isSure) {
      if (!isOn()) return null
      await Promise.all(items.map(({ sku }) => group.add({ sku, isSure }))).catch(onError)
      return items.map(({ sku }) => keeper.refusalOf(sku)).find((refusal) => refusal !== null) ?? null
    },
  }
}
