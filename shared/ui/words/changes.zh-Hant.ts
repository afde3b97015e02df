// The words of what is new at the shop, before it is taken over, in Traditional Chinese; part of studio.zh-Hant.ts.
import type { ChangesWords } from './changes.en.ts'

export const words: ChangesWords = {
  'changes.title': '店鋪的新變化',
  'changes.readAt': '{{time}} 讀取',
  'changes.never': '還沒有讀取過店鋪：可以先看匯入會改什麼。',
  'changes.isNewer': '之後店鋪又說有新變化。',
  'changes.none': '這裡與店鋪完全一致。',
  'changes.problem': '沒能讀取店鋪：{{why}}',
  'changes.currency': '店鋪現在用 {{shop}}，這裡的商品是 {{here}}。一致之前什麼都不會接收。',
  'changes.new': '新增，{{price}}',
  'changes.gone': '不再銷售',
  'changes.price': '{{from}} → {{to}}',
  'changes.stock': '庫存 {{from}} → {{to}}',
  'changes.options': '{{from}} → {{to}}',
  'changes.details': '描述或圖片',
  'changes.uncounted': '不計數',
  'changes.renamed': '「{{from}}」→「{{to}}」',
  'changes.more_other': '還有 {{count}} 項',
  'changes.live': '正在「{{shows}}」裡直播：那一場的價格和件數不變。',
  'changes.choose': '選擇 {{product}}',
  'changes.take_other': '接收 {{count}} 種',
  'changes.takeAll_other': '全部 {{count}} 種都接收',
  'changes.leave_other': '{{count}} 種保持不變',
  'changes.next': '顯示更多',
  'changes.total_other': '{{count}} 種商品',
  'changes.newProduct': '新品',
}
