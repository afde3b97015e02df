// What the engine promises of a kind of free text, on any database: own words stand where they can be thrown away, and nowhere else.
import { describe, expect, test } from 'vitest'
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { withShop } from '../ledger.contract.ts'
import type { PlaceMaker } from '../ledger.contract.ts'
import { SHOW, STAFF, type TestShop } from '../testShop.ts'
import { anActivity, anEntry, readActivityFacts, readOwnWords } from './activityShow.ts'

export function ownWordsContract(name: string, makePlace: PlaceMaker): void {
  describe(`own words in activities on ${name}`, () => {
    const current = withShop(makePlace)
    ownWords(() => current().shop)
  })
}

function ownWords(current: () => TestShop): void {
  const say = (who: string, words: string) => ({
    ...anEntry('a', who, []),
    kind: 'says',
    viewerName: `${who}!`,
    entry: { words },
  })

  test('own words are kept with the name, changed by later ones, counted by nothing and told by no fact', async () => {
    const shop = current()
    const { ledger } = shop
    await ledger.makeActivity({ ...anActivity('a'), kind: 'says', config: {} })
    await ledger.enter(say('v1', 'a secret'))
    await ledger.enter(say('v2', 'another secret'))

    expect(await ledger.enter({ ...say('v1 r2', 'a better secret'), viewerName: 'Vera' })).toMatchObject({
      ok: true,
      value: { no: 1, entry: { words: 'a better secret' } },
    })

    expect(await shop.database.run(readOwnWords, null)).toEqual([
      { words: '{"words":"a better secret"}', name: 'Vera' },
      { words: '{"words":"another secret"}', name: 'v2!' },
    ])
    const facts = await shop.database.run(readActivityFacts, null)
    expect(facts.filter(({ type }) => type === 'activity:entered')).toHaveLength(3)
    expect(JSON.stringify(facts)).not.toContain('secret')
    const own = (await shop.store.readRoom(SHOW))?.own
    expect(own?.map(({ changes }) => changes.entries?.[0]?.entry)).toEqual([
      { words: 'another secret' },
      { words: 'a better secret' },
    ])
  })

  test('with the viewer their words and their name are gone, that somebody entered is not', async () => {
    const shop = current()
    await shop.ledger.makeActivity({ ...anActivity('a'), kind: 'says', config: {} })
    await shop.ledger.enter(say('v1', 'a secret'))
    await shop.ledger.enter(say('v2', 'another'))

    await shop.store.eraseViewer({ showId: SHOW, viewerId: ViewerId.parse('v1'), by: STAFF })

    expect(await shop.database.run(readOwnWords, null)).toEqual([
      { words: null, name: null },
      { words: '{"words":"another"}', name: 'v2!' },
    ])
    const room = await shop.store.readRoom(SHOW)
    expect(room?.own.map(({ viewerId }) => viewerId)).toEqual(['v2'])
    expect(await shop.ledger.check()).toEqual([])
  })
}
