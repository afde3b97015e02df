// How the owner takes over the shop's products: from its own list or from a file.
import type { ShopStatus } from '@lantern/shared/contract/shop.ts'
import { api } from '../../api.ts'
import { RefusalNote } from '../../problems/RefusalNote.tsx'
import { useWords } from '../../words.ts'
import { FileImport } from './FileImport.tsx'
import { ImportReportView } from './ImportReportView.tsx'
import { useImport } from './useImport.ts'
import './catalogue.css'

export function ShopActions({ status }: { readonly status: ShopStatus | null }) {
  const { say } = useWords()
  if (!status) return null

  return (
    <>
      <h2>{say('shop.products')}</h2>
      {status.answers.readsCatalogue && <ListImport />}
      <FileImport status={status} />
    </>
  )
}

function ListImport() {
  const { say } = useWords()
  const { preview, take } = useImport({ preview: api.previewImport, take: () => api.importProducts() })
  const report = preview.data ?? null

  return (
    <>
      <p className="shop-act">
        <button
          className="btn"
          data-testid="shop-preview"
          disabled={preview.isPending}
          onClick={() => preview.mutate(undefined)}
        >
          {say('shop.preview')}
        </button>
        {report && (
          <button
            className="btn main"
            data-testid="shop-import"
            disabled={take.isPending}
            onClick={() => take.mutate(undefined)}
          >
            {say('shop.import')}
          </button>
        )}
        {take.isSuccess && <span role="status">{say('shop.imported')}</span>}
        <RefusalNote error={preview.error ?? take.error} />
      </p>
      {report && <ImportReportView report={report} />}
    </>
  )
}
