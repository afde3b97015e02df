// Loaded before the conformance suite: writes down every request by fetch with its answer, a line each.
import { appendFileSync } from 'node:fs'

const { RECORD_TO } = process.env
const ask = globalThis.fetch

globalThis.fetch = async (url, init) => {
  const answer = await ask(url, init)
  const body = await answer.clone().text()
  const line = { url: String(url), asked: init?.body ?? null, status: answer.status, body }
  appendFileSync(RECORD_TO, `${JSON.stringify(line)}\n`)
  return answer
}
