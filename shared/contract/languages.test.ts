// Readers get the language that they or their browser ask for.
import { expect, it } from 'vitest'
import { localeFromHeader, matchLocale } from './languages.ts'

it.each([
  ['en;q=0.1, zh-TW;q=0.9', 'zh-Hant'],
  ['zh;q=0, en', 'en'],
  ['yue-Hant-HK, en;q=0.1', 'zh-Hant'],
  ['fr, zh-TW;q=0.8, en;q=0.5', 'zh-Hant'],
  ['zh-CN,zh;q=0.9,en;q=0.8,zh-TW;q=0.7', 'zh-Hans'],
  ['zh,zh-CN;q=0.9,en;q=0.8', 'zh-Hans'],
  ['de, en ; Q = 0.300 , zh-Hant-HK;q=.4', 'zh-Hant'],
  ['en-GB;level=1;q=0.2, zh;q=0.3', 'zh-Hans'],
  ['zh-Hans;q=0, zh', 'zh-Hant'],
  ['zh;q=0, zh-TW;q=0.1', 'zh-Hant'],
  ['zh-TW;q=0.000, en;q=0.001', 'en'],
  ['de, *;q=0.5, en;q=0.1', 'zh-Hans'],
  ['en;q=0, *', 'zh-Hans'],
  ['fr, *;q=0.1', 'en'],
  ['en;q=0.5, zh-TW;q=0.5', 'en'],
  ['zh-TW;q=high, en;q=0.1', 'en'],
  ['zh-TW;q=, en;q=0.1', 'en'],
  ['*;q=0', 'en'],
  ['en;q=0', 'zh-Hans'],
  ['en;q=0, fr', 'zh-Hans'],
  ['en;q=0, zh-Hans;q=0', 'zh-Hant'],
  ['zh-TW;q=0x1, en;q=0.5', 'en'],
  ['zh-TW;q=1e0, en;q=0.5', 'en'],
  ['zh-TW;q=-1, en;q=0.1', 'en'],
  ['zh-TW;q=1.5, en', 'en'],
  [';;,,q=1,zh-HK;q=0.5,', 'zh-Hant'],
  [`${'aa,'.repeat(700)}zh-TW`, 'zh-Hant'],
  [`zh-TW,${'a'.repeat(2_000)}`, 'zh-Hant'],
  ['de', 'en'],
  ['', 'en'],
  [`${'de,'.repeat(5_000)}zh`, 'en'],
] as const)('%.60s -> %s', (header, locale) => {
  expect(localeFromHeader(header)).toBe(locale)
})

it.each([
  ['zh-Hant', ['zh-Hant', 'zh-TW', 'zh-hk', 'zh_MO', 'zh-Hant-CN', 'yue', 'yue-HK', 'zh-yue', 'nan-TW', 'cmn-Hant']],
  ['zh-Hans', ['zh', 'zh-CN', 'zh-SG', 'zh-Hans-HK', 'zh-Hans-MO', 'yue-Hans', 'yue-CN', 'cmn', 'wuu-CN', 'ZH-CN']],
  ['en', ['en', 'EN-gb', 'en-US', 'en_AU', 'en-Latn-HK']],
  [null, ['enm', 'de', 'zha', 'ja', '', '*', 'english']],
] as const)('%s is the language for %j', (locale, tags) => {
  expect(tags.filter((tag) => matchLocale(tag) !== locale)).toEqual([])
})
