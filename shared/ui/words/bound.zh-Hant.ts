// What every page says that belongs to one phone, in Traditional Chinese.
import type { BoundWords } from './bound.en.ts'

export const words: BoundWords = {
  loading: '請稍候…',
  gone: '這個頁面已經失效',
  goneWords: '商店已收回或換了新連結，請向商店索取新連結。',
  otherPhone: '這個頁面已綁定另一支手機',
  otherPhoneWords: '請向商店索取八位數字，十分鐘內有效，輸入後即可在這支手機上使用。',
  pass: '八位數字',
  letIn: '在這支手機上開啟',
  passWrong: '數字不對，或已失效。',
  noLine: '現在沒有網路，請稍後重試。',
  failed: '讀取失敗，請重試。',
  again: '重試',
  back: '返回',
}
