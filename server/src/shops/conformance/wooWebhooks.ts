// The webhooks of the WooCommerce stand-in, as its routes show and change them.
import { type Asked, Status } from './standIn.ts'

export interface WebhookThere {
  readonly id: number
  readonly status: 'active' | 'paused' | 'disabled'
  readonly topic: string
  readonly delivery_url: string
  /** Nobody is shown it. */
  readonly secret: string
}

const shown = ({ id, status, topic, delivery_url }: WebhookThere) => ({ id, status, topic, delivery_url })

export function createWooWebhookBook(there: readonly WebhookThere[] = []) {
  const byId = new Map(there.map((one) => [one.id, one]))

  function find({ parts: [id] }: Asked): WebhookThere {
    const one = byId.get(Number(id))
    if (one === undefined) throw new Status(404, { code: 'woocommerce_rest_shop_webhook_invalid_id' })
    return one
  }

  return {
    answerers: {
      listWebhooks: () => [...byId.values()].map(shown),
      createWebhook({ body }: Asked) {
        const id = Math.max(0, ...byId.keys()) + 1
        const made: WebhookThere = { ...(body as WebhookThere), id, status: 'active' }
        byId.set(id, made)
        return shown(made)
      },
      updateWebhook(asked: Asked) {
        const changed = { ...find(asked), ...(asked.body as Partial<WebhookThere>) }
        byId.set(changed.id, changed)
        return shown(changed)
      },
      deleteWebhook(asked: Asked) {
        const gone = find(asked)
        byId.delete(gone.id)
        return shown(gone)
      },
    },
    all: (): readonly WebhookThere[] => [...byId.values()],
  }
}
