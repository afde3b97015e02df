// @ts-check
// Lints what may have new findings: a file is passed over while it and all that it imports are as they were when it was clean.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import { ROOT } from '../setup/tools/places.mjs'
import { fingerprint, readStamp } from '../setup/tools/stamp.mjs'
import { keysOf } from './dependence.mjs'

const CLEAN = join(ROOT, '.cache', 'lint.json')
const RULES = ['eslint.config.js', 'infra/lint', 'tsconfig.json', 'package.json', 'package-lock.json']
const CODE = /\.(?:[cm]?js|tsx?)$/
const READ = /\.(?:[cm]?js|tsx?|json)$/
const NOT_SOURCES = /^(?:node_modules|dist|data|backups|test-results|playwright-report|shop-data|\.git|\.cache)$/

/** @param {string} folder @returns {string[]} */
function listFiles(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) return NOT_SOURCES.test(entry.name) ? [] : listFiles(name)
    return READ.test(entry.name) ? [name] : []
  })
}

/** @returns {Map<string, string>} */
function readClean() {
  try {
    return new Map(Object.entries(JSON.parse(readStamp(CLEAN) ?? '{}')))
  } catch {
    return new Map()
  }
}

const texts = new Map(listFiles('').map((name) => [name, readFileSync(join(ROOT, name), 'utf8')]))
const keys = keysOf(texts, `${process.version} ${fingerprint(ROOT, RULES)}`)
const clean = readClean()
const stale = [...texts.keys()].filter((name) => CODE.test(name) && clean.get(name) !== keys.get(name))

const eslint = new ESLint({ cwd: ROOT, warnIgnored: false, passOnNoPatterns: true })
const results = await eslint.lintFiles(stale)
const found = new Set(results.filter(({ messages }) => messages.length > 0).map(({ filePath }) => filePath))
const good = [...keys].filter(([name, key]) => clean.get(name) === key || !found.has(join(ROOT, name)))
mkdirSync(dirname(CLEAN), { recursive: true })
writeFileSync(CLEAN, JSON.stringify(Object.fromEntries(good)))
if (found.size > 0) {
  const formatter = await eslint.loadFormatter('stylish')
  console.log(await formatter.format(results))
  process.exitCode = 1
}
