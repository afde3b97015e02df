// What a kind of activity says of itself: pure rules about what is set, entered and comes of it.
import type { ActivityId, ProductId } from '@lantern/shared/contract/ids.ts'
import type { GrantedLine, Hold } from '@lantern/shared/contract/things.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { NewReward } from '@lantern/shared/rewards/reward.ts'
import type * as z from 'zod'
import type { KindRefusal } from './activities.ts'

export interface Entering<Config, Entry> {
  readonly config: Config
  /** What comes, read by the kind's schema. */
  readonly entry: Entry
  /** What this viewer has entered before; null: nothing. */
  readonly before: Entry | null
  /** In the order of entering, from 1: the one that it has, or would have. */
  readonly no: number
  /** The activity's own; null: its kind is not sealed. */
  readonly seed: string | null
}

export interface Closing<Config> {
  readonly config: Config
  /** How many have entered. */
  readonly entries: number
  /** By key; a key that nobody's entry has may be missing. */
  readonly tallies: Readonly<Record<string, number>>
  /** The ledger's clock. */
  readonly now: number
}

export interface Draws {
  readonly winners: number
  readonly claimMs: number
}

export interface Rewarding<Config> {
  readonly config: Config
  /** Of the entry, in the order of entering, from 1. */
  readonly no: number
  /** The activity's own seed; null: its kind is not sealed. */
  readonly seed: string | null
  /** The ledger's clock. */
  readonly now: number
}

/** What of a hold matters to a kind that counts payments. */
export interface PaidLine {
  readonly productId: ProductId
  readonly quantity: number
}

export interface Paying<Config> {
  readonly config: Config
  readonly hold: Pick<Hold, 'currency' | 'totalMinor'> & { readonly lines: readonly GrantedLine[] }
  readonly now: number
}

export interface Counting<Config> {
  readonly config: Config
  readonly lines: readonly PaidLine[]
}

export interface Standing<Config> {
  readonly config: Config
  /** How many have entered. */
  readonly entries: number
}

export type NotCarried = 'PRICE_NOT_CARRIED' | 'COUPON_NOT_CARRIED'

/** What a unit of a product costs at most, whatever its variant. */
export interface OpenedPrice {
  readonly productId: ProductId
  readonly unitPriceMinor: number
}

export interface KindRules<Config, Entry, Result> {
  /** The name of the feature. */
  readonly kind: string
  readonly config: z.ZodType<Config>
  /** Ids and figures alone: what was entered stays when the viewer is erased, so that the counts stay right; but see `freeText`. */
  readonly entry: z.ZodType<Entry>
  /**
   * What is entered is the viewer's own words: kept apart with the name they had then, told by no fact of the log, and gone with
   * the viewer. Nothing is counted by it.
   */
  readonly freeText?: true
  readonly result: z.ZodType<Result>
  /** Of all that enter only so many may; null: everyone. */
  places(config: Config): number | null
  /** What is taken down; also whether a former entry may be changed. Asked only while the activity is open. */
  decideEntry(entering: Entering<Config, Entry>): Outcome<Entry, KindRefusal>
  /** The keys for which an entry counts, each once. */
  keysOf(entry: Entry, config: Config): readonly string[]
  /**
   * `seed`: a random seed is promised at its making and published when it is over. `beacon`: winners are drawn with it and a
   * public random number that comes after the close; such an activity has a length, and `settle` is not asked.
   */
  readonly sealed?: 'seed' | 'beacon'
  /** Of 'beacon': how many are drawn, and how long each has to claim what they won. */
  draws?(config: Config): Draws
  /** What comes of it, once it is closed; null: not yet, asked again a moment later. */
  settle(closing: Closing<Config>): Result | null
  /** A product of the show that is pinned in front when it is settled; null: none. */
  pins?(result: Result): ProductId | null
  /** Why a shop that cannot be told a price below its own keeps it from being shown; left out: it does not. */
  readonly notCarried?: NotCarried
  /** It gives nothing that is good from then on: it cannot be shown any more; null: it can at any time. */
  goodUntil?(config: Config): number | null
  /** Why it cannot be shown while another of its kind is, in the same show; null: it can. */
  refusesBeside?(config: Config, other: Config): 'STEP_PRICE_RUNNING' | null
  /** What whoever enters is granted at once; null: nothing. */
  rewardFor?(rewarding: Rewarding<Config>): NewReward | null
  /** How many of its kind one person may enter within thirty days, over all shows; null: any number. */
  wonAtMost?(config: Config): number | null
  /** What whoever pays in the show while it is open is granted, once for each order; null: nothing. Its places are those grants'. */
  rewardWhenPaid?(paying: Paying<Config>): NewReward | null
  /** What a viewer enters by paying a hold with these lines while it is open, each once; null: nothing. A refund takes it from nobody. */
  entersWhenPaid?(paying: Counting<Config>): Entry | null
  /**
   * The prices that are open with so many entries; more entries never make one dearer. Holds that live get them at once; whoever
   * has paid more gets the difference back when it is over.
   */
  pricesFor?(standing: Standing<Config>): readonly OpenedPrice[]
}

