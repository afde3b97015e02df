// What `npm start` and `npm run dev` say once everything answers: where to go, how to log in, a code for the phone.
import { networkInterfaces } from 'node:os'
import { toString as toQr } from 'qrcode'
import type { Demo } from './demo.ts'

/** Bridges of containers and virtual machines: no phone is behind them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun)/

/** The address at which phones on the same network reach this machine; any IPv4 of it, private or not. */
export function lanAddress(): string | undefined {
  const named = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.filter((one) => one.family === 'IPv4' && !one.internal).map(({ address }) => ({ name, address })),
  )
  return (named.find(({ name }) => !VIRTUAL.test(name)) ?? named[0])?.address
}

/** The path of the newest show's page, asked from the server as the demo staff; the front page where that is refused. */
export async function findShowPath({ port, staffName, staffPassword }: Demo): Promise<string> {
  const server = `http://127.0.0.1:${port}`
  const login = await fetch(`${server}/api/staff/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server },
    body: JSON.stringify({ name: staffName, password: staffPassword }),
  })
  const cookie = login.headers.getSetCookie().map((one) => one.split(';')[0])
  if (!login.ok || cookie.length === 0) return '/'

  const headers = { cookie: cookie.join('; '), origin: server }
  const answer = await fetch(`${server}/api/shows`, { headers })
  const listed: unknown = answer.ok ? await answer.json() : undefined
  await fetch(`${server}/api/staff/logout`, { method: 'POST', headers })
  const id = newestShow(listed)
  return id === undefined ? '/' : `/s/${id}`
}

function newestShow(listed: unknown): string | undefined {
  if (typeof listed !== 'object' || listed === null || !('shows' in listed) || !Array.isArray(listed.shows)) return
  const [newest]: unknown[] = listed.shows
  if (typeof newest !== 'object' || newest === null || !('id' in newest)) return
  return String(newest.id)
}

export async function welcome(demo: Demo, rows: [label: string, value: string][], showPath: string): Promise<string> {
  const lan = lanAddress()
  const phone = lan && demo.httpsPort ? `https://${lan}:${demo.httpsPort}${showPath}` : undefined
  const all: [string, string][] = [
    ...rows,
    ['Staff login', `${demo.staffName} / ${demo.staffPassword}`],
    ['Demo shop', `http://localhost:${demo.shopPort}`],
  ]
  if (phone !== undefined) all.push(['On a phone', `${phone}  (a certificate of its own making: accept it once)`])
  const block = all.map(([label, value]) => `  ${label.padEnd(13)}${value}`).join('\n')
  const code = phone === undefined ? '' : `\n${await toQr(phone, { type: 'terminal', small: true })}`
  return `\nLantern is on. This is the demo, with a shop and staff of its own.\n\n${block}\n${code}\n  Your own shop: npm run setup, then npm run serve.\n  Ctrl-C stops everything.\n`
}
