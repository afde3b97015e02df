// Pinyin initials from the collation's order: checked on characters that moderators write in lists.
import { expect, it } from 'vitest'
import { initialsOf } from './pinyin.ts'

const KNOWN =
  '加j微w信x私s聊l代d购g返f利l扣k群q骗p子z傻s逼b操c垃l圾j刷s单d兼j职z日r结j赚z钱q裸l贷d赌d博b网w址z淘t宝b爱a你n妈m死s全q家j二e哈h喝h呕o欧o怕p热r人r三s四s五w要y在z做z中z国g货h假j退t款k電d話h號h團t購g騙p錢q親q媽m爸b啊a鹅e八b扎z匝z拿n木m他t夕x压y'

it('knows the initial of characters at both ends of every letter', () => {
  const pairs = KNOWN.match(/../gu) ?? []

  expect(pairs.length).toBeGreaterThan(50)
  for (const pair of pairs) expect(`${pair[0]}${initialsOf(pair[0] ?? '')}`).toBe(pair)
})

it('spells a word', () => {
  expect(initialsOf('加微信')).toBe('jwx')
  expect(initialsOf('代购返利')).toBe('dgfl')
})

it('has none for a word that is not all Chinese characters', () => {
  for (const word of ['', '加v信', 'abc', '加 微', 'カート', 'ばか']) expect(initialsOf(word)).toBeNull()
})
