// The studio's words about products that come by a file, in English.
export const words = {
  'file.lead':
    'This kind of shop has no list to read: its products come by a CSV file, as Shopify exports it or with the columns product, title, variant, sku, variant id, price, stock, picture, url.',
  'file.leadAlso':
    'Or by a CSV file, as Shopify exports it or with the columns product, title, variant, sku, variant id, price, stock, picture, url.',
  'file.variantId':
    '“variant id” is the shop’s own id of what is bought: a UCP shop is asked for it, and without it for the SKU.',
  'file.currency': 'Currency',
  'file.choose': 'Choose a CSV file',
  'file.line': 'Line {{line}}: {{what}}',
  'file.cell': 'Line {{line}}, {{column}}: {{what}}',
  'file.garbled': 'the file is not UTF-8. Save it as “CSV UTF-8”.',
  'file.malformed': 'quotes or columns do not fit.',
  'file.noProduct': 'there is no product in the file.',
  'file.noColumn': 'this column is missing.',
  'file.empty': 'is empty.',
  'file.notAmount': 'must be an amount such as 12.90, not',
  'file.notWhole': 'must be a whole number, not',
  'file.tooLarge': 'the file is larger than 2 MB. Split it.',
  'file.more_one': 'and {{count}} more line',
  'file.more_other': 'and {{count}} more lines',
  'file.skipped': '{{product}} is left out: {{why}}',
  'file.why.noTitle': 'it has no title',
  'file.why.noVariant': 'it has no price',
  'file.why.noPrice': 'its price is nothing',
  'file.why.draft': 'it is a draft in the shop',
  'file.why.archived': 'it is archived in the shop',
  'file.why.unpublished': 'it is not published in the shop',
  'file.why.openOption': 'one of its options is “Any …” in the shop: give it one value for each variation',
  'file.why.twice': 'this variant stands in two rows, the first counts',
  'file.doubt.badPicture': '{{product}}: no picture, since this is no web address: {{got}}',
  'file.doubt.negativeStock': '{{product}}: the stock {{got}} counts as 0',
} as const
