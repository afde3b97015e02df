// @ts-check
// Shows what the set-up is doing and for how long, on a terminal in one line that moves, elsewhere in lines far apart.

const MOVING_EVERY_MS = 250
const LINES_EVERY_MS = 20_000

/** @param {number} ms */
export function elapsed(ms) {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/**
 * @typedef {object} Task
 * @property {(detail: string) => void} detail the latest thing done
 * @property {(text: string) => void} say a line of its own that stays
 * @property {(outcome: string) => void} end
 */

/**
 * @param {string} title
 * @param {NodeJS.WriteStream} [out]
 * @returns {Task}
 */
export function startTask(title, out = process.stderr) {
  const startedAt = Date.now()
  let detail = ''
  const moving = out.isTTY === true
  const clear = () => moving && out.write('\r\x1b[K')
  const show = () => {
    const line = `  ${title} ... ${elapsed(Date.now() - startedAt)}  ${detail}`
    if (!moving) return void out.write(`${line}\n`)
    clear()
    out.write(line.slice(0, (out.columns || 80) - 1))
  }
  if (!moving) out.write(`  ${title} ...\n`)
  const timer = setInterval(show, moving ? MOVING_EVERY_MS : LINES_EVERY_MS)
  timer.unref()

  return {
    detail(text) {
      detail = text.trim().slice(0, 100)
    },
    say(text) {
      clear()
      out.write(`  ${text}\n`)
    },
    end(outcome) {
      clearInterval(timer)
      clear()
      out.write(`  ${title}: ${outcome} (${elapsed(Date.now() - startedAt)})\n`)
    },
  }
}
