// Words around an order that change what it means: a question, a no, a remark, a cancellation.
import { CHINESE_DOUBTS } from './doubts/chinese.ts'
import { ENGLISH_DOUBTS } from './doubts/english.ts'
import { JAPANESE_DOUBTS } from './doubts/japanese.ts'
import { foldForOrder } from './orderText.ts'

export type Mark = 'question' | 'negated' | 'remark'

const DOUBTS = [ENGLISH_DOUBTS, CHINESE_DOUBTS, JAPANESE_DOUBTS]
const HARMLESS = new RegExp(DOUBTS.flatMap(({ harmless }) => harmless).join('|'), 'gu')

/** Without what means no harm where it stands together: "no rush", "别忘了我". */
export function withoutHarmless(words: string): string {
  return words.length > 2 ? words.replace(HARMLESS, ' ') : words
}

const QUESTION = new RegExp(
  [
    ...[
      '\\?',
      '吗',
      '嗎',
      '呢',
      '[什甚][么麼]',
      '怎',
      '多少',
      '[几幾]',
      '哪',
      '啥',
      '有没有',
      '有沒有',
      '有无',
      '能不能',
      '可不可以',
    ],
    ...[
      '是不是',
      '要不要',
      '好不好',
      '[会會]不[会會]',
      '行不行',
      '如何',
      '[请請][问問]',
      '想[问問]',
      '看看',
      '看一?下',
      '想看',
    ],
    ...[
      '[讲講]解',
      '[讲講]一?下',
      '介[绍紹]',
      '[试試]穿',
      '[试試]一下',
      '[试試][试試]',
      '[价價][格钱錢位]',
      '多大',
      '多[长長]',
      '多重',
      '[链鏈]接',
      '連結',
    ],
    ...[
      'ですか',
      'ますか',
      'ませんか',
      'いくら',
      '何',
      'なに',
      'どれ',
      'どの',
      'どう(?![もぞ])',
      'どこ',
      'いつ(?!も)',
      '教えて',
      '見せて',
    ],
    ...['見たい', 'かな(?!り)', 'でしょうか', 'か(?=[\\s。、,.!]|$)', '在庫', '知りたい'],
    ...[
      '\\b(?:how|what|whats|when|where|which|who|why|any|price|available|hm|worth|restock|vs|versus|cheaper|discount)\\b',
    ],
    ...['\\b(?:show me|show us|please show|pls show|tell me|explain|try on|try it)\\b'],
    ...['(?:^|[.,!;]\\s*)(?:is|are|does|do|did|can|could|has|have|will|would)\\b'],
    ...DOUBTS.flatMap(({ question }) => question),
  ].join('|'),
  'u',
)
const NEGATED = new RegExp(
  [
    ...[
      '不要(?![钱錢])',
      '(?<![特分个個区區级級性差])[别別](?![人的])',
      '不想',
      '不[买買]',
      '不需要',
      '不用',
      '不拍',
      '[没沒]要',
      '先不',
      '不下[单單]',
    ],
    ...['不考[虑慮]', '不了', '[没沒][抢搶]到', '[没沒][买買]', '不是', '太[贵貴]', '[买買]不起', '非[买買]'],
    ...[
      'いらない',
      '要らない',
      'いりません',
      '買わない',
      '買いません',
      '欲しくない',
      'しない',
      'しません',
      'やめとく',
      'パス',
      'じゃない',
    ],
    ...["\\b(?:don'?t|do not|not|no|never|nope|without|can'?t|cannot|won'?t|didn'?t|isn'?t)\\b"],
    ...DOUBTS.flatMap(({ negated }) => negated),
  ].join('|'),
  'u',
)
const REMARK = new RegExp(
  [
    ...[
      '收到',
      '到[货貨]',
      '已付',
      '付款了',
      '付了',
      '付好',
      '已[经經]',
      '已下[单單]',
      '已拍',
      '拍了',
      '拍好',
      '[买買][了过過]',
      '下[单單]了',
    ],
    ...[
      '[抢搶]到了',
      '秒[没沒]',
      '[卖賣]完',
      '[卖賣]光',
      '售罄',
      '[没沒][货貨了]',
      '[断斷缺][货貨]',
      '退[货貨款换換税稅]',
      '[包可能]退',
      '好[评評]',
    ],
    ...['昨天', '上次', '之前', '刚才', '剛才', '身上'],
    ...[
      '完売',
      '売り切れ',
      '届きました',
      '届いた',
      '買いました',
      '買った',
      '購入済',
      '済み',
      '払いました',
      '返品',
      '返金',
      '前回',
      '着てる',
    ],
    ...[
      '\\b(?:sold out|out of stock|received|bought|paid|ordered|arrived|already|last time|yesterday|refund|return|wearing)\\b',
    ],
    ...DOUBTS.flatMap(({ remark }) => remark),
  ].join('|'),
  'u',
)
/** "Can I have" orders politely; a question mark behind it still asks. */
const POLITE = /\b(?:can|could|may) (?:i|we) (?:please )?(?:have|get|buy|order|take)\b/gu

/** What the words mean for the order beside them; `null`: they leave it alone. */
export function markOf(words: string): Mark | null {
  if (words.length === 0 || words === ' ') return null
  const plain = words.includes('i ') || words.includes('we ') ? words.replace(POLITE, '') : words
  if (QUESTION.test(plain)) return 'question'
  if (NEGATED.test(plain)) return 'negated'
  return REMARK.test(plain) ? 'remark' : null
}

export const CANCEL_WORDS: readonly string[] = [
  ...[
    '取消',
    '不要了',
    '不想要了',
    '不买了',
    '不買了',
    '退了',
    '退掉',
    '退单',
    '退單',
    '退',
    '撤单',
    '撤單',
    '删掉',
    '刪掉',
  ],
  ...['刪除', '删除', '棄單', '弃单', '放棄', '放弃', '取り消し', '取消し', '取り消す'],
  ...['cancel', 'cancelled', 'canceled', 'remove', 'delete', 'キャンセル', 'やめます', 'やめる', 'やめた'],
]

export interface CancelWords {
  /** The words without those that cancel; `null` when there are none. */
  strip(words: string): string | null
}

const UNSAID = "(?<!不要|不想|不|别|別|没|沒|勿|don'?t |dont |not |no |never )"
const SPECIAL = /[$()*+./?[\\\]^{|}]/g

export function createCancelWords(list: readonly string[]): CancelWords {
  const words = list.map((word) => foldForOrder(word).trim()).filter((word) => word !== '')
  const longestFirst = words.sort((a, b) => b.length - a.length).map(patternOf)
  if (longestFirst.length === 0) return { strip: () => null }
  const pattern = new RegExp(`${UNSAID}(?:${longestFirst.join('|')})(?!しない|しません|不了)`, 'gu')
  return {
    strip: (text) => {
      const rest = text.replace(pattern, ' ')
      return rest === text ? null : rest
    },
  }
}

function patternOf(word: string): string {
  const literal = word.replace(SPECIAL, String.raw`\$&`)
  if (/^[a-z]/.test(word)) return `(?<![a-z])${literal}(?![a-z])`
  // Goods and money go back after a sale: no word of this grammar.
  return word === '退' ? '(?<![包可能不])退(?![货貨款换換税稅出回])' : literal
}

/** "A1 instead of B2", "make it 2": what there was is part of the answer. */
export const SWAP =
  /换|換|改成|改|instead|\b(?:chang(?:e|ing)|switch\w*|swap\w*|replac\w*|exchang\w*|prefer|rather)\b|変更|代わり/u
