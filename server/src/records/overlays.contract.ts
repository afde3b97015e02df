// What every database must hold to for overlays: one address that works, beats by its own clock, and news of both over processes.
import { describe, expect, test } from 'vitest'
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { createOverlayTokens } from '../identity/overlayTokens.ts'
import { withShop } from '../ledger/proofs/ledger.contract.ts'
import type { PlaceMaker } from '../ledger/proofs/ledger.contract.ts'
import { openShop, SHOW, STAFF } from '../ledger/proofs/testShop.ts'

const HOUR_MS = 3_600_000
const aBeat = (id: string, more = {}) => ({ id, showId: SHOW, name: 'main', active: true, painted: true, ...more })

export function overlayContract(name: string, makePlace: PlaceMaker): void {
  describe(`overlays on ${name}`, () => overlays(withShop(makePlace)))
}

function overlays(current: ReturnType<typeof withShop>): void {
  const shop = () => current().shop
  const other = () => openShop(current().place, { clock: shop().clock })

  test('a new token stops the one before, also on another process, and is kept as a hash alone', async () => {
    const far = await other()
    const [near, there] = [createOverlayTokens(shop().store), createOverlayTokens(far.store)]

    const first = await near.renewOverlayToken(SHOW, STAFF)
    expect(await there.verifyOverlayToken(SHOW, first)).not.toBeNull()
    const second = await near.renewOverlayToken(SHOW, STAFF)

    expect(await there.verifyOverlayToken(SHOW, first)).toBeNull()
    expect(await there.verifyOverlayToken(SHOW, second)).not.toBeNull()
    expect((await shop().store.findOverlayKey(SHOW))?.tokenHash).not.toContain(second)
    await far.close()
  })

  test('a revoked token opens nothing, nor does one of another show or one that was made up', async () => {
    const tokens = createOverlayTokens(shop().store)
    const next = ShowId.parse('next')
    await shop().store.createShow({ id: next, title: { en: 'Next' }, startsAt: 0 })
    const token = await tokens.renewOverlayToken(SHOW, STAFF)

    const refused = [
      await tokens.verifyOverlayToken(next, token),
      await tokens.verifyOverlayToken(SHOW, `${token}x`),
      await tokens.verifyOverlayToken(ShowId.parse('nowhere'), token),
    ]
    await tokens.revokeOverlayToken(SHOW, STAFF)
    await tokens.revokeOverlayToken(SHOW, STAFF)

    expect([...refused, await tokens.verifyOverlayToken(SHOW, token)]).toEqual([null, null, null, null])
    expect((await shop().store.readOverlays(SHOW)).madeAt).toBeNull()
  })

  test('a change of the address travels by the event log, and only once', async () => {
    const far = await other()
    const cursor = (await far.store.readRoom(SHOW))?.cursor ?? 0

    await shop().store.setOverlayKey(SHOW, 'hash', STAFF)

    expect(await far.store.findChangedRooms(new Map([[SHOW, cursor]]))).toEqual([SHOW])
    const delta = await far.store.readRoomSince(SHOW, cursor)
    expect(delta.inner.overlayKey).toMatchObject({ tokenHash: 'hash' })
    await shop().store.setPins(SHOW, [], STAFF)
    expect((await far.store.readRoomSince(SHOW, delta.cursor)).inner.overlayKey).toBeUndefined()
    await far.close()
  })

  test('addresses made at the same moment on two processes leave one that works', async () => {
    const far = await other()
    const makers = [shop(), far].map((at) => createOverlayTokens(at.store))

    const made = await Promise.all(makers.map((tokens) => tokens.renewOverlayToken(SHOW, STAFF)))

    const verified = await Promise.all(made.flatMap((token) => makers[0]?.verifyOverlayToken(SHOW, token) ?? []))
    expect(verified.filter((version) => version !== null)).toHaveLength(1)
    await far.close()
  })

  test('beats of two processes are one status, by the database’s clock', async () => {
    const far = await other()
    await shop().store.beatOverlay(aBeat('near'))
    await far.store.beatOverlay(aBeat('far', { name: 'phone', active: false }))
    shop().clock.advance(11_000)
    await far.store.beatOverlay(aBeat('far', { name: 'phone', active: false }))
    const seenAt = shop().clock.now()
    shop().clock.advance(2_000)

    expect((await shop().store.readOverlays(SHOW)).overlays).toEqual([
      { name: 'phone', state: 'hidden', seenAt },
      { name: 'main', state: 'silent', seenAt: seenAt - 11_000 },
    ])
    await far.close()
  })

  test('an overlay that beats but draws nothing is still; one that was closed is gone, then forgotten', async () => {
    const { store, clock } = shop()
    await store.beatOverlay(aBeat('one'))
    clock.advance(13_000)
    await store.beatOverlay(aBeat('one', { painted: false }))
    const stateOf = async () => (await store.readOverlays(SHOW)).overlays.map(({ state }) => state)

    expect(await stateOf()).toEqual(['still'])
    await store.leaveOverlay('one')
    await store.leaveOverlay('nobody')
    expect(await stateOf()).toEqual(['gone'])
    clock.advance(HOUR_MS + 1)
    expect(await stateOf()).toEqual([])
    await store.beatOverlay(aBeat('two'))
    expect(await stateOf()).toEqual(['live'])
  })
}
