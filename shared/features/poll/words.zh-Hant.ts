// What polls say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {}

export const viewer: Translated<typeof en.viewer> = {
  'poll.name': '投票',
  'poll.tapOne': '點一項即投票',
  'poll.tapSeveral': '可以複選',
  'poll.onePerson': '1 人已投',
  'poll.people': '{{n}} 人已投',
  'poll.notYet': '開始後就能投票。',
  'poll.untilItCloses': '結束前可以改選。',
  'poll.change': '想換就點另一項。',
  'poll.changeSeveral': '再點可加選或取消。',
  'poll.yours': '您選了：{{what}}。',
  'poll.keepsOne': '至少留一項，請先選另一項。',
  'poll.hidden': '結果結束時揭曉。',
  'poll.pinsWinner': '票數最高的商品馬上講解。',
  'poll.isPinned': '現在開始講解。',
  'poll.leads': '{{what}} 領先',
  'poll.even': '目前同票',
  'poll.wins': '票數最高：{{what}}。',
  'poll.tie': '同票：{{what}}。',
  'poll.nobody': '沒有人投票。',
  'poll.sayOpen': '投票開始：{{question}}',
}

export const overlay: Translated<typeof en.overlay> = {
  'poll.voteOnPhone': '拿起手機來投票',
}

export const studio: Translated<typeof en.studio> = {
  'poll.tab': '投票',
  'poll.new': '新投票',
  'poll.usual': '接下來講哪一件？',
  'poll.question': '問題',
  'poll.answers': '選項',
  'poll.answer': '選項 {{n}}',
  'poll.addProduct': '加入商品…',
  'poll.addText': '文字',
  'poll.takeOff': '移除：{{name}}',
  'poll.several': '觀眾可以複選',
  'poll.hiddenTillEnd': '結束時才公布結果',
  'poll.pinWinner': '票數最高的商品自動講解',
  'poll.noQuestion': '請寫下問題。',
  'poll.noAnswer': '請寫下選項，或移除它。',
  'poll.tooLong': '太長了。',
  'poll.twice': '已經有這個選項了。',
  'poll.twoAnswers': '投票至少要有兩個選項。',
  'poll.answersIn_other': '{{count}} 個選項',
  'poll.voted_other': '{{count}} 人已投',
  'poll.won': '票數最高：{{what}}。',
  'poll.even': '同票：{{what}}。',
  'poll.nobody': '沒有人投票。',
  'poll.isPinned': '已設為講解。',
  'poll.onlyYou': '只有工作人員看得到',
  'poll.closeQuestion_other': '現在結束嗎？{{count}} 人已投，以此為準。',
  'poll.cancelQuestion_other': '從所有畫面撤下嗎？{{count}} 人的投票將作廢。',
}
