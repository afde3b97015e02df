// English words that keep a comment from being an order.
import { type Doubts, ITEM } from './doubts.ts'

const LATER = '(?:later|tomorrow|tonight|next week|on (?:fri|mon|tues|wednes|thurs|satur|sun)day|after)'
const SETTLE = '(?:pay(?:ment|ing)?|ship(?:ping|ped)?|deliver(?:y|ed)?|collect|pick ?up|send|sent|transfer|invoice)'
const PEOPLE = '(?:she|he|they|(?:some|every|any|no)(?:one|body)|nobody|you (?:guys|all)|people|guys)'
const TOO =
  'expensive|much|pricey|costly|dear|high|big|small|large|tight|loose|long|short|heavy|thin|late|bright|dark|plain'

export const ENGLISH_DOUBTS: Doubts = {
  harmless: [
    'no (?:rush|hurry|problems?|prob|worries|worry|doubt|regrets?|matter what|brainer|need to (?:rush|hurry|reply|wrap))(?: at all| about \\S+(?: \\S+)?)?',
    "zero regrets?|before (?:it'?s|they'?re|it is|they are) (?:all )?gone",
    'not (?:bad|a question|asking|kidding|joking)|why not|nothing wrong|never (?:enough|disappoints?)',
    "(?:can'?t|cannot|couldn'?t) (?:wait|resist|stop|believe|go wrong|say no|help it|miss (?:it|this|out))",
    "(?:don'?t|do not|never|pls no|please no) (?:forget|miss|skip|lose|ignore|drop|pass|overlook) (?:me|mine|my|us)(?: out)?",
    `\\b${SETTLE} (?:it |you |u |the rest |is )?${LATER}\\b|\\b${LATER} (?:i'?ll )?${SETTLE}\\b`,
    'passing by|\\bno\\.? ?1\\b|zero waste|release me',
    'if (?:possible|you (?:can|could|please)|u can)|if i may',
    'how (?:cute|pretty|beautiful|lovely|nice|gorgeous|adorable|cool|sweet)|what a (?:beauty|deal|bargain|steal|find|price)',
    '(?:been|was) (?:waiting|looking|thinking) (?:for|about|of)|worth (?:it|every)|(?:so|totally|really|well) worth',
    'error[- ]free|no mistake|great price|good price|love the price|nice price|best price',
  ],
  takenBack: [
    'un(?:send|buy|order|reserve|book|purchase)|scrap (?:that|it|this|my)|half\\s*$|cancle\\w*|cancl\\w*|canel\\w*|cansel\\w*|cncl',
    'hold (?:on|off|up|it)|hang on|wait(?!ing|ed|er|list)|(?:one|a|1) (?:sec|second|moment|minute|min)(?!s)',
    '(?:let me|need to|have to|gotta|lemme) (?:think|check|ask|see|measure|sleep)|think(?:ing)? (?:it|this|on|over)|deciding|decide|considering|hesitat\\w*',
    'might|possibly|probably|prolly|depend(?:s|ing)|unless|whether|if|tempted|kinda want|hopefully|wish',
    'next (?:time|live|show|stream|round|month|payday)|another (?:time|day)|some ?(?:other )?(?:day|time)|one day|payday',
    '(?:some|any)(?:one|body) else|free(?:ing)? (?:it )?up|(?:please|pls|plz|just|rather|i.?ll) leave|last (?:week|month|year|time)',
    'strike|rescind\\w*|revok\\w*|declin\\w*|reject\\w*|forfeit\\w*|releas\\w*|let (?:it )?go|(?:bow|sit|opt|drop|back)\\w* (?:this )?(?:one )?out|taken off|struck|waiv\\w*|relinquish\\w*|giv\\w* (?:it )?up',
    "(?:check|ask|talk)(?:ing)? with|compar(?:e|ing)|saving up|budget|broke|next(?! (?:week|month|year|door|day))|repeat|should be|seen? (?:it|that|this)|saw|amazon|temu|shein|ebay|walmart|yikes|nty|no+pe|eww*|(?:want|wanna|like|let'?s|love|need) (?:to )?see",
    'minus|except\\w*|exclud\\w*|nil|none|zero|as long as|provided|assuming|in case|once (?:i|it|they|you)|when (?:i|it|they|restocked|back)|would be (?:nice|great|good)|would love to but',
    'oop\\w*|miss click\\w*|actually\\s*$|rethink\\w*|reconsider\\w*|my name off|fat fingers?|autocorrect\\w*|slip(?:ped)?(?! dress| on|pers?)|unintention\\w*|inadvertent\\w*|(?:wasn|isn)t me|bumped|pocket typed|glitch\\w*|lagg\\w*|idk|idek|dunno|hm+|umm+|on the fence|tbc|tbd|pending|on hold|stand ?by|waitlist',
    'ayaw|ayoko|wag|huwag|wala|hindi|di na|saka na|mamaya|pass muna|batal|tak (?:jadi|nak|mahu)|nanti',
    'bogus|flop(?:ped)?|joy ?buyer|testing|tests?|just kidding|kidding|jk|j/k|joking|joke|pranks?',
    '(?:was|by) my (?:kid|kids|son|daughter|child|toddler|cat|dog|baby)|(?:(?:my|the) )?(?:kid|kids|child|toddler|baby) (?:typed|pressed|clicked|did|wrote|sent|was|touched)|(?:my|the) (?:son|daughter|cat|dog|brother|sister|husband|wife) (?:typed|pressed|clicked|did|wrote|sent|was|touched)',
    'my bad|another|agree\\w*|(?:to|for) (?:that|this)|same here|a few|several|a couple|couple of|dozens?|half (?:a|of)|misread|meant|mix(?:ed)? up|not mine|again|instead',
    `but(?! (?:in|with|make|please|pls|no rush))`,
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .concat([
      `${ITEM}[^${ITEM}]*\\b(?:sorry|apolog\\w+)\\b`,
      `\\btomorrow\\s*[.!]*\\s*$(?<!(?:by|before|for|until) tomorrow\\s*[.!]*\\s*)`,
      `(?:^|${ITEM})\\s*out\\s*(?:$|${ITEM})`,
      `\\bmy\\s*${ITEM}`,
      `\\b(?:less|but)\\s*(?:the )?${ITEM}`,
      `^[^${ITEM}]*${ITEM}\\s*(?:all|many|lots)\\b(?! for| the| to)`,
      `(?<!\\b(?:can|could|may|should|let) )\\b(?:i|we) (?:already |also )?(?:have|had|own)\\s*(?:an? |the |this |my )?${ITEM}`,
      `\\b${PEOPLE} (?:should |must |can |will |all |also |just )?(?:wants?|needs?|buys?|bought|gets?|got|orders?|ordered|says?|said|takes?|took|likes?|liked|grab|has|have|typed)\\b`,
      `\\bshow(?:ing)? (?:the |that |this )?${ITEM}|\\b(?:go )?back to (?:the )?${ITEM}|\\bnext is ${ITEM}`,
      `\\bthan\\s*(?:the )?${ITEM}|\\bcompared?\\b`,
    ]),
  question: [
    '\\b(?:is|are|does|do|did|can|could|has|will|would|was) (?:it|that|this|these|those|they|there|you|u|he|she|anyone|the)\\b',
    '\\b(?:links?|details?|infos?|information|measurements?|dimensions?|fabrics?|materials?|sizing|sizes|size chart|stock|left|wondering|curious|anyone know|demo|clos(?:e|er) (?:look|up)|close-?up|zoom\\w*|options|rrp|msrp|lowest|nego\\w*|magkano|pwede|meron|avail|berapa|ada lagi|colou?rs? (?:available|options)|which colou?rs?|best price you|hw much|howmuch|hbu)\\b',
  ],
  negated: [
    "\\b(?:do|does|did|is|are|was|were|ca|could|wo|would|should|has|have|had|ai)n'?t\\b|\\b(?:nah+|naw|nay|nop|noo+|neither|nor|hardly)\\b",
    '\\b(?:itchy|scratchy|see[- ]?through|sheer|runs? (?:small|large|big|tight|short)|looks (?:different|cheap|odd|weird|bad))\\b',
    '\\b(?:unable|refuse|stop|quit|against|hate[ds]?|dislike[ds]?|ugly|meh|eww+|yuck|overpriced|expensive|pricey|steep|costly)\\b',
    `\\btoo (?:${TOO})\\b`,
  ],
  remark: [
    '\\b(?:payment|card) (?:failed|declined|error)|\\bsame as last\\b|\\b(?:did|do) i (?:get|have|win)\\b|\\banyone else\\b',
    '\\b(?:gone|missed|returned|returning|returns|refunded|broke|broken|damaged|defect\\w*|stained|torn|suck(?:s|ed)?|scam\\w*|fakes?|rip|cheated|disappoint\\w*|awful|terrible|worst|worse|bad|boring)\\b',
    '(?<!been )\\bwaiting (?:for|on)\\b|\\b(?:was|were) (?:cheaper|better|nicer|the)\\b|\\bbetter than\\b|\\bdelivered\\b|\\bshipped\\b|\\bdelayed\\b',
  ],
}
