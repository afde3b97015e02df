// What the owner does with webhooks: endpoints made, rotated, switched and removed, deliveries sent again, matters answered.
import { randomBytes } from 'node:crypto'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { DeliveryLog, EndpointSecret, NewEndpoint, WebhookBoard } from '@lantern/shared/contract/webhooks.ts'
import type { WebhookRecords } from '../records/webhookRecords.ts'
import { readTarget } from '../../guard/targets.ts'

/** The endpoint that the environment names. */
export const SETTING_ENDPOINT = 'setting'
/** So long two secrets sign after one was changed. */
export const OVERLAP_MS = 24 * 3_600_000
const SECRET_BYTES = 32

type Missing = 'ENDPOINT_NOT_FOUND'

export interface WebhookAdmin {
  board(): Promise<WebhookBoard>
  add(endpoint: NewEndpoint): Promise<Outcome<EndpointSecret, 'URL_NOT_ALLOWED'>>
  /** A new secret; the old one signs beside it for a day. NOT_ALLOWED: it is the environment's. */
  rotate(id: string): Promise<Outcome<EndpointSecret, Missing | 'NOT_ALLOWED'>>
  /** What was held for it is sent once it is on again. */
  switch(id: string, enabled: boolean): Promise<Outcome<null, Missing>>
  remove(id: string): Promise<Outcome<null, Missing | 'NOT_ALLOWED'>>
  log(id: string): Promise<Outcome<DeliveryLog, Missing>>
  /** Under the same id, so that a receiver that has it does nothing. */
  replay(id: string, deliveryId: string): Promise<Outcome<null, Missing>>
  settleArrival(id: string, choice: 'seen' | 'again'): Promise<Outcome<null, Missing>>
}

export interface WebhookAdminNeeds {
  readonly webhookRecords: Pick<WebhookRecords, 'inbox' | 'relay'>
  readonly allowedHosts: readonly string[]
  /** There may be something to send, or to take down. */
  readonly onWork: () => void
}

const makeSecret = () => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`
const found = (is: boolean): Outcome<null, Missing> => (is ? grant(null) : refuse('ENDPOINT_NOT_FOUND'))

export function createWebhookAdmin(needs: WebhookAdminNeeds): WebhookAdmin {
  const { inbox, relay } = needs.webhookRecords
  const nudged = async (work: Promise<boolean>) => {
    const outcome = found(await work)
    if (outcome.ok) needs.onWork()
    return outcome
  }
  return {
    ...secretsOf(needs),
    async board() {
      const [endpoints, matters] = await Promise.all([relay.listEndpoints(), inbox.matters()])
      const told = endpoints.map((endpoint) => ({ ...endpoint, fromSetting: endpoint.id === SETTING_ENDPOINT }))
      return { endpoints: told, matters: [...matters] }
    },
    switch: (id, enabled) => nudged(relay.switchEndpoint(id, enabled, 'staff')),
    async remove(id) {
      if (id === SETTING_ENDPOINT) return refuse('NOT_ALLOWED')
      return found(await relay.removeEndpoint(id))
    },
    async log(id) {
      if ((await relay.findEndpoint(id)) === null) return refuse('ENDPOINT_NOT_FOUND')
      return grant({ deliveries: [...(await relay.listDeliveries(id))] })
    },
    replay: (id, deliveryId) => nudged(relay.replay(id, deliveryId)),
    settleArrival: (id, choice) => nudged(inbox.answerMatter(id, choice)),
  }
}

function secretsOf({
  webhookRecords: { relay },
  allowedHosts,
}: WebhookAdminNeeds): Pick<WebhookAdmin, 'add' | 'rotate'> {
  return {
    async add({ url, types }) {
      const target = readTarget(url, allowedHosts)
      if (target === null) return refuse('URL_NOT_ALLOWED')
      const id = `hook_${randomBytes(9).toString('base64url')}`
      const secret = makeSecret()
      await relay.saveEndpoint({ id, url: target.url.href, secret, types }, 0)
      return grant({ id, secret })
    },
    async rotate(id) {
      const known = await relay.findEndpoint(id)
      if (known === null) return refuse('ENDPOINT_NOT_FOUND')
      if (id === SETTING_ENDPOINT) return refuse('NOT_ALLOWED')
      const secret = makeSecret()
      await relay.saveEndpoint({ ...known, secret }, OVERLAP_MS)
      return grant({ id, secret })
    },
  }
}
