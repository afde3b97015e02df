// What connecting a shop asks for, and what each problem of its round trip says to do, in English; part of studio.en.ts.
export const words = {
  'connect.field.SHOP_URL': 'Address of the shop',
  'connect.field.SHOP_INTERNAL_URL': 'Address of the shop inside your network',
  'connect.field.SHOP_AUDIENCE': 'What the shop calls itself in the token',
  'connect.field.SHOP_BASKET': 'How many holds it takes at once: one or several',
  'connect.field.HANDOFF_SECRET': 'Shared secret that signs hand-offs',
  'connect.field.SHOP_WEBHOOK_SECRET': 'Secret that signs the shop’s messages',
  'connect.field.UCP_ENDPOINT_HOST': 'Host of the permalinks, if it is another one',
  'connect.field.UCP_CODES_URL': 'Where the shop makes discount codes, if it does',
  'connect.field.SHOPIFY_CLIENT_ID': 'Client ID of your app',
  'connect.field.SHOPIFY_CLIENT_SECRET': 'Client secret of your app',
  'connect.field.SHOPIFY_ADMIN_TOKEN': 'Admin API token',
  'connect.field.SHOPIFY_WEBHOOK_SECRET': 'Key of webhooks made by hand in the admin',
  'connect.field.SHOPIFY_PRIVATE_TOKEN': 'Private Storefront API token',
  'connect.field.SHOPIFY_STOREFRONT_TOKEN': 'Storefront API token',
  'connect.field.SHOPIFY_PERMALINK': 'Which link a cart goes by: cart or buy',
  'connect.field.SHOPIFY_API_VERSION': 'Version of Shopify’s APIs',
  'connect.field.WOO_CONSUMER_KEY': 'Consumer key',
  'connect.field.WOO_CONSUMER_SECRET': 'Consumer secret',
  'connect.field.WOO_PLUGIN_SECRET': 'Secret of Lantern’s plugin',
  'connect.field.WOO_WEBHOOK_SECRET': 'Secret of the webhooks',
  'connect.field.MEDUSA_URL': 'Backend',
  'connect.field.MEDUSA_PUBLISHABLE_KEY': 'Publishable key',
  'connect.field.MEDUSA_ADMIN_TOKEN': 'Secret key',
  'connect.field.MEDUSA_REGION_ID': 'Region',
  'connect.field.MEDUSA_LOCATION_ID': 'Stock location',
  'trip.problem.values_missing': 'Enter what is missing: {{fields}}.',
  'trip.problem.key_missing':
    'The key that opens the kept secrets is not there: put the file secrets.key back into the data folder.',
  'trip.problem.key_wrong': 'The kept secrets were written with another key: give the server the one it had then.',
  'trip.problem.address_not_allowed':
    '{{host}} is not on the public internet: whoever runs the server can allow it by WEBHOOK_ALLOWED_HOSTS.',
  'trip.problem.shop_silent':
    '{{host}} does not answer ({{why}}): compare the address, and see whether the shop is up.',
  'trip.problem.shop_refused': 'The shop said no: {{why}}',
  'trip.problem.keys_refused':
    'The shop does not take these keys ({{why}}): they were revoked, lack a right, or belong to another shop. Make new ones there and paste them.',
  'trip.problem.not_this_shop': '{{host}} answers, but is no shop of this kind: compare address and kind.',
  'trip.problem.wrong_currency':
    'The shop sells in {{shop}}, the products here are in {{here}}: choose the region or market with {{here}}.',
  'trip.problem.clock_off': 'The clocks differ by {{seconds}} seconds: messages would be refused. Set both by NTP.',
  'trip.problem.no_products': 'The shop shows no product that can be sold: publish one, in the channel of this key.',
  'trip.problem.no_file': 'Products of this shop come by a file: import one below, then test again.',
  'trip.problem.no_sku': '{{count}} variants have no SKU: give each one of its own in the shop.',
  'trip.problem.region_unknown': 'The shop has no such region: choose one of its list.',
  'trip.problem.several_channels':
    'The publishable key has several sales channels ({{why}}): make one with a single channel.',
  'trip.problem.price_differs': 'The checkout asks another sum than the live price: {{why}}',
  'trip.problem.no_live_price':
    'Without a key of its admin API the shop sells at its own price: paste one, or do without flash sales.',
  'trip.problem.no_route': '{{host}} does not take the cart ({{why}}): put the file below into the storefront.',
  'trip.problem.link_refused':
    '{{host}} does not take the signed link ({{why}}): compare the secret (or keys) and the name of the shop in the link with the shop’s side.',
  'trip.problem.no_message':
    'No message has arrived yet: put into the shop what stands below, then place the test order.',
  'trip.problem.message_refused': 'A message came and was refused: {{reason}}',
  'trip.problem.needs_key': 'Needs a key of the shop’s admin API: paste one, or do it in the shop by hand.',
  'trip.problem.choose_location': 'Choose the stock location that ships live orders.',
  'trip.problem.others_apart': 'Another studio keeps {{units}} units apart at this shop. They are left alone.',
  'trip.problem.location_unknown': 'The shop has no such stock location: choose one of its list.',
  'trip.problem.timed_out': 'The shop took longer than {{seconds}} seconds: try again, and see how it is doing.',
  'trip.problem.after_others': 'Comes after the steps above.',
  'trip.problem.broken': 'Something went wrong here: {{why}}',
} as const

export type ConnectWords = Readonly<Record<keyof typeof words, string>>
