// How every language is written, of the core and of every feature.
import { globSync } from 'node:fs'
import { expect, it } from 'vitest'

const SHARED = `${import.meta.dirname}/../..`
const CHINESE = globSync(['ui/words/*.zh-*.ts', 'features/*/words.zh-*.ts'], { cwd: SHARED })
/** Beside a Chinese character, or what is filled in beside one; `分:秒` is what is typed. */
const HALF_WIDTH = /[\p{Script=Han}][,.!?;:()](?!秒)|[,!?;:()](?!秒)\p{Script=Han}|\.\.\.|"/u
/** One word for one thing: each of these has a twin that stands everywhere else, and is the one to take. */
const TWINS = {
  'zh-Hans': {
    商店: '店铺',
    钉选: '讲解',
    款式: '规格',
    占位: '留货',
    折扣码: '优惠码',
    结算: '结账',
    设定: '设置',
    特卖: '抢购',
    币种: '货币',
    货品: '商品',
  },
  'zh-Hant': {
    店鋪: '商店',
    釘選: '講解',
    款式: '規格',
    佔位: '留貨',
    折扣碼: '優惠碼',
    結算: '結帳',
    簽名: '簽章',
    搶購: '特賣',
    打開: '開啟',
    幣別: '貨幣',
    貨品: '商品',
  },
} as const

const textsIn = async (name: string) => {
  const books: object = await import(/* @vite-ignore */ `${SHARED}/${name}`)
  return Object.values(books).flatMap((book: Readonly<Record<string, string>>) => Object.values(book))
}

it.each(CHINESE)('has one word for one thing in %s', async (name) => {
  const twins = Object.entries(TWINS[name.includes('zh-Hans') ? 'zh-Hans' : 'zh-Hant'])

  const wrong = (await textsIn(name)).flatMap((text) =>
    twins.filter(([twin]) => text.includes(twin)).map(([twin, word]) => `${twin} is ${word}: ${text}`),
  )
  expect(wrong).toEqual([])
})

it.each(CHINESE)('sets Chinese punctuation in %s, and the quotes of its country', async (name) => {
  const texts = await textsIn(name)
  const others = name.includes('zh-Hans') ? /[「」『』]/ : /[“”‘’]/

  const wrong = texts.filter((text) => HALF_WIDTH.test(text.replace(/{{\w+}}/g, '中')) || others.test(text))
  expect(texts.length).toBeGreaterThan(0)
  expect(wrong).toEqual([])
})

const ALL = globSync(['ui/words/*.{en,zh-Hans,zh-Hant}.ts', 'features/*/words.*.ts'], { cwd: SHARED })
/** One brace is filled in by nobody, and is read as it stands. */
const ODD_BRACES = /(?<!{){\w+}|{\w+}(?!})/

it.each(ALL)('has two braces around what is filled in, in %s', async (name) => {
  const texts = await textsIn(name)

  expect(texts.length).toBeGreaterThan(0)
  expect(texts.filter((text) => ODD_BRACES.test(text))).toEqual([])
})
