// Requests to the Medusa that the recipe started, as its admin and as its storefront.
import { z } from 'zod'

export interface Caller {
  post<Body>(path: string, body: object, schema: z.ZodType<Body>): Promise<Body>
  get<Body>(path: string, schema: z.ZodType<Body>): Promise<Body>
}

/** Throws with the shop's own words when it refuses. */
export function createCaller(url: string, headers: Readonly<Record<string, string>>): Caller {
  const ask = async <Body>(path: string, init: RequestInit, schema: z.ZodType<Body>): Promise<Body> => {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', ...headers },
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${init.method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`)
    return schema.parse(JSON.parse(text))
  }
  return {
    post: (path, body, schema) => ask(path, { method: 'POST', body: JSON.stringify(body) }, schema),
    get: (path, schema) => ask(path, { method: 'GET' }, schema),
  }
}

/** An answer that has, under this name, something with an id. */
export function one<Name extends string>(name: Name) {
  return z.object({ [name]: z.object({ id: z.string() }) } as { [Key in Name]: z.ZodObject<{ id: z.ZodString }> })
}
