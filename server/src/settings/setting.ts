// The kinds of settings: each reads a text of the environment into a typed value, and says what would have been right.
import { z } from 'zod'
import { turnPlace } from '../turn/tryTurn.ts'

/** What the settings table prints beside a setting's name. */
export interface SettingNote {
  readonly about: string
  /** As README shows it; null: it has none. */
  readonly fallback: string | null
  readonly bounds: string
  readonly secret?: boolean
}

type Read<Value> = (text: string) => Value | undefined

interface Spec<Value> extends Omit<SettingNote, 'fallback'> {
  readonly read: Read<Value>
  /** As it would be written in the environment. */
  readonly fallback?: string
  /** Shown in the table where the default depends on the machine. */
  readonly shownFallback?: string
}

function toValue<Value>(spec: Spec<Value>) {
  return z.string().transform((text, context) => {
    const value = spec.read(text.trim())
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: `must be ${spec.bounds}` })
    return z.NEVER
  })
}

function noteOf<Value>({ about, fallback, shownFallback, bounds, secret }: Spec<Value>): SettingNote {
  return { about, fallback: shownFallback ?? fallback ?? null, bounds, ...(secret === true ? { secret } : {}) }
}

/** A setting that always has a value. */
export function setting<Value>(spec: Spec<Value> & { fallback: string }) {
  return toValue(spec)
    .prefault(spec.fallback)
    .meta({ ...noteOf(spec) })
}

/** A setting that may be absent: null. */
export function optional<Value>(spec: Spec<Value>) {
  return toValue(spec)
    .optional()
    .transform((value) => value ?? null)
    .meta({ ...noteOf(spec) })
}

export const notBlank: Read<string> = (text) => (text === '' ? undefined : text)

export function wholeNumber(min: number, max: number) {
  const read: Read<number> = (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    return value >= min && value <= max ? value : undefined
  }
  return { read, bounds: `a whole number from ${min} to ${max}` }
}

/** A length of time given in a unit, fractions allowed, read into whole milliseconds. */
export function span(unitMs: number, limits: { min: number; max: number }) {
  const read: Read<number> = (text) => {
    const value = /^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN
    return value >= limits.min && value <= limits.max ? Math.round(value * unitMs) : undefined
  }
  return { read, bounds: `a number from ${limits.min} to ${limits.max}` }
}

export const yesNo = {
  read: ((text) => (text === '1' ? true : text === '0' ? false : undefined)) satisfies Read<boolean>,
  bounds: '0 or 1',
}

export function oneOf<const Choice extends string>(...choices: readonly Choice[]) {
  const read: Read<Choice> = (text) => choices.find((choice) => choice === text)
  return { read, bounds: `one of ${choices.join(', ')}` }
}

function parseUrl(text: string, schemes: readonly string[]): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url !== undefined && schemes.includes(url.protocol) && url.hostname !== '' ? url : undefined
}

const withoutSlash = (text: string) => text.replace(/\/+$/, '')

/** The address without a slash at its end. */
export const webUrl = {
  read: ((text) => (parseUrl(text, ['http:', 'https:']) ? withoutSlash(text) : undefined)) satisfies Read<string>,
  bounds: 'an http or https address such as https://live.example.com',
}

/** An address that may hold `{host}`, which stands for the host name the viewer used. */
export const webUrlWithHost = {
  read: ((text) =>
    webUrl.read(text.replace('{host}', 'host.example')) === undefined
      ? undefined
      : withoutSlash(text)) satisfies Read<string>,
  bounds: 'an http or https address; {host} stands for the host name the viewer used',
}

export const redisUrl = {
  read: ((text) => (parseUrl(text, ['redis:', 'rediss:']) ? text : undefined)) satisfies Read<string>,
  bounds: 'an address such as redis://127.0.0.1:6379',
}

/** With a password in it, as a rule. */
export const postgresUrl = {
  read: ((text) => (parseUrl(text, ['postgres:', 'postgresql:']) ? text : undefined)) satisfies Read<string>,
  bounds: 'an address such as postgres://lantern:password@127.0.0.1:5432/lantern',
  secret: true,
}

/** Origins separated by commas. */
export const origins = {
  read: ((text) => {
    const parts = text.split(',').map((part) => withoutSlash(part.trim()))
    const given = parts.filter((part) => part !== '')
    return given.every((part) => parseUrl(part, ['http:', 'https:'])?.origin === part) ? given : undefined
  }) satisfies Read<string[]>,
  bounds: 'origins separated by commas, such as https://live.example.com,https://node2.example.com',
}

/** Addresses of TURN servers separated by commas. */
export const turnUrls = {
  read: ((text) => {
    const given = text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
    return given.every((url) => turnPlace(url) !== null) ? given : undefined
  }) satisfies Read<string[]>,
  bounds: 'addresses separated by commas, such as turn:turn.example.com:3478,turns:turn.example.com:443?transport=tcp',
}

/** Hosts separated by commas, each with its port where that is not its scheme's own. */
export const hosts = {
  read: ((text) => {
    const given = text
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => part !== '')
    return given.every((host) => parseUrl(`http://${host}`, ['http:'])?.host === host) ? given : undefined
  }) satisfies Read<string[]>,
  bounds: 'hosts separated by commas, such as 127.0.0.1:4100,shop.lan',
}

/** One of them. */
export const host = {
  read: ((text) => {
    const given = text.trim().toLowerCase()
    return parseUrl(`http://${given}`, ['http:'])?.host === given ? given : undefined
  }) satisfies Read<string>,
  bounds: 'a host such as buy.shop.example, with its port where that is unusual',
}

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** Lengths of time separated by commas, each with its unit, read into milliseconds. */
export function spans(most: number) {
  const toMs = (part: string) => {
    const [, number, unit] = /^(\d{1,6})(ms|s|m|h)$/.exec(part.trim()) ?? []
    return Number(number) * (UNITS_MS[unit ?? ''] ?? Number.NaN)
  }
  const read: Read<number[]> = (text) => {
    const given = text.split(',').map(toMs)
    return given.length <= most && given.every((ms) => !Number.isNaN(ms)) ? given : undefined
  }
  return { read, bounds: `1 to ${most} times such as 0s,5s,5m,2h` }
}

export function secretText(shortest: number) {
  const read: Read<string> = (text) => (text.length >= shortest && text.length <= 1024 ? text : undefined)
  return { read, bounds: `${shortest} to 1024 characters`, secret: true }
}

/** Standard Webhooks: `whsec_` and base64 of 24 to 64 bytes. */
export const webhookSecret = {
  read: ((text) => {
    const base64 = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1]
    const bytes = base64 === undefined ? 0 : Buffer.from(base64, 'base64').length
    return bytes >= 24 && bytes <= 64 ? text : undefined
  }) satisfies Read<string>,
  bounds: 'whsec_ followed by base64 of 24 to 64 bytes',
  secret: true,
}

/** Keys of 32 bytes in base64, separated by commas. */
export const secretKeys = {
  read: ((text) => {
    const given = text.split(',').map((part) => part.trim())
    const isKey = (part: string) => /^[A-Za-z0-9+/]{43}=$/.test(part)
    return given.every(isKey) ? given : undefined
  }) satisfies Read<string[]>,
  bounds: 'base64 of 32 bytes, or two of them separated by a comma, the new one first',
  secret: true,
}
