// What the phone keeps of a leader's page, in its own database: what was loaded, hand-overs to send, and ticks.
import type { LeaderState } from '@lantern/shared/contract/leaderPage.ts'
import type { Disk } from '../bound/disk.ts'
import type { Waiting } from './parcels.ts'

export interface Loaded {
  readonly state: LeaderState
  /** By the phone's clock. */
  readonly at: number
}

export interface Kept {
  loaded(): Promise<Loaded | null>
  keepLoaded(loaded: Loaded): Promise<void>
  /** Of which group the page is, also once it is void; null: it was never read here. */
  groupId(): Promise<string | null>
  /** In the order in which they happened; of the group, whichever of its pages they were kept by. */
  waiting(): Promise<readonly Waiting[]>
  /** One step, whatever other windows of the page do. */
  changeWaiting(change: (all: readonly Waiting[]) => readonly Waiting[]): Promise<void>
  ticks(): Promise<readonly string[]>
  keepTicks(ticks: readonly string[]): Promise<void>
  /** Buyers and what they bought; what waits to be sent stays. */
  forget(): Promise<void>
}

export function createKept(code: string, disk: Disk): Kept {
  const [loaded, ticks, group] = [`loaded ${code}`, `ticks ${code}`, `group ${code}`] as const
  const groupId = async () => (await disk.get<string>(group)) ?? null
  const waitingOf = (id: string) => `waiting ${id}`
  return {
    groupId,
    loaded: async () => (await disk.get<Loaded>(loaded)) ?? null,
    async keepLoaded(one) {
      await disk.set(group, one.state.group.id)
      await disk.set(loaded, one)
    },
    async waiting() {
      const id = await groupId()
      return id === null ? [] : ((await disk.get<readonly Waiting[]>(waitingOf(id))) ?? [])
    },
    async changeWaiting(change) {
      const id = await groupId()
      if (id !== null) await disk.update<readonly Waiting[]>(waitingOf(id), (all = []) => change(all))
    },
    ticks: async () => (await disk.get<readonly string[]>(ticks)) ?? [],
    keepTicks: (all) => disk.set(ticks, all),
    async forget() {
      await disk.del(loaded)
      await disk.del(ticks)
    },
  }
}
