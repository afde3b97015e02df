// @ts-check
// What the findings about a file depend on, as one key: its own text, the texts of all that it imports by any number of steps, the rules.
import { createHash } from 'node:crypto'
import { posix } from 'node:path'

const IMPORT = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g
/** Such a file adds to types everywhere, also where nobody imports it. */
const EVERYWHERE = /\bdeclare\s+(?:module|global)\b/

/** @param {string} text */
const digest = (text) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * Packages are not followed: the lock file is among the rules.
 * @param {ReadonlyMap<string, string>} texts by the name relative to the checkout
 * @param {string} rules a fingerprint of what all findings depend on
 * @returns {Map<string, string>} a key by name
 */
export function keysOf(texts, rules) {
  const own = new Map([...texts].map(([name, text]) => [name, `${name} ${digest(text)}`]))
  const imports = new Map([...texts].map(([name, text]) => [name, importsOf(name, text, texts)]))
  const everywhere = [...texts].filter(([, text]) => EVERYWHERE.test(text)).map(([name]) => own.get(name))
  const start = digest([rules, ...everywhere].join('\n'))
  return new Map(
    [...texts.keys()].map((name) => {
      const all = [...reach(name, imports)].sort().map((one) => own.get(one))
      return [name, digest([start, own.get(name), ...all].join('\n'))]
    }),
  )
}

/** @param {string} name @param {string} text @param {ReadonlyMap<string, string>} texts */
function importsOf(name, text, texts) {
  const wanted = [...text.matchAll(IMPORT)].map(([, from = '']) => whereIs(name, from))
  return wanted.filter((one) => texts.has(one))
}

/** @param {string} name @param {string} from */
function whereIs(name, from) {
  if (from.startsWith('@lantern/')) return from.slice('@lantern/'.length)
  return posix.join(posix.dirname(name), from)
}

/** The file itself, too: some import each other. @param {string} name @param {ReadonlyMap<string, string[]>} imports */
function reach(name, imports) {
  const seen = new Set([name])
  for (const one of seen) for (const next of imports.get(one) ?? []) seen.add(next)
  return seen
}
