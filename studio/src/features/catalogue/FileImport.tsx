// Products from a CSV file: chosen, looked at, then imported as it was when it was chosen.
import { type FileProblem, FileProblems, MOST_FILE_BYTES } from '@lantern/shared/contract/productFile.ts'
import type { ShopStatus } from '@lantern/shared/contract/shop.ts'
import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { api, type ProductFile, RefusalError } from '../../api.ts'
import { RefusalNote } from '../../problems/RefusalNote.tsx'
import { useWords } from '../../words.ts'
import { ImportReportView } from './ImportReportView.tsx'
import { FILE_FIELD } from './fileField.ts'
import { useImport } from './useImport.ts'

const CURRENCY = /^[A-Z]{3}$/

export function FileImport({ status }: { readonly status: ShopStatus }) {
  const { say } = useWords()
  const { preview, take } = useImport({ preview: lookAt, take: api.importFile })
  const [currency, setCurrency] = useState(status.currency ?? '')
  const choose = async (file: File) => {
    take.reset()
    // Read once: a file that changes on the disk meanwhile is not imported unseen.
    const bytes = file.size > MOST_FILE_BYTES ? file : new Blob([await file.arrayBuffer()])
    preview.mutate({ bytes, currency })
  }
  const write = (text: string) => {
    setCurrency(text.trim().toUpperCase())
    preview.reset()
  }
  const seen = preview.isSuccess ? preview.variables : null

  return (
    <>
      <p className="quiet small">
        {say(status.answers.readsCatalogue ? 'file.leadAlso' : 'file.lead')} {say('file.variantId')}
      </p>
      <div className="shop-act file-act">
        <CurrencyField currency={currency} onChange={write} />
        <FileButton disabled={!CURRENCY.test(currency) || preview.isPending} onFile={(file) => void choose(file)} />
        {seen && (
          <button
            className="btn main"
            data-testid="file-import"
            disabled={take.isPending}
            onClick={() => take.mutate(seen)}
          >
            {say('shop.import')}
          </button>
        )}
        {take.isSuccess && <span role="status">{say('shop.imported')}</span>}
        <RefusalNote error={preview.error ?? take.error} />
      </div>
      <Lines error={preview.error ?? take.error} />
      {preview.data && <ImportReportView report={preview.data} />}
    </>
  )
}

/** The server refuses what is too large as well, without a word of why. */
async function lookAt(file: ProductFile) {
  if (file.bytes.size <= MOST_FILE_BYTES) return api.previewFile(file)
  const problems: FileProblem[] = [{ line: 1, column: null, why: 'tooLarge', got: null }]
  throw new RefusalError('FILE_REFUSED', 0, { problems, more: 0 })
}

function CurrencyField(props: { readonly currency: string; readonly onChange: (text: string) => void }) {
  const { say } = useWords()
  return (
    <label className="field shop-currency">
      <span>{say('file.currency')}</span>
      <input
        id={FILE_FIELD}
        data-testid="file-currency"
        value={props.currency}
        maxLength={3}
        placeholder="USD"
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </label>
  )
}

function FileButton(props: { readonly disabled: boolean; readonly onFile: (file: File) => void }) {
  const { say } = useWords()
  return (
    <label className="btn file-btn" aria-disabled={props.disabled}>
      <FileUp size={16} aria-hidden="true" />
      {say('file.choose')}
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
        data-testid="file-choose"
        disabled={props.disabled}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file, mended, may be chosen again.
          event.target.value = ''
          if (file) props.onFile(file)
        }}
      />
    </label>
  )
}

/** What is wrong, line by line as the file counts them. */
function Lines({ error }: { readonly error: Error | null }) {
  const { say } = useWords()
  const found = error instanceof RefusalError ? FileProblems.safeParse(error.detail) : null
  if (!found?.success) return null
  const { problems, more } = found.data
  return (
    <ul className="shop-matters" data-testid="file-problems">
      {problems.map((problem, i) => (
        <Line key={i} problem={problem} />
      ))}
      {more > 0 && <li>{say('file.more', { count: more })}</li>}
    </ul>
  )
}

/** What the reader says of a malformed line is English, and about its own rules. */
const QUOTED: ReadonlySet<FileProblem['why']> = new Set(['notAmount', 'notWhole'])

function Line({ problem: { line, column, why, got } }: { readonly problem: FileProblem }) {
  const { say } = useWords()
  const what = QUOTED.has(why) ? `${say(`file.${why}`)} “${got ?? ''}”` : say(`file.${why}`)
  return <li>{column === null ? say('file.line', { line, what }) : say('file.cell', { line, column, what })}</li>
}
