// What kind of device a browser says it runs on.
import { expect, test } from 'vitest'
import { deviceKind } from './deviceKind.ts'

const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0'
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0'

test.each([
  ['phone', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${APPLE} Mobile/15E148 Safari/604.1`, 5],
  ['phone', `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${CHROME} Mobile Safari/537.36`, 5],
  ['phone', `Mozilla/5.0 (Linux; Android 12; HarmonyOS) ${CHROME} Mobile Safari/537.36 MicroMessenger/8.0`, 5],
  ['tablet', `Mozilla/5.0 (Linux; Android 14; SM-X710) ${CHROME} Safari/537.36`, 5],
  ['tablet', `Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) ${APPLE} Mobile/15E148 Safari/604.1`, 5],
  ['tablet', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Safari/605.1.15`, 5],
  ['tablet', 'Mozilla/5.0 (Android 14; Tablet; rv:140.0) Gecko/140.0 Firefox/140.0', 5],
  ['computer', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Safari/605.1.15`, 0],
  ['computer', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`, 10],
  ['computer', `Mozilla/5.0 (X11; Linux x86_64) ${CHROME} Safari/537.36`, 0],
])('a %s: %s', (kind, userAgent, maxTouchPoints) => {
  expect(deviceKind({ userAgent, maxTouchPoints })).toBe(kind)
})
