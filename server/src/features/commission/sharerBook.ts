// Sharers' pages as the rest of the server uses them: codes are signed here, secrets of devices go to the database as hashes.
import { PASS_MS } from '@lantern/shared/contract/boundPage.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { SharerPages, SharerState } from '@lantern/shared/contract/sharerPage.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { ServiceNeeds } from '../../commands/services.ts'
import { makeKey } from '../../identity/tokens.ts'
import { hashOfSecret as hashOf, makePass } from '../../kit/boundSecrets.ts'
import { endSharer } from '../../sharing/people.ts'
import { type NumberedPage, pageCodeOf } from './pageCode.ts'
import { readSharerPage } from './readPage.ts'
import { readPages } from './readPages.ts'
import { type Device, readsOf, type SharerReads } from './sharerReads.ts'
import { enterPage, findPage, openSharerPage, passSharerPage, voidSharerPage } from './sharerPage.ts'

export interface SharerBook extends SharerReads {
  /** What stands in the address of the page. */
  codeOf(page: NumberedPage): Promise<string>
  /** The same, for staff who send it on. */
  find(id: SharerId): Promise<Outcome<string>>
  makeVoid(id: SharerId, staffId: StaffId): Promise<Outcome<null>>
  pass(id: SharerId, staffId: StaffId): Promise<Outcome<{ pass: string; until: number }>>
  list(): Promise<SharerPages>
  /** Binds the page to the device. */
  open(device: Device & { readonly device: string }, pass: string | null): Promise<Outcome<null>>
  /** Whose page it is, for the device that it is bound to; only of whoever may bring somebody now. */
  enterToShare(device: Device): Promise<Outcome<SharerId>>
  enter(device: Device): Promise<Outcome<SharerId>>
  read(device: Device): Promise<Outcome<SharerState>>
  /** Safe to repeat. */
  leave(device: Device): Promise<Outcome<null>>
}

export function createSharerBook({ store, clock }: Pick<ServiceNeeds, 'store' | 'clock'>): SharerBook {
  const key = () => store.secret('sharer-key', makeKey)
  const from = async ({ code, device }: Device) => ({
    code,
    key: await key(),
    deviceHash: device === null ? null : hashOf(device),
  })
  const enter = async (device: Device) => store.run(enterPage, { ...(await from(device)), mayShare: false })
  return {
    codeOf: async (page) => pageCodeOf(await key(), page),
    async find(id) {
      const found = await store.run(findPage, { id })
      return found.ok ? grant(pageCodeOf(await key(), { sharerId: id, keyNo: found.value })) : found
    },
    makeVoid: (id, staffId) => store.run(voidSharerPage, { id, staffId }),
    async pass(id, staffId) {
      const pass = makePass()
      const made = await store.run(passSharerPage, { id, staffId, passHash: hashOf(pass), lifeMs: PASS_MS })
      return made.ok ? grant({ pass, until: made.value }) : made
    },
    list: () => store.run(readPages, null),
    open: async ({ code, device }, pass) =>
      store.run(openSharerPage, {
        code,
        key: await key(),
        deviceHash: hashOf(device),
        passHash: pass === null ? null : hashOf(pass),
      }),
    enterToShare: async (device) => store.run(enterPage, { ...(await from(device)), mayShare: true }),
    enter,
    read: async (device) => store.run(readSharerPage, await from(device)),
    ...readsOf({ store, clock }, enter),
    async leave(device) {
      const entered = await enter(device)
      if (!entered.ok) return entered
      const ended = await store.run(endSharer, { sharerId: entered.value, by: null })
      return ended.ok ? grant(null) : ended
    },
  }
}
