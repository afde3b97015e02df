// What lists of testers say, in Traditional Chinese.
import type { Translated } from '../feature.ts'
import type * as en from './words.en.ts'

export const refusals: Translated<typeof en.refusals> = {
  NO_PLACE: '您沒有搶到這次的名額。',
}

export const viewer: Translated<typeof en.viewer> = {
  'testers.name': '招募體驗官',
  'testers.onePlace': '僅 1 個名額',
  'testers.places': '共 {{n}} 個名額',
  'testers.left': '剩 {{n}}/{{of}} 個名額',
  'testers.take': '我要體驗',
  'testers.oneTap': '點一下',
  'testers.yourPlace': '您的名額',
  'testers.yours': '您是第 {{no}} 位體驗官，共 {{of}} 位',
  'testers.reach': '電子郵件或手機號碼',
  'testers.consent': '同意店家就這次體驗與我聯絡。',
  'testers.send': '送出',
  'testers.change': '修改',
  'testers.said': '店家會透過 {{contact}} 與您聯絡。',
  'testers.onlyFor': '只有店家看得到，僅用於這次體驗。',
  'testers.needsBoth': '請填寫聯絡方式並勾選同意。',
  'testers.oneGone': '唯一的名額已滿',
  'testers.gone': '{{n}} 個名額已滿',
  'testers.saySent': '已送出聯絡方式。',
}

export const overlay: Translated<typeof en.overlay> = {
  'testers.onPhone': '用手機開啟直播間來報名',
}

export const studio: Translated<typeof en.studio> = {
  'testers.tab': '體驗官',
  'testers.title': '體驗什麼',
  'testers.usual': '下一款新品體驗官',
  'testers.note': '對體驗官的要求',
  'testers.places': '名額',
  'testers.noTitle': '請填寫體驗內容。',
  'testers.badPlaces': '請填 1 到 500 個名額。',
  'testers.tooLong': '內容太長了。',
  'testers.noProof': '先到先得：一個人可能用幾個瀏覽器來搶。搶到名額的人會被詢問聯絡方式，也可以不填。',
  'testers.sum': '已占 {{taken}}/{{places}} 個名額，{{reached}} 人留了聯絡方式',
  'testers.no': '序號',
  'testers.who': '暱稱',
  'testers.contact': '聯絡方式',
  'testers.notSaid': '未填寫',
  'testers.list': '名單',
  'testers.export': '匯出表格',
  'testers.write': '寫信給所有人',
  'testers.closeQuestion': '現在結束？{{places}} 個名額中還有 {{left}} 個空著。',
  'testers.cancelQuestion_other': '從所有畫面撤下？名單上的 {{count}} 人會保留。',
}
