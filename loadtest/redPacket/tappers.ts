// The process of all viewers of the rush: joined first, then each taps at an instant fixed beforehand, whatever the others are told.
import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { answerEach } from '../room/child.ts'
import type { FromTappers, TapAll, Tapped, ToTappers } from './plan.ts'
import { joinAs, type Tapper } from './tapper.ts'

const AT_ONCE = 25
const all: Tapper[] = []
let asked: TapAll | null = null

/** 127.1.0.1 and on: of loopback all are there. */
const addressOf = (nth: number) => `127.1.${Math.floor(nth / 250)}.${(nth % 250) + 1}`

function cookieOf(url: string, localAddress: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { localAddress, agent: false }, (answer) => {
      answer.resume()
      const given = answer.headers['set-cookie'] ?? []
      resolve(given.map((line) => line.split(';')[0]).join('; '))
    }).once('error', reject)
  })
}

async function joinOne({ url, show, plan }: TapAll, nth: number): Promise<void> {
  const address = addressOf(Math.floor(nth / plan.perAddress))
  const cookie = await cookieOf(`${url}/s/${show}`, address)
  all.push(await joinAs({ url, show, address, cookie }))
}

async function join(given: TapAll): Promise<FromTappers> {
  asked = given
  for (let done = 0; done < given.plan.taps; done += AT_ONCE) {
    const many = Math.min(AT_ONCE, given.plan.taps - done)
    await Promise.all(Array.from({ length: many }, (_, index) => joinOne(given, done + index)))
  }
  return { type: 'joined', joined: all.length }
}

async function tap(activityId: string): Promise<FromTappers> {
  if (asked === null) throw new Error('nobody has joined')
  const { withinMs, taps } = asked.plan
  const startAt = performance.now() + 500
  const lagMs: number[] = []
  const replies = all.map(async (tapper, nth): Promise<Tapped> => {
    const at = startAt + (nth / taps) * withinMs
    await pause(at - performance.now())
    lagMs.push(performance.now() - at)
    return tapper.tap(activityId)
  })
  return { type: 'tapped', taps: await Promise.all(replies), lagMs }
}

answerEach<ToTappers, FromTappers>((question) => (question.type === 'join' ? join(question) : tap(question.activityId)))
