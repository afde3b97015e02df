// Asks for a show's page as phones do that come for the first time: each on a connection of its own, without a cookie.
import { request } from 'node:http'
import type { ShowPlace } from '../room/messages.ts'

const AT_ONCE = 50

type PagePlace = Pick<ShowPlace, 'port' | 'showId'>

/** The cookie that the page gave. */
function openPage({ port, showId }: PagePlace): Promise<string> {
  const headers = { accept: 'text/html', 'accept-encoding': 'gzip, br', 'accept-language': 'en' }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: `/s/${showId}`, headers, agent: false }, (answer) => {
      const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
      answer.resume().on('end', () => {
        if (answer.statusCode === 200 && cookie !== undefined) return resolve(cookie)
        reject(new Error(`the page answered ${answer.statusCode}, ${cookie === undefined ? 'no' : 'a'} cookie`))
      })
    })
    sent.on('error', reject).end()
  })
}

export async function openPages(place: PagePlace, count: number): Promise<string[]> {
  const cookies: string[] = []
  while (cookies.length < count) {
    const many = Math.min(AT_ONCE, count - cookies.length)
    cookies.push(...(await Promise.all(Array.from({ length: many }, () => openPage(place)))))
  }
  return cookies
}
