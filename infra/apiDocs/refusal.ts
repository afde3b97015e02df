// A refusal as both descriptions tell it.
import { EDGE_REFUSALS, REFUSAL_CODES } from '@lantern/shared/contract/refusals.ts'
import type { JsonObject } from './schemas.ts'

export const REFUSAL: JsonObject = {
  description: 'No, and why: nothing has changed.',
  type: 'object',
  properties: {
    ok: { const: false },
    code: { type: 'string', enum: [...REFUSAL_CODES] },
    retryable: {
      type: 'boolean',
      description: 'Whether the same may succeed later without the person changing anything.',
    },
    retryAfterMs: { type: 'integer', description: 'How long to wait before it is tried again.' },
    detail: { type: 'object', description: 'What else there is to say; always small and safe to show.' },
  },
  required: ['ok', 'code', 'retryable'],
}

export const EDGE_WORDS = EDGE_REFUSALS.map((code) => `\`${code}\``).join(', ')
