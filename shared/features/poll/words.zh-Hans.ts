// What polls say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {}

export const viewer: Translated<typeof en.viewer> = {
  'poll.name': '投票',
  'poll.tapOne': '点一项即投票',
  'poll.tapSeveral': '可以多选',
  'poll.onePerson': '1 人已投',
  'poll.people': '{{n}} 人已投',
  'poll.notYet': '开始后就能投票。',
  'poll.untilItCloses': '结束前可以改选。',
  'poll.change': '想换就点另一项。',
  'poll.changeSeveral': '再点可加选或取消。',
  'poll.yours': '您选了：{{what}}。',
  'poll.keepsOne': '至少留一项，请先选另一项。',
  'poll.hidden': '结果结束时揭晓。',
  'poll.pinsWinner': '票数最高的商品马上讲解。',
  'poll.isPinned': '现在开始讲解。',
  'poll.leads': '{{what}} 领先',
  'poll.even': '目前持平',
  'poll.wins': '票数最高：{{what}}。',
  'poll.tie': '平票：{{what}}。',
  'poll.nobody': '没有人投票。',
  'poll.sayOpen': '投票开始：{{question}}',
}

export const overlay: Translated<typeof en.overlay> = {
  'poll.voteOnPhone': '拿起手机来投票',
}

export const studio: Translated<typeof en.studio> = {
  'poll.tab': '投票',
  'poll.new': '新投票',
  'poll.usual': '接下来讲哪一件？',
  'poll.question': '问题',
  'poll.answers': '选项',
  'poll.answer': '选项 {{n}}',
  'poll.addProduct': '添加商品…',
  'poll.addText': '文字',
  'poll.takeOff': '移除：{{name}}',
  'poll.several': '观众可以多选',
  'poll.hiddenTillEnd': '结束时才公布结果',
  'poll.pinWinner': '票数最高的商品自动讲解',
  'poll.noQuestion': '请写下问题。',
  'poll.noAnswer': '请写下选项，或移除它。',
  'poll.tooLong': '太长了。',
  'poll.twice': '已经有这个选项了。',
  'poll.twoAnswers': '投票至少要有两个选项。',
  'poll.answersIn_other': '{{count}} 个选项',
  'poll.voted_other': '{{count}} 人已投',
  'poll.won': '票数最高：{{what}}。',
  'poll.even': '平票：{{what}}。',
  'poll.nobody': '没有人投票。',
  'poll.isPinned': '已设为讲解。',
  'poll.onlyYou': '只有工作人员能看到',
  'poll.closeQuestion_other': '现在结束吗？{{count}} 人已投，以此为准。',
  'poll.cancelQuestion_other': '从所有屏幕上撤下吗？{{count}} 人的投票将作废。',
}
