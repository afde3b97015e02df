// Rounds of drand's quicknet as they were recorded, told when the tests' clock says that they are out.
import { QUICKNET, roundFrom, roundTime } from '@lantern/shared/activities/rounds.ts'
import type { Beacon, RandomNumber } from '../activities/seals/beacon.ts'
import type { SharedClock } from '../kit/clock.ts'

/** Published by drand's relays; the first and the last are those of the tests of noislabs/drand-verify and its Python front. */
export const RECORDED: readonly RandomNumber[] = [
  {
    round: 123,
    randomness: 'fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc',
    signature: 'b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92',
  },
  {
    round: 1000,
    randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
    signature: 'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
  },
  {
    round: 657_413,
    randomness: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
    signature: 'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
  },
]

/** A draw of half a minute that is opened then is decided by round 1000. */
export const BEFORE_ROUND_1000 = roundTime(1000) - 36_000

export interface RecordedBeacon extends Beacon {
  /** Whether the network answers. */
  reach(isReached: boolean): void
}

export function createRecordedBeacon(clock: SharedClock): RecordedBeacon {
  let isReached = true
  return {
    chainNow: () => ({ ...QUICKNET, round: Math.max(1, roundFrom(clock.now() + 1) - 1), isReached }),
    look: () => Promise.resolve(),
    find(round) {
      const isOut = isReached && clock.now() >= roundTime(round)
      return Promise.resolve(isOut ? (RECORDED.find((one) => one.round === round) ?? null) : null)
    },
    close: () => {},
    reach(is) {
      isReached = is
    },
  }
}
