// The cookie by which a page that belongs to one device knows it again.
import { OpenPage } from '@lantern/shared/contract/boundPage.ts'
import { type Outcome, refuse, type RefusalCode } from '@lantern/shared/contract/refusals.ts'
import type { Request, RequestHandler, Response } from 'express'
import type * as z from 'zod'
import { type CookiePair, readCookies, writeCookie } from '../identity/cookies.ts'
import { randomText } from '../kit/randomText.ts'
import { sendRefusal } from './refusals.ts'
import { browserOf } from './visit.ts'

const YEAR_MS = 365 * 24 * 3_600_000
/** 190 bits. */
const DEVICE_CHARACTERS = 32

/** What the browser of a page brings. */
export interface Device {
  /** As it stands in the address. */
  readonly code: string
  /** The value of its cookie; null: it has none. */
  readonly device: string | null
}

interface Pages {
  readonly cookie: CookiePair
  readonly code: z.ZodType<string>
  /** What is answered to a code that is none. */
  readonly gone: RefusalCode
}

type Answer = (device: Device, req: Request) => Promise<Outcome<object | null>>

export interface BoundDevices {
  /** Whose code is one at all; whether the page is this device's is for `act` to say. */
  readonly read: (req: Request) => Outcome<Device>
  /** A browser without the cookie gets one, and whoever comes in keeps theirs for another year. */
  readonly answer: (act: Answer) => RequestHandler
  /** The same of what is sent with it. */
  readonly asked: <Input>(
    schema: z.ZodType<Input>,
    act: (device: Device, input: Input) => Promise<Outcome<object | null>>,
  ) => RequestHandler
  /** Binds the page, and gives the device its cookie. */
  readonly open: (
    bind: (device: Device & { readonly device: string }, pass: string | null) => Promise<Outcome<null>>,
  ) => RequestHandler
}

export function createBoundDevices({ cookie: pair, code: schema, gone }: Pages): BoundDevices {
  const read = (req: Request): Outcome<Device> => {
    const code = schema.safeParse(req.params['code'])
    if (!code.success) return refuse(gone)
    const { cookie, secure } = browserOf(req)
    return { ok: true, value: { code: code.data, device: readCookies(cookie, pair, secure)[0] ?? null } }
  }
  const give = (req: Request, res: Response, device: string) =>
    res.append('Set-Cookie', writeCookie(pair, { value: device, secure: req.secure, maxAgeMs: YEAR_MS }))
  const answer =
    (act: Answer): RequestHandler =>
    async (req, res) => {
      const page = read(req)
      if (!page.ok) return sendRefusal(res, page)
      const done = await act(page.value, req)
      const { device } = page.value
      // Before anything is bound: the reply that says so may be lost, and the phone would be another one for good.
      if (done.ok || device === null) give(req, res, device ?? randomText(DEVICE_CHARACTERS))
      if (!done.ok) return sendRefusal(res, done)
      res.json(done.value ?? {})
    }
  return {
    read,
    answer,
    asked: (schema, act) =>
      answer(async (device, req) => {
        const input = schema.safeParse(req.body ?? {})
        return input.success ? act(device, input.data) : refuse('BAD_INPUT')
      }),
    open: (bind) => async (req, res) => {
      const [page, input] = [read(req), OpenPage.safeParse(req.body)]
      if (!page.ok) return sendRefusal(res, page)
      if (!input.success) return sendRefusal(res, refuse('BAD_INPUT'))
      const device = page.value.device ?? randomText(DEVICE_CHARACTERS)
      const opened = await bind({ ...page.value, device }, input.data.pass)
      if (!opened.ok) return sendRefusal(res, opened)
      give(req, res, device).json({})
    },
  }
}
