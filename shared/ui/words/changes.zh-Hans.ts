// The words of what is new at the shop, before it is taken over, in Simplified Chinese; part of studio.zh-Hans.ts.
import type { ChangesWords } from './changes.en.ts'

export const words: ChangesWords = {
  'changes.title': '店铺的新变化',
  'changes.readAt': '{{time}} 读取',
  'changes.never': '还没有读取过店铺：可以先看导入会改什么。',
  'changes.isNewer': '之后店铺又说有新变化。',
  'changes.none': '这里与店铺完全一致。',
  'changes.problem': '没能读取店铺：{{why}}',
  'changes.currency': '店铺现在用 {{shop}}，这里的商品是 {{here}}。一致之前什么都不会接收。',
  'changes.new': '新增，{{price}}',
  'changes.gone': '不再销售',
  'changes.price': '{{from}} → {{to}}',
  'changes.stock': '库存 {{from}} → {{to}}',
  'changes.options': '{{from}} → {{to}}',
  'changes.details': '描述或图片',
  'changes.uncounted': '不计数',
  'changes.renamed': '“{{from}}”→“{{to}}”',
  'changes.more_other': '还有 {{count}} 项',
  'changes.live': '正在“{{shows}}”里直播：那一场的价格和件数不变。',
  'changes.choose': '选择 {{product}}',
  'changes.take_other': '接收 {{count}} 种',
  'changes.takeAll_other': '全部 {{count}} 种都接收',
  'changes.leave_other': '{{count}} 种保持不变',
  'changes.next': '显示更多',
  'changes.total_other': '{{count}} 种商品',
  'changes.newProduct': '新品',
}
