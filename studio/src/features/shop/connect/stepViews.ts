// The steps of a round trip in words: what was found, what to do, and what to choose.
import type {
  ConnectionField,
  ConnectionFieldName,
  KindConnection,
  ShopRecipe,
  TripProblem,
  TripStep,
  TripStepId,
} from '@lantern/shared/contract/connections.ts'
import { CONNECTION_FIELD_NAMES } from '@lantern/shared/contract/connections.ts'
import { RefusedReason } from '@lantern/shared/contract/refusedEvents.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { formatCount, formatMoney } from '@lantern/shared/ui/money.ts'
import { formatMoment } from '@lantern/shared/ui/time.ts'
import type { Say } from '../../../words.ts'
import { nameOf } from './fieldViews.ts'
import { filesOf, rowsOf } from './recipeViews.ts'
import { standingsOf } from './standings.ts'
import { asks } from './trip.ts'
import type { StepChoicesView, StepView } from './view.ts'

export interface Speaking {
  readonly say: Say
  readonly locale: Locale
}

type Tried = Pick<KindConnection, 'fields' | 'trip'>

export function stepViews({ fields, trip }: Tried, recipe: ShopRecipe | null, by: Speaking): readonly StepView[] {
  const link = trip.steps.find(({ id }) => id === 'opens_checkout')?.figures.link ?? null
  return standingsOf(trip.steps).map((step) => {
    const isOpen = asks(step)
    const { id, state, figures } = step
    return {
      id,
      state,
      said: saidOf(step, fields, by),
      ...endOf(step, by),
      since: state === 'waiting' ? (figures.at ?? null) : null,
      // What the test has opened is to be paid now.
      link: id === 'told_of_order' && isOpen ? link : null,
      files: isOpen ? filesOf(recipe, id) : [],
      rows: isOpen ? rowsOf(recipe, id, by.say) : [],
      choices: isOpen ? choicesOf(step, fields, by) : null,
    }
  })
}

function saidOf(step: TripStep, fields: Tried['fields'], by: Speaking): string {
  const { problem, state } = step
  // The steps above say what to do.
  if (problem === 'after_others') return ''
  if (problem !== null) return by.say(`trip.problem.${problem}`, filledIn(step, by.say))
  if (state === 'cannot') return by.say('trip.cannot')
  return state === 'passed' ? doneOf(step, fields, by) : ''
}

/** Names of fields and reasons stand in the message by their codes. */
function filledIn({ detail }: TripStep, say: Say): Record<string, string | number> {
  const reason = RefusedReason.safeParse(detail['reason'])
  const fields = namedIn(detail['fields']).map((name) => say(`connect.field.${name}`))
  return {
    ...detail,
    ...(reason.success && { reason: say(`refused.${reason.data}`) }),
    ...(fields.length > 0 && { fields: fields.join(' · ') }),
  }
}

function namedIn(fields: string | number | undefined): readonly ConnectionFieldName[] {
  const named = String(fields ?? '').split(/[\s,]+/)
  return CONNECTION_FIELD_NAMES.filter((name) => named.includes(name))
}

type Figures = TripStep['figures']
type Done = (figures: Figures, by: Speaking & { readonly fields: Tried['fields'] }) => string | null

/** Null: not enough is known to say more than that it went well. */
const DONE: Readonly<Record<TripStepId, Done>> = {
  reads_products: ({ variants, withSku = variants, currency = '' }, { say }) => {
    if (variants === undefined) return null
    if (withSku === variants) return say('trip.done.reads_products', { count: variants, currency })
    return say('trip.done.some_skus', { count: variants, currency, skus: withSku ?? 0 })
  },
  priced_cart: ({ title, cartMinor }, { say }) =>
    title === undefined
      ? null
      : say(cartMinor === undefined ? 'trip.done.priced_way' : 'trip.done.priced_cart', { title }),
  opens_checkout: ({ host }, { say }) => (host === undefined ? null : say('trip.done.opens_checkout', { host })),
  told_of_order: ({ at }, { say, locale }) =>
    at === undefined ? null : say('trip.done.told_of_order', { time: formatMoment(at, locale) }),
  gives_back: (_, { say }) => say('trip.done.gives_back'),
  sets_stock_apart: ({ location }, { say, fields }) => {
    if (location === undefined) return null
    const options = fields.find(({ name }) => name === 'MEDUSA_LOCATION_ID')?.options ?? []
    const name = options.find(({ value }) => value === location)?.label ?? location
    return say('trip.done.sets_stock_apart', { location: name })
  },
}

const doneOf = ({ id, figures }: TripStep, fields: Tried['fields'], by: Speaking): string =>
  DONE[id](figures, { ...by, fields }) ?? by.say('trip.done')

function endOf(step: TripStep, by: Speaking): Pick<StepView, 'figure' | 'note'> {
  const figure = figureOf(step, by)
  return { figure, note: figure === '' && step.state === 'passed' ? noteOf(step, by) : '' }
}

function figureOf({ id, figures }: TripStep, { locale }: Speaking): string {
  const { products, currency, liveMinor, cartMinor } = figures
  if (id === 'reads_products') return products === undefined ? '' : formatCount(products, locale)
  if (currency === undefined || liveMinor === undefined) return ''
  if (cartMinor === undefined) return formatMoney(liveMinor, currency, locale)
  const sign = liveMinor === cartMinor ? '=' : '≠'
  return `${formatMoney(liveMinor, currency, locale)} ${sign} ${formatMoney(cartMinor, currency, locale)}`
}

function noteOf({ id, figures: { ms } }: TripStep, { say, locale }: Speaking): string {
  if (ms === undefined) return id === 'gives_back' ? say('trip.can') : ''
  const seconds = { style: 'unit', unit: 'second', unitDisplay: 'narrow' } as const
  return new Intl.NumberFormat(locale, { ...seconds, minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    ms / 1000,
  )
}

/** Problems that a choice ends. */
const CHOSEN_BY: Readonly<Partial<Record<TripProblem, ConnectionFieldName>>> = {
  choose_location: 'MEDUSA_LOCATION_ID',
  location_unknown: 'MEDUSA_LOCATION_ID',
  region_unknown: 'MEDUSA_REGION_ID',
  wrong_currency: 'MEDUSA_REGION_ID',
}

function choicesOf(
  step: TripStep,
  fields: readonly ConnectionField[],
  { say, locale }: Speaking,
): StepChoicesView | null {
  const { problem, detail } = step
  if (problem === null) return null
  const named = problem === 'values_missing' ? namedIn(detail['fields']) : [CHOSEN_BY[problem]]
  const field = fields.find(({ name, options, from }) => named.includes(name) && options && from !== 'environment')
  if (!field?.options || field.options.length === 0) return null
  const choices = field.options.map((option) => {
    const { value, products, units } = option
    const said =
      products === undefined || units === undefined
        ? ''
        : say('trip.holds', { products: formatCount(products, locale), units: formatCount(units, locale) })
    return { id: value, name: nameOf(option), said, isChosen: value === field.value }
  })
  return { field: field.name, choices }
}