/** The same for whoever knows neither its config nor its entries: what does not read as the kind says is thrown. */
export interface ActivityKind {
  readonly kind: string
  /** As it is kept. */
  readConfig(config: unknown): unknown
  places(config: unknown): number | null
  decideEntry(entering: Entering<unknown, unknown>): Outcome<unknown, KindRefusal>
  keysOf(entry: unknown, config: unknown): readonly string[]
  readonly freeText: boolean
  readonly sealed: 'seed' | 'beacon' | null
  /** Null: nobody is drawn. */
  draws(config: unknown): Draws | null
  settle(closing: Closing<unknown>): unknown
  pins(result: unknown): ProductId | null
  readonly notCarried: NotCarried | null
  /** Null: at any time. */
  goodUntil(config: unknown): number | null
  refusesBeside(config: unknown, other: unknown): 'STEP_PRICE_RUNNING' | null
  /** It gives something away: staff and their devices are kept out. */
  readonly gives: boolean
  /** It grants for payments. */
  readonly thanks: boolean
  rewardFor(rewarding: Rewarding<unknown>): NewReward | null
  /** Null: any number. */
  wonAtMost(config: unknown): number | null
  rewardWhenPaid(paying: Paying<unknown>): NewReward | null
  /** Whether it may open prices. */
  readonly givesPrices: boolean
  entersWhenPaid(paying: Counting<unknown>): unknown
  pricesFor(standing: Standing<unknown>): readonly OpenedPrice[]
}

export function activityKind<Config, Entry, Result>(rules: KindRules<Config, Entry, Result>): ActivityKind {
  const { config: ofConfig, entry: ofEntry, result: ofResult } = rules
  return {
    kind: rules.kind,
    readConfig: (config) => ofConfig.parse(config),
    places: (config) => rules.places(ofConfig.parse(config)),
    decideEntry({ config, entry: given, before, ...place }) {
      const entry = ofEntry.safeParse(given)
      if (!entry.success) return refuse('BAD_INPUT')
      const known = before === null ? null : ofEntry.parse(before)
      return rules.decideEntry({ config: ofConfig.parse(config), entry: entry.data, before: known, ...place })
    },
    keysOf: (entry, config) => [...new Set(rules.keysOf(ofEntry.parse(entry), ofConfig.parse(config)))],
    freeText: rules.freeText ?? false,
    sealed: rules.sealed ?? null,
    draws: (config) => rules.draws?.(ofConfig.parse(config)) ?? null,
    settle: (closing) => {
      const result = rules.settle({ ...closing, config: ofConfig.parse(closing.config) })
      return result === null ? null : ofResult.parse(result)
    },
    pins: (result) => rules.pins?.(ofResult.parse(result)) ?? null,
    notCarried: rules.notCarried ?? null,
    goodUntil: (config) => rules.goodUntil?.(ofConfig.parse(config)) ?? null,
    refusesBeside: (config, other) => rules.refusesBeside?.(ofConfig.parse(config), ofConfig.parse(other)) ?? null,
    gives: Boolean(rules.sealed ?? rules.rewardFor ?? rules.rewardWhenPaid),
    thanks: rules.rewardWhenPaid !== undefined,
    rewardFor: (rewarding) => rules.rewardFor?.({ ...rewarding, config: ofConfig.parse(rewarding.config) }) ?? null,
    wonAtMost: (config) => rules.wonAtMost?.(ofConfig.parse(config)) ?? null,
    rewardWhenPaid: (paying) => rules.rewardWhenPaid?.({ ...paying, config: ofConfig.parse(paying.config) }) ?? null,
    givesPrices: rules.pricesFor !== undefined,
    entersWhenPaid: ({ config, lines }) => rules.entersWhenPaid?.({ config: ofConfig.parse(config), lines }) ?? null,
    pricesFor: ({ config, entries }) => rules.pricesFor?.({ config: ofConfig.parse(config), entries }) ?? [],
  }
}

/** An activity whose kind throws where it should say what came of it. */
export interface BrokenRules {
  readonly activityId: ActivityId
  readonly kind: string
  readonly why: string
}

/** By name. Throws where two have one. */
export type Kinds = ReadonlyMap<string, ActivityKind>

export function kindsOf(all: readonly ActivityKind[]): Kinds {
  const kinds = new Map(all.map((one) => [one.kind, one]))
  if (kinds.size < all.length) throw new Error('two kinds of activities have one name')
  return kinds
}
