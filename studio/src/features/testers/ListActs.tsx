// What staff do with a list of testers: save it as a table, and write to all who left an e-mail address.
import type { StaffTesters } from '@lantern/shared/features/testers/contract.ts'
import type { Shown } from '../../plays/play.tsx'
import { addressesIn, tableOf } from './table.ts'

export function ListActs({ one, say }: Shown<StaffTesters>) {
  const reached = one.list.filter(({ contact }) => contact !== null)
  if (reached.length === 0) return null
  const addresses = addressesIn(reached)
  const heads = [say('testers.no'), say('testers.who'), say('testers.contact')]
  const table = `data:text/csv;charset=utf-8,${encodeURIComponent(tableOf(heads, one.list))}`
  return (
    <>
      <a className="btn testers-act" href={table} download={`testers-${one.id}.csv`} data-testid="testers-export">
        {say('testers.export')}
      </a>
      {addresses.length > 0 && (
        <a
          className="btn testers-act"
          href={`mailto:?bcc=${encodeURIComponent(addresses.join(','))}&subject=${encodeURIComponent(one.title)}`}
          data-testid="testers-write"
        >
          {say('testers.write')}
        </a>
      )}
    </>
  )
}
