// What browsers are told of TURN servers, and how an address of one is read.
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { readConfig } from '../settings/config.ts'
import { createIceServers } from './iceServers.ts'
import { turnPlace } from './tryTurn.ts'

const NOW = 1_800_000_000_000
const URL_OF_TURN = 'turns:turn.example.com:443?transport=tcp'
const none = { secret: null, username: null, password: null }

test('with a shared secret a name is good for twelve hours, and the secret signs it', () => {
  const iceServers = createIceServers(
    { turnUrls: [URL_OF_TURN], turnLogin: { ...none, secret: 'open-sesame' } },
    () => NOW,
  )

  const username = `${NOW / 1000 + 12 * 3600}:lantern`
  const credential = createHmac('sha1', 'open-sesame').update(username).digest('base64')
  expect(iceServers()).toEqual([{ urls: [URL_OF_TURN], username, credential }])
})

test('a name and password are handed on, and without an address nothing is told', () => {
  const turnLogin = { ...none, username: 'lantern', password: 'pass' }

  expect(createIceServers({ turnUrls: [URL_OF_TURN], turnLogin }, () => NOW)()).toEqual([
    { urls: [URL_OF_TURN], username: 'lantern', credential: 'pass' },
  ])
  expect(createIceServers({ turnUrls: [], turnLogin: none }, () => NOW)()).toEqual([])
})

test.each([
  ['turn:turn.example.com', { host: 'turn.example.com', port: 3478, way: 'udp' }],
  ['turn:192.0.2.7:3479?transport=tcp', { host: '192.0.2.7', port: 3479, way: 'tcp' }],
  ['turns:turn.example.com', { host: 'turn.example.com', port: 5349, way: 'tls' }],
  ['turn:[2001:db8::7]:3478', { host: '2001:db8::7', port: 3478, way: 'udp' }],
  ['stun:turn.example.com', null],
  ['https://turn.example.com', null],
  ['turn:turn.example.com:99999', null],
])('%s is read', (url, place) => {
  expect(turnPlace(url)).toEqual(place)
})

test.each([
  [{ TURN_URLS: URL_OF_TURN }, /^TURN_SECRET: is missing, or TURN_USERNAME and TURN_PASSWORD/],
  [{ TURN_URLS: URL_OF_TURN, TURN_USERNAME: 'lantern' }, /^TURN_SECRET: is missing/],
  [{ TURN_SECRET: 'open-sesame' }, /^TURN_URLS: is missing/],
  [
    { TURN_URLS: URL_OF_TURN, TURN_SECRET: 'open-sesame', TURN_USERNAME: 'lantern', TURN_PASSWORD: 'pass' },
    /^TURN_SECRET: must be alone/,
  ],
  [{ TURN_URLS: 'stun:turn.example.com', TURN_SECRET: 'open-sesame' }, /^TURN_URLS: must be addresses/],
])('%o is refused', (env, sentence) => {
  const outcome = readConfig({ DEMO: '1', ...env })

  expect(outcome.ok ? [] : outcome.problems).toEqual([expect.stringMatching(sentence)])
})
