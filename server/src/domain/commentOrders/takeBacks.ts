// Words that take something back or doubt it, wherever they stand in a comment: no order is made beside them.
import { CHINESE_DOUBTS } from './doubts/chinese.ts'
import { ENGLISH_DOUBTS } from './doubts/english.ts'
import { JAPANESE_DOUBTS } from './doubts/japanese.ts'

const TAKEN_BACK = new RegExp(
  [
    // Chinese
    '(?<![不没沒])[错錯]',
    '(?<![无無])[误誤]',
    '[删刪弃棄撤]|[取注]消|作[废廢]|[收]回',
    '反悔|[后後]悔|手滑|改主意|[换換][个個]?想法',
    '算了|免了|跳[过過]|[划拿去减減]掉|移除|退出|不跟|不加',
    '(?:再|多)(?:想|考[虑慮])|想想|再[说說]|下次(?:再|吧|一定)|[还還]是不|[等缓緩]等|[犹猶]豫|拿不定',
    // Japanese
    '取り?消|見送|やめ|止め|なしで|無しで|ナシで|間違|まちが|ミス|誤|撤回|辞退|諦め|あきらめ|削除|消して|忘れて',
    '遠慮|結構です|不要です|要りませ|外して|抜いて|保留|悩|迷|やっぱ(?:り)?(?:いい|いら|要ら|なし|無し)|ごめんなさい|今回は',
    // English
    '\\b(?:cancel\\w*|cxl|delet\\w*|drop(?:s|ped|ping)?(?! (?:shoulder|earring|ear|waist|hem|crotch))|remov\\w*|undo|void(?! black)|withdraw\\w*|retract\\w*|unclaim\\w*|uncheck\\w*)\\b',
    '\\b(?:pass(?:ing|ed)?|skip(?:s|ped|ping)?|scratch|forget|ignore|disregard|never ?mind|nvm|regret\\w*|unsure|undecided)\\b',
    '\\b(?:wrong\\w*|mistake\\w*|mistyped?|typo|misclick\\w*|mis-?typed|accident\\w*|oops|whoops|error)\\b',
    '\\b(?:changed? (?:my|our) mind|second thoughts?|back(?:ing)? out|opt(?:ing)? out|count me out|i.?m out|give up|let (?:it|\\S+) go)\\b',
    '\\btake\\s+(?:it |that |me |my |mine |\\S+ )?(?:off|out|back)\\b',
    '\\b(?:maybe|perhaps|later|thinking|think about|not sure|no longer|no more|no thanks?)\\b',
    // Korean, Vietnamese, Thai, French, German, Italian, Spanish
    '취소|빼\\s?(?:주|줘)|안\\s?(?:살|사)|필요\\s?없|포기|잘못|실수|패스|h[ủu][ỷy]|ยกเลิก|\\b(?:annul\\w*|anul\\w*|storn\\w*)\\b',
    // A no that stands alone behind a stop
    '[,.!;、。]\\s*(?:no|nope|nah|不要|不|いらない|要らない|いいです)\\s*[,.!;、。]*\\s*$',
    // Signs that say no
    '[❌🚫👎🙅🤔⛔🛑🤷❎⤫✕✖✗✘╳×]',
    ...[ENGLISH_DOUBTS, CHINESE_DOUBTS, JAPANESE_DOUBTS].flatMap(({ takenBack }) => takenBack),
  ].join('|'),
  'u',
)

/** Also where something is only doubted, or where "don't cancel" says the opposite: neither is an order. */
export function isTakenBack(words: string): boolean {
  return words.length > 1 && TAKEN_BACK.test(words)
}
