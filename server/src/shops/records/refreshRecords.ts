// The port to what a refresh keeps: how the last reading went, and the changes that wait to be taken or left.
import type { ProductChange, RefreshProblem } from '@lantern/shared/contract/catalogue.ts'
import type { ImportedProduct, KnownProduct } from './importedShapes.ts'

/** One product in which something is another. */
export interface FoundChange {
  readonly key: string
  readonly productId: KnownProduct['id'] | null
  readonly title: string
  /** The first of them, and how many more there are. */
  readonly differences: ProductChange['differences']
  readonly more: number
  /** As it is taken over; null: the shop does not list it any more. */
  readonly read: ImportedProduct | null
  /** What was left is shown again once it is another. */
  readonly digest: string
}

/** `startedAt`: the database's clock when the shop was asked: what it says after that is newer. */
export interface Reading {
  readonly startedAt: number
  readonly shopCurrency: string | null
  readonly problem: RefreshProblem | null
}

export interface RefreshState extends Reading {
  /** When the shop said last that there is something new; null: never. */
  readonly newerAt: number | null
}

export type ChosenChange = Pick<FoundChange, 'key' | 'productId' | 'title' | 'read' | 'digest'>

/** How far taking over all has come, in products. */
export interface Taking {
  readonly done: number
  readonly total: number
}

export type Chosen = 'all' | readonly string[]

export interface ChangePage {
  readonly state: RefreshState | null
  /** When the shop said last that there is something new, also where it was never read; null: never. */
  readonly newerAt: number | null
  readonly currency: string | null
  readonly total: number
  /** Null: nothing is being taken over. */
  readonly taking: Taking | null
  readonly changes: readonly ProductChange[]
  readonly next: string | null
}

/** Every method is one transaction, durable when it resolves. */
export interface RefreshRecords {
  /** True for one process alone in each `everyMs`. Where something newer is told of, `hurryMs` is enough. */
  claimRefresh(pace: { readonly everyMs: number; readonly hurryMs: number }): Promise<number | null>
  /** The shop was read whole: this takes the place of the list of before. What was left and is the same stays left. */
  saveChanges(found: { readonly reading: Reading; readonly changes: readonly FoundChange[] }): Promise<void>
  /** It could not be read, or taken over: the list of before stays. */
  noteReading(reading: Reading): Promise<void>
  /** The shop says that there is something new. */
  markNewer(): Promise<void>
  /** Null: the shop was never read. */
  readReading(): Promise<RefreshState | null>
  /** In the shop's order. */
  readChanges(page: { readonly after: string | null; readonly limit: number }): Promise<ChangePage>
  /** Those of them that wait still. */
  chosenChanges(keys: readonly string[]): Promise<readonly ChosenChange[]>
  /** All that wait, in the shop's order, by what names this very change. */
  openChanges(): Promise<readonly Pick<FoundChange, 'key' | 'digest'>[]>
  /** Products that have these skus now. */
  holdersOf(skus: readonly string[]): Promise<readonly KnownProduct['id'][]>
  /** False: all are being taken over already, by this process or another. */
  beginTaking(total: number): Promise<boolean>
  /** Null: it is over. Who says nothing for a minute has stopped. */
  noteTaking(taking: Taking | null): Promise<void>
  /** They were taken over; one that has been found anew meanwhile stays. */
  closeChanges(taken: readonly Pick<FoundChange, 'key' | 'digest'>[]): Promise<void>
  leaveChanges(keys: Chosen): Promise<void>
}
