// What a round trip asks for next, and when a shop may be used.
import { TRIP_STEPS } from '@lantern/shared/contract/connections.ts'
import { describe, expect, it } from 'vitest'
import { hasPassed, mainAct, type Situation, toDoOf } from './trip.ts'
import type { StepState, StepView } from './view.ts'

const step = (id: StepView['id'], state: StepState, more: Partial<StepView> = {}): StepView => ({
  id,
  state,
  said: '',
  figure: '',
  note: '',
  since: null,
  link: null,
  files: [],
  rows: [],
  choices: null,
  ...more,
})
const all = (state: StepState) => TRIP_STEPS.map((id) => step(id, state))
const files = [{ path: 'lantern.ts', lines: 38, shown: '', text: '' }]
const situation = (more: Partial<Situation> = {}): Situation => ({
  isDraft: false,
  canTest: true,
  steps: [],
  isInUse: false,
  isLocked: false,
  ...more,
})

describe('a round trip', () => {
  it('has to do what waits, is to be done or failed, and not what comes later or cannot be', () => {
    const states: StepState[] = ['passed', 'waiting', 'to_do', 'failed', 'untried', 'cannot']

    expect(toDoOf(states.map((state) => step('priced_cart', state)))).toBe(3)
  })

  it('has passed when every step has that the shop can do, and never without a step', () => {
    expect(hasPassed(all('passed'))).toBe(true)
    expect(hasPassed([...all('passed').slice(1), step('gives_back', 'cannot')])).toBe(true)
    expect(hasPassed([...all('passed').slice(1), step('told_of_order', 'untried')])).toBe(false)
    expect(hasPassed([])).toBe(false)
  })
})

describe('the one orange button', () => {
  it('saves what is typed before anything else', () => {
    expect(mainAct(situation({ isDraft: true, steps: all('passed') }))).toEqual({ act: 'save' })
  })

  it('is in the step that waits with a file or a checkout, not in one that has passed', () => {
    const waits = [step('opens_checkout', 'passed', { files }), step('told_of_order', 'waiting', { files })]
    const toPay = [step('told_of_order', 'waiting', { link: 'https://shop.example/checkout' })]

    expect(mainAct(situation({ steps: waits }))).toEqual({ act: 'step', step: 'told_of_order' })
    expect(mainAct(situation({ steps: toPay }))).toEqual({ act: 'step', step: 'told_of_order' })
  })

  it('tests what was not tried, or failed without a choice to make', () => {
    const choices = {
      field: 'MEDUSA_LOCATION_ID' as const,
      choices: [{ id: 'sloc_1', name: 'Store room', said: '', isChosen: false }],
    }

    expect(mainAct(situation())).toEqual({ act: 'test' })
    expect(mainAct(situation({ canTest: false }))).toEqual({ act: 'none' })
    expect(mainAct(situation({ steps: [step('reads_products', 'failed')] }))).toEqual({ act: 'test' })
    expect(mainAct(situation({ steps: [step('sets_stock_apart', 'to_do', { choices })] }))).toEqual({ act: 'none' })
  })

  it('uses the shop once every step has passed, unless it is in use or the settings choose', () => {
    const steps = all('passed')

    expect(mainAct(situation({ steps }))).toEqual({ act: 'use' })
    expect(mainAct(situation({ steps, isInUse: true }))).toEqual({ act: 'none' })
    expect(mainAct(situation({ steps, isLocked: true }))).toEqual({ act: 'none' })
    expect(mainAct(situation({ isInUse: true }))).toEqual({ act: 'none' })
  })
})
