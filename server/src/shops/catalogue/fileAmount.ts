// Amounts and numbers of units as people and spreadsheets write them: $1,234.50 and 1.234,50 € and 18,00; what can be read in two ways is not read.
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import { readAmount as readRounded } from '../money.ts'

/** What stands before the decimals all over a file; null: nothing tells. */
export type Point = '.' | ',' | null

export interface AmountForm {
  /** Of the currency. */
  readonly places: number
  readonly point: Point
  /** Without the currency's own sign. */
  readonly bare: (text: string) => string
}

const GROUPED = /^-?\d{1,3}([ .,'’])\d{3}(?:\1\d{3})*(?:([.,])\d{1,3})?$/
/** As in India: 1,23,456.00 */
const LAKHS = /^-?\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,3})?$/
/** May be a thousand and eight hundred, or one and eight tenths. No group begins with a zero. */
const EITHER = /^-?[1-9]\d{0,2}([.,])\d{3}$/
const SHOWN_IN =
  'en zh-Hans zh-Hant zh-Hant-HK ja ko de fr es it pl cs hu sv da nb is sr-Latn ro tr id ms vi th hi'.split(' ')
const ALSO: Readonly<Record<string, readonly string[]>> = {
  CNY: ['元', 'rmb'],
  TWD: ['元', 'nt$', 'ntd'],
  HKD: ['元'],
  JPY: ['円', '元'],
  RSD: ['дин.', 'дин', 'din.', 'din'],
  KWD: ['kd', 'د.ك.', 'د.ك'],
  TND: ['dt', 'د.ت.', 'د.ت'],
  BHD: ['bd', 'د.ب.', 'د.ب'],
  JOD: ['jd', 'د.أ.', 'د.أ'],
  AED: ['dhs', 'dh', 'د.إ.', 'د.إ'],
  SAR: ['sr', 'ر.س.', 'ر.س'],
}

/** Full width is read like the narrow one, and a blank is a blank. */
const plainOf = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** How the currency is written in the languages that shops export in. */
function signsOf(currency: string): readonly string[] {
  const shown = SHOWN_IN.flatMap((locale) =>
    (['symbol', 'narrowSymbol'] as const).flatMap((currencyDisplay) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay })
        .formatToParts(1)
        .flatMap(({ type, value }) => (type === 'currency' ? [plainOf(value).toLowerCase()] : [])),
    ),
  )
  const all = new Set([currency.toLowerCase(), ...shown, ...(ALSO[currency] ?? [])])
  return [...all].filter((sign) => sign !== '').sort((a, b) => b.length - a.length)
}

/** `texts`: all amounts of the file. */
export function amountFormOf(currency: string, texts: readonly string[]): AmountForm {
  const signs = signsOf(currency)
  const bare = (text: string) => {
    const plain = plainOf(text)
    const small = plain.toLowerCase()
    const first = signs.find((sign) => small.startsWith(sign))
    if (first !== undefined) return plain.slice(first.length).trim()
    const last = signs.find((sign) => small.endsWith(sign))
    return last === undefined ? plain : plain.slice(0, -last.length).trim()
  }
  return { places: placesOf(currency), point: pointOf(texts.map(bare)), bare }
}

/** Three digits behind it may be a group of thousands: they tell nothing. */
function pointOf(texts: readonly string[]): Point {
  const isComma = texts.some(
    (text) => /^[^,]*,(?:\d{1,2}|\d{4,})$/.test(text) || /^-?\d{1,3}(?:\.\d{3}){2,}$/.test(text),
  )
  const isDot = texts.some((text) => /^[^.]*\.(?:\d{1,2}|\d{4,})$/.test(text) || /^-?\d{1,3}(?:,\d{3}){2,}$/.test(text))
  if (isComma === isDot) return null
  return isComma ? ',' : '.'
}

/** Null: not an amount, one that may be two, or one that the currency has no coins for: 12.50 in a file of yen is another currency's. */
export function readFileAmount(text: string, form: AmountForm): number | null {
  const { places, point, bare } = form
  const written = bare(text).replace(/[.,]-{1,2}$/, '')
  const either = EITHER.exec(written)
  if (either !== null) return readEither(written, { sign: either[1] ?? '', places, point })
  const plain = readAmount(written, places)
  if (plain !== null) return plain
  if (/^-?\d{1,12},\d{1,10}$/.test(written)) return readAmount(written.replace(',', '.'), places)
  if (LAKHS.test(written)) return readAmount(written.replaceAll(',', ''), places)
  return readGrouped(written, places)
}

/** Nothing is rounded: who wrote finer than the currency meant another one, or another number. */
function readAmount(text: string, places: number): number | null {
  const finer = /\.(\d+)$/.exec(text)?.[1]?.slice(places) ?? ''
  return /[1-9]/.test(finer) ? null : readRounded(text, places)
}

interface Either {
  readonly sign: string
  readonly places: number
  readonly point: Point
}

/** Without minor units it is a thousand; in dinars, which have three, a point is one. */
function readEither(text: string, { sign, places, point }: Either): number | null {
  const decimal = () => readAmount(text.replace(sign, '.'), places)
  const group = () => readAmount(text.replace(sign, ''), places)
  if (places === 0) return group()
  if (point !== null) return point === sign ? decimal() : group()
  return places >= 3 && sign === '.' ? decimal() : null
}

function readGrouped(text: string, places: number): number | null {
  const found = GROUPED.exec(text)
  if (found === null) return null
  const [, group = '', point] = found
  if (point === group) return null
  const whole = text.replaceAll(group, '')
  return readAmount(point === undefined ? whole : whole.replace(point, '.'), places)
}

/** Null: no whole number, or one that may be two. */
export function readUnits(text: string, point: Point): number | null {
  const written = plainOf(text).replace(/^\+/, '')
  const either = EITHER.exec(written)
  if (either === null) return readWhole(ungrouped(written).replace(/[.,]0+$/, ''))
  if (point === null) return null
  return readWhole(either[1] === point ? written.replace(/[.,]000$/, '') : written.replace(/[.,]/, ''))
}

function ungrouped(text: string): string {
  const [, group = '', point] = GROUPED.exec(text) ?? []
  return group === '' || point === group ? text : text.replaceAll(group, '')
}

function readWhole(text: string): number | null {
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null
}
