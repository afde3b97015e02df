// The scenes of groups' prices hold where nothing is planted.
import { test } from 'vitest'
import { sqlitePlace } from '../../ledger/proofs/testShop.ts'
import { GROUP_SCENES } from './groupScenes.ts'

test.each(GROUP_SCENES.map((play, nth) => [nth + 1, play] as const))('scene %i of groups holds', async (_, play) => {
  await play(sqlitePlace)
})
