// A bare Vendure shop with our plugin in it, as a shop's own src/index.ts; the recipe compiles and starts it.
import { bootstrap, defaultConfig, dummyPaymentHandler, JobQueueService, mergeConfig } from '@vendure/core'
import { LanternPlugin } from './lanternPlugin'

const env = (name: string) => process.env[name] ?? ''

const config = mergeConfig(defaultConfig, {
  apiOptions: { port: Number(env('PORT')), hostname: '127.0.0.1' },
  authOptions: {
    superadminCredentials: { identifier: env('OWNER'), password: env('PASSWORD') },
    cookieOptions: { secret: 'recipe' },
    tokenMethod: ['bearer', 'cookie'],
  },
  dbConnectionOptions: { type: 'postgres', url: env('DATABASE_URL'), synchronize: true },
  paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
  plugins: [
    LanternPlugin.init({
      studioUrl: env('STUDIO_URL'),
      audience: env('SHOP_AUDIENCE'),
      webhookSecret: env('SHOP_WEBHOOK_SECRET'),
      endpointId: env('ENDPOINT_ID'),
      studioSecret: env('STUDIO_WEBHOOK_SECRET'),
      checkoutUrl: env('CHECKOUT_URL'),
    }),
  ],
})

// A shop starts a worker for its jobs; here one process does both.
bootstrap(config)
  .then((app) => app.get(JobQueueService).start())
  .catch((error: unknown) => {
    console.error(error)
    process.exit(1)
  })
