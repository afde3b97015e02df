// What the phone keeps of a leader's page, in its own database: what was loaded, hand-overs to send, and ticks.
import type { LeaderState } from '@lantern/shared/contract/leaderPage.ts'
import { get, set, update } from 'idb-keyval'
import type { Waiting } from './parcels.ts'

export interface Loaded {
  readonly state: LeaderState
  /** By the phone's clock. */
  readonly at: number
}

export interface Kept {
  loaded(): Promise<Loaded | null>
  keepLoaded(loaded: Loaded): Promise<void>
  /** In the order in which they happened. */
  waiting(): Promise<readonly Waiting[]>
  /** One step, whatever other windows of the page do. */
  changeWaiting(change: (all: readonly Waiting[]) => readonly Waiting[]): Promise<void>
  ticks(): Promise<readonly string[]>
  keepTicks(ticks: readonly string[]): Promise<void>
}

export function createKept(code: string): Kept {
  const [loaded, waiting, ticks] = [`loaded ${code}`, `waiting ${code}`, `ticks ${code}`] as const
  return {
    loaded: async () => (await get<Loaded>(loaded)) ?? null,
    keepLoaded: (one) => set(loaded, one),
    waiting: async () => (await get<readonly Waiting[]>(waiting)) ?? [],
    changeWaiting: (change) => update<readonly Waiting[]>(waiting, (all = []) => change(all)),
    ticks: async () => (await get<readonly string[]>(ticks)) ?? [],
    keepTicks: (all) => set(ticks, all),
  }
}
