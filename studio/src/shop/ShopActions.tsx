// What the owner does about the shop: try the connection, see what an import changes, import.
import type { ImportReport } from '@lantern/shared/contract/shop.ts'
import { formatMoney } from '@lantern/shared/ui/money.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, RefusalError } from '../api.ts'
import { useRefusalWords } from '../refusalWords.ts'
import { useWords } from '../words.ts'

export function ShopActions() {
  const { say } = useWords()
  const queries = useQueryClient()
  const test = useMutation({ mutationFn: api.testShop })
  const preview = useMutation({ mutationFn: api.previewImport })
  const take = useMutation({
    mutationFn: api.importProducts,
    onSuccess: async () => {
      preview.reset()
      await queries.invalidateQueries({ queryKey: ['shop'] })
    },
  })
  const report = preview.data ?? null

  return (
    <>
      <p className="shop-act">
        <button className="btn" data-testid="shop-test" disabled={test.isPending} onClick={() => test.mutate()}>
          {say('shop.test')}
        </button>
        {test.isSuccess && <span role="status">{say('shop.tested')}</span>}
        <Problem error={test.error} />
      </p>
      <h2>{say('shop.products')}</h2>
      <p className="shop-act">
        <button
          className="btn"
          data-testid="shop-preview"
          disabled={preview.isPending}
          onClick={() => preview.mutate()}
        >
          {say('shop.preview')}
        </button>
        {report && (
          <button
            className="btn main"
            data-testid="shop-import"
            disabled={take.isPending}
            onClick={() => take.mutate()}
          >
            {say('shop.import')}
          </button>
        )}
        {take.isSuccess && <span role="status">{say('shop.imported')}</span>}
        <Problem error={preview.error ?? take.error} />
      </p>
      {report && <Report report={report} />}
    </>
  )
}

function Problem({ error }: { readonly error: Error | null }) {
  const refusalText = useRefusalWords()
  if (error === null) return null
  return (
    <span className="problem" role="alert">
      {refusalText(error instanceof RefusalError ? error.code : 'INTERNAL')}
    </span>
  )
}

function Report({ report }: { readonly report: ImportReport }) {
  const { say, locale } = useWords()
  const { added, repriced, vanished, unchanged, currency } = report
  const counts = { added: added.length, repriced: repriced.length, vanished: vanished.length, unchanged }
  return (
    <section className="shop-report">
      <p>{say('shop.counts', counts)}</p>
      <ul>
        {repriced.map(({ sku, product, fromMinor, toMinor }) => (
          <li key={sku}>
            {product} <span className="quiet">{sku}</span> {formatMoney(fromMinor, currency, locale)} →{' '}
            {formatMoney(toMinor, currency, locale)}
          </li>
        ))}
        {vanished.map(({ sku, product }) => (
          <li key={sku}>{say('shop.vanished', { sku, product })}</li>
        ))}
      </ul>
    </section>
  )
}
