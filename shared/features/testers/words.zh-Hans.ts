// What lists of testers say, in Simplified Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  NO_PLACE: '您没有抢到这次的名额。',
}

export const viewer: Translated<typeof en.viewer> = {
  'testers.name': '招募体验官',
  'testers.onePlace': '仅 1 个名额',
  'testers.places': '共 {{n}} 个名额',
  'testers.left': '剩 {{n}}/{{of}} 个名额',
  'testers.take': '我要体验',
  'testers.oneTap': '点一下',
  'testers.yourPlace': '您的名额',
  'testers.yours': '您是第 {{no}} 位体验官，共 {{of}} 位',
  'testers.reach': '邮箱或手机号',
  'testers.consent': '同意店铺就这次体验联系我。',
  'testers.send': '提交',
  'testers.change': '修改',
  'testers.said': '店铺会通过 {{contact}} 联系您。',
  'testers.onlyFor': '仅店铺可见，只用于这次体验。',
  'testers.needsBoth': '请填写联系方式并勾选同意。',
  'testers.oneGone': '唯一的名额已满',
  'testers.gone': '{{n}} 个名额已满',
  'testers.saySent': '已提交联系方式。',
}

export const overlay: Translated<typeof en.overlay> = {
  'testers.onPhone': '用手机打开直播间来报名',
}

export const studio: Translated<typeof en.studio> = {
  'testers.tab': '体验官',
  'testers.title': '体验什么',
  'testers.usual': '下一款新品体验官',
  'testers.note': '对体验官的要求',
  'testers.places': '名额',
  'testers.noTitle': '请填写体验内容。',
  'testers.badPlaces': '请填 1 到 500 个名额。',
  'testers.tooLong': '内容太长了。',
  'testers.noProof': '先到先得：一个人可能用几个浏览器来抢。抢到名额的人会被询问联系方式，也可以不填。',
  'testers.sum': '已占 {{taken}}/{{places}} 个名额，{{reached}} 人留了联系方式',
  'testers.no': '序号',
  'testers.who': '昵称',
  'testers.contact': '联系方式',
  'testers.notSaid': '未填写',
  'testers.list': '名单',
  'testers.export': '导出表格',
  'testers.write': '给所有人写信',
  'testers.closeQuestion': '现在结束？{{places}} 个名额中还有 {{left}} 个空着。',
  'testers.cancelQuestion_other': '从所有画面撤下？名单上的 {{count}} 人会保留。',
}
