// Who is credited with a hold: a table of cases, each with the answer that a shop would give by hand.
import { DEFAULT_RULES, SharerId, type SharingRules } from '@lantern/shared/contract/sharing.ts'
import { expect, test } from 'vitest'
import { attribute, type Buyer, type Sharer } from './attribute.ts'

const DAY = 86_400_000
const NOW = 1000 * DAY
const id = (name: string) => SharerId.parse(`sharer-${name}`)

/** `willow`, and `river`, whom she brought; `buyer` is the buyer; `gone` stopped; `loop` says of itself that it brought itself. */
const SHARERS: Readonly<Record<string, Partial<Sharer>>> = {
  willow: {},
  river: { upperId: id('willow') },
  buyer: { isBuyer: true, upperId: id('willow') },
  brought: { upperId: id('buyer') },
  gone: { isOver: true },
  ofGone: { upperId: id('gone') },
  loop: { upperId: id('loop') },
}

const sharers = new Map(
  Object.entries(SHARERS).map(([name, more]) => [
    id(name),
    { id: id(name), upperId: null, isOver: false, isBuyer: false, ...more },
  ]),
)

/** `river 3`: river's link was clicked three days ago; `river 9~3`: that is the last of a day whose first was nine days ago. */
function toClick(text: string): Buyer['clicks'][number] {
  const [name = '', when = ''] = text.split(' ')
  const [first = '0', last = first] = when.split('~')
  return { sharerId: id(name), link: name, firstAt: NOW - Number(first) * DAY, lastAt: NOW - Number(last) * DAY }
}

function toBond(text: string): Buyer['bonds'][number] {
  const { sharerId, link, firstAt: at } = toClick(text)
  return { sharerId, link, at }
}

type Case = readonly [
  what: string,
  rules: Partial<SharingRules>,
  clicks: readonly string[],
  orders: readonly string[],
  answer: string | null,
]

const CASES: readonly Case[] = [
  ['nobody clicked', {}, [], [], null],
  ['sharing is off', { isOn: false }, ['willow 1'], [], null],
  ['one click', {}, ['willow 1'], [], 'willow by click'],
  ['the last of two', {}, ['willow 5', 'river 1'], [], 'river by click, willow above'],
  ['the first of two', { click: 'first' }, ['willow 5', 'river 1'], [], 'willow by click'],
  ['a click that binds no more', {}, ['willow 7'], [], null],
  ['a moment before that', {}, ['willow 6.99999'], [], 'willow by click'],
  ['the first that still binds', { click: 'first' }, ['willow 8', 'river 1'], [], 'river by click, willow above'],
  [
    'the first of a day that is too old, whose last is not',
    { click: 'first' },
    ['willow 7.2~6.8', 'river 6.9'],
    [],
    'river by click, willow above',
  ],
  ['a click of this very moment', {}, ['willow 0'], [], 'willow by click'],
  ['a click of the future', {}, ['willow -1'], [], null],
  ['an order binds longer than a click', {}, ['willow 20'], ['willow 20'], 'willow by order'],
  ['an order that binds no more', {}, [], ['willow 30'], null],
  ['a bound buyer is protected', {}, ['river 1'], ['willow 20'], 'willow by order'],
  ['a bound buyer who is not', { protects: false }, ['river 1'], ['willow 20'], 'river by click, willow above'],
  ['not protected, and nobody else came', { protects: false }, [], ['willow 20'], 'willow by order'],
  ['the latest of two orders', {}, [], ['willow 20', 'river 10'], 'river by order, willow above'],
  ['orders bind for no time', { orderDays: 0 }, [], ['willow 0'], null],
  ['the buyer’s own link', {}, ['buyer 1'], [], null],
  ['the buyer’s own link, where that counts', { ownPurchases: true }, ['buyer 1'], [], 'buyer by click, willow above'],
  ['own link after another’s', {}, ['river 3', 'buyer 1'], [], 'river by click, willow above'],
  ['whom the buyer brought', {}, ['brought 1'], [], 'brought by click'],
  ['the same, where own purchases count', { ownPurchases: true }, ['brought 1'], [], 'brought by click, buyer above'],
  ['who stopped', {}, ['gone 1'], [], null],
  ['who stopped after an order', {}, ['willow 1'], ['gone 20'], 'willow by click'],
  ['brought by who stopped', {}, ['ofGone 1'], [], 'ofGone by click'],
  ['a circle of one', {}, ['loop 1'], [], 'loop by click'],
  ['a sharer nobody knows', {}, ['nobody 1'], [], null],
  [
    'two links in one moment: the first by its letters',
    {},
    ['willow 1', 'river 1'],
    [],
    'river by click, willow above',
  ],
]

const said = (found: ReturnType<typeof attribute>) => {
  if (found === null) return null
  const name = (sharer: string) => sharer.slice('sharer-'.length)
  return `${name(found.sharerId)} by ${found.by}${found.upperId === null ? '' : `, ${name(found.upperId)} above`}`
}

test.each(CASES)('%s', (...given) => {
  const [, rules, clicks, orders, answer] = given
  const buyer = { now: NOW, clicks: clicks.map(toClick), bonds: orders.map(toBond), sharers }

  expect(said(attribute(buyer, { ...DEFAULT_RULES, isOn: true, ...rules }))).toBe(answer)
  const turned = { ...buyer, clicks: buyer.clicks.toReversed(), bonds: buyer.bonds.toReversed() }
  expect(said(attribute(turned, { ...DEFAULT_RULES, isOn: true, ...rules }))).toBe(answer)
})
