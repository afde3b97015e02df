// What every page says that belongs to one phone, in Simplified Chinese.
import type { BoundWords } from './bound.en.ts'

export const words: BoundWords = {
  loading: '请稍等…',
  gone: '这个页面已经失效',
  goneWords: '店铺已收回或换了新链接，请向店铺要新链接。',
  otherPhone: '这个页面已绑定另一部手机',
  otherPhoneWords: '请向店铺要八位数字，十分钟内有效，输入后即可在这部手机上使用。',
  pass: '八位数字',
  letIn: '在这部手机上打开',
  passWrong: '数字不对，或已失效。',
  noLine: '现在没有网络，请稍后重试。',
  failed: '读取失败，请重试。',
  again: '重试',
  back: '返回',
}
