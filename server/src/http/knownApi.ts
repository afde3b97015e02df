// "What this shop knows of me": read, saved as a file and erased by the viewer's own cookie.
import type { KnownFact, KnownGroup } from '@lantern/shared/contract/known.ts'
import { KNOWN_FACTS } from '@lantern/shared/contract/knownLists.ts'
import { WithdrawConsent } from '@lantern/shared/contract/consents.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { CSV_MARK, csvLines, textCell } from '../domain/csv.ts'
import type { OwnReader } from '../records/known.ts'
import type { HttpNeeds } from './ports.ts'
import { sendRefusal } from './refusals.ts'
import { browserOf, visitOf } from './visit.ts'

type Needs = Pick<HttpNeeds, 'identity' | 'known'>
type Groups = readonly Omit<KnownGroup, 'hasMore'>[]

type Act<Value> = (reader: OwnReader, req: Request) => Promise<Outcome<Value>>

export function createKnownApi({ identity, known }: Needs): Router {
  const routes = Router()
  /** Whose cookie it is. */
  const answer =
    <Value>(act: Act<Value>, send: (res: Response, value: Value, reader: OwnReader) => void): RequestHandler =>
    async (req, res) => {
      const viewer = identity.viewerFromCookie(browserOf(req))
      if (viewer === null) return sendRefusal(res, refuse('SESSION_OVER'))
      const reader = { viewerId: viewer.viewerId, locale: visitOf(req).locale, address: req.ip ?? '' }
      const done = await act(reader, req)
      if (!done.ok) return sendRefusal(res, done)
      send(res, done.value, reader)
    }
  const done = (res: Response) => void res.json({})
  routes.get(
    '/',
    answer(known.read, (res, value) => void res.json(value)),
  )
  routes.get(
    '/consents',
    answer(known.consents, (res, consents) => void res.json({ consents })),
  )
  routes.get(
    '/file.json',
    answer(known.readAll, (res, groups, { viewerId }) => void asFile(res, 'json').json({ viewerId, groups })),
  )
  routes.get(
    '/file.csv',
    answer(known.readAll, (res, groups) => void asFile(res, 'csv').type('text/csv; charset=utf-8').send(toCsv(groups))),
  )
  routes.post('/erase', answer(known.erase, done))
  routes.post(
    '/consents/withdraw',
    answer(async (reader, req) => {
      const input = WithdrawConsent.safeParse(req.body ?? {})
      return input.success ? known.withdraw(reader, input.data.id) : refuse('BAD_INPUT')
    }, done),
  )
  return routes
}

const asFile = (res: Response, type: 'json' | 'csv') =>
  res.set('Content-Disposition', `attachment; filename="known-of-me.${type}"`)

/** One row of the file for each of what is known; moments in UTC. */
export function toCsv(groups: Groups): string {
  const rows = groups.flatMap(({ kind, rows: told }) =>
    told.map(({ at, facts }) => [
      kind,
      at === null ? '' : new Date(at).toISOString(),
      ...KNOWN_FACTS.map((fact) => textCell(written(fact, facts[fact] ?? ''))),
    ]),
  )
  return CSV_MARK + csvLines([['kind', 'at', ...KNOWN_FACTS], ...rows])
}

const MOMENTS: ReadonlySet<KnownFact> = new Set(['until', 'withdrawn'])

const written = (fact: KnownFact, value: string | number) =>
  typeof value === 'number' && MOMENTS.has(fact) ? new Date(value).toISOString() : String(value)
