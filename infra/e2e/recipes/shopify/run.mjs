// node infra/e2e/recipes/shopify/run.mjs [folder] [version]: our requests to Shopify's two GraphQL APIs, their variables and the
// answers of our stand-in, against the schemas that Shopify publishes on npm. Exit 1 and a line for each thing that does not fit.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createAnswerCheck } from './answers.mjs'

const [folder = join(tmpdir(), 'shopify-schemas'), version = '2026-07'] = process.argv.slice(2)
const PACKAGES = { '@shopify/dev-mcp': '1.16.0', graphql: '16.12.0' }
const SUITE = ['server/src/shops/conformance/shopify.test.ts', 'server/src/shops/kinds/shopify']
const inherit = { stdio: 'inherit' }

function install() {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }))
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, ...inherit })
}

function recordSuite() {
  const file = join(folder, 'recorded.jsonl')
  rmSync(file, { force: true })
  const hook = `--import ${new URL('./record.mjs', import.meta.url).href}`
  const env = { ...process.env, RECORD_TO: file, NODE_OPTIONS: hook }
  execFileSync('npx', ['vitest', 'run', '--project', 'unit', '--reporter', 'dot', ...SUITE], { env, ...inherit })
  return readFileSync(file, 'utf8').trim().split('\n').map(JSON.parse)
}

function readSchema(graphql, api) {
  const file = join(folder, `node_modules/@shopify/dev-mcp/dist/data/${api}_${version}.json.gz`)
  if (!existsSync(file)) throw new Error(`version ${version} is not published there: ${file}`)
  const { data } = JSON.parse(gunzipSync(readFileSync(file)))
  return graphql.buildClientSchema(data)
}

function createCheck(graphql, api, note) {
  const schema = readSchema(graphql, api)
  const checkAnswer = createAnswerCheck(graphql, schema, note)
  return ({ asked, body }) => {
    const { query, variables = {} } = JSON.parse(asked)
    const document = graphql.parse(query)
    const operation = graphql.getOperationAST(document)
    const name = `${api} ${operation.name.value}`
    const given = graphql.getVariableValues(schema, operation.variableDefinitions, variables)
    const problems = [...graphql.validate(schema, document), ...(given.errors ?? [])]
    for (const { message } of problems) note(`${name}: ${message}`)
    const { data } = JSON.parse(body)
    if (problems.length === 0 && data) checkAnswer(operation, data, name)
    return name
  }
}

install()
const graphql = createRequire(join(folder, 'package.json'))('graphql')
const problems = new Set()
const note = (line) => void problems.add(line)
const checks = {
  '/admin/api/': createCheck(graphql, 'admin', note),
  '/api/': createCheck(graphql, 'storefront-graphql', note),
}
const seen = new Map()
for (const exchange of recordSuite().filter(({ status }) => status === 200)) {
  const { pathname } = new URL(exchange.url)
  const api = Object.keys(checks).find((start) => pathname.startsWith(start))
  if (api === undefined) continue
  const name = checks[api](exchange)
  seen.set(name, (seen.get(name) ?? 0) + 1)
}
for (const [name, count] of seen) console.log(`${name}: ${count} exchanges`)
for (const line of problems) console.log(line)
console.log(
  problems.size === 0 ? `all fits version ${version}` : `${problems.size} things do not fit version ${version}`,
)
process.exitCode = problems.size === 0 && seen.size > 0 ? 0 : 1
