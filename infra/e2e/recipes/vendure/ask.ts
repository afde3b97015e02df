// Asks Vendure by GraphQL, as somebody whose cookies are kept.
import * as z from 'zod'

const Answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
})

export interface Person {
  /** The first field of what was asked; throws where Vendure says no. */
  ask<Value>(query: string, variables: object, schema: z.ZodType<Value>): Promise<Value>
  /** As a browser does, without following. */
  open(url: string): Promise<Response>
}

export function createPerson(api: string): Person {
  const cookies = new Map<string, string>()

  async function send(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    return answer
  }

  return {
    open: (url) => send(url, {}),
    async ask(query, variables, schema) {
      const headers = { 'content-type': 'application/json' }
      const answer = await send(api, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
      const { data, errors } = Answer.parse(await answer.json())
      const [value] = Object.values(data ?? {})
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(', '))
      return schema.parse(value)
    },
  }
}
