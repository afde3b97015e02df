// Who opens a link: people are told from robots that draw previews, pages that load ahead, and staff.
import { expect, test } from 'vitest'
import { openerOf } from './whoOpens.ts'

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const opener = (headers: Record<string, string>) => openerOf({ headers: { 'user-agent': PHONE, ...headers } })

test.each([
  ['a phone', PHONE],
  ['WeChat’s own browser', `${PHONE} MicroMessenger/8.0.60 NetType/WIFI Language/zh_CN`],
  ['LINE’s own browser', `${PHONE} Line/15.8.0`],
  [
    'WhatsApp’s own browser on Android',
    'Mozilla/5.0 (Linux; Android 16; wv) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
  ],
  ['Facebook’s own browser', `${PHONE} [FBAN/FBIOS;FBAV/512.0]`],
])('%s is a person', (_name, agent) => {
  expect(opener({ 'user-agent': agent })).toBe('person')
})

test.each([
  ['Facebook', 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)'],
  ['WhatsApp', 'WhatsApp/2.24.20.89 A'],
  ['Telegram', 'TelegramBot (like TwitterBot)'],
  ['X', 'Twitterbot/1.0'],
  ['LINE', 'Mozilla/5.0 (compatible; Linespider/1.1; +https://lin.ee/4dwXkTH)'],
  ['Slack', 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)'],
  ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  ['a program', 'curl/8.5.0'],
  ['nobody who says', ''],
])('what %s fetches is a preview', (_name, agent) => {
  expect(opener({ 'user-agent': agent })).toBe('machine')
})

test.each([
  ['sec-purpose', 'prefetch;prerender'],
  ['purpose', 'prefetch'],
  ['x-purpose', 'preview'],
  ['x-moz', 'prefetch'],
])('what is loaded ahead by %s: %s is nobody’s open', (name, value) => {
  expect(opener({ [name]: value })).toBe('machine')
})

test('who is logged in, or was on this device, is staff', () => {
  expect(opener({ cookie: 'a=b; lantern_staff=x' })).toBe('staff')
  expect(opener({ cookie: '__Host-lantern_device=x' })).toBe('staff')
  expect(opener({ cookie: 'lantern_viewer=x' })).toBe('person')
})
