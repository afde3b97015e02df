// The port for plain http beside https: answers a certificate authority's question, and sends everybody else to https.
import type { RequestListener } from 'node:http'

const CHALLENGE = /^\/\.well-known\/acme-challenge\/([\w-]{1,200})$/

/** Where to: always at our own address, whatever stands in the request's line. */
function sameAt(publicUrl: string, url: string | undefined): string {
  return url !== undefined && url.startsWith('/') ? publicUrl + url : `${publicUrl}/`
}

/** Asked before anything else, by whatever name or address the server was reached. */
export function createPlainPort(publicUrl: string, answerTo: (token: string) => string | null): RequestListener {
  return (req, res) => {
    const token = CHALLENGE.exec(req.url ?? '')?.[1]
    req.resume()
    if (token === undefined) return void res.writeHead(301, { Location: sameAt(publicUrl, req.url) }).end()
    const answer = answerTo(token)
    if (answer === null) return void res.writeHead(404).end()
    res.writeHead(200, { 'Content-Type': 'application/octet-stream', 'Content-Length': answer.length }).end(answer)
  }
}
