// Who is on the list of testers, with how the shop may reach them; folded until staff open it.
import type { StaffTesters } from '@lantern/shared/features/testers/contract.ts'
import type { Shown } from '../../plays/play.tsx'
import './testers.css'

export function TestersList({ one, say }: Shown<StaffTesters>) {
  if (one.list.length === 0) return null
  return (
    <details className="testers-list" data-testid="testers-list">
      <summary>{say('testers.list')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('testers.no')}</th>
            <th scope="col">{say('testers.who')}</th>
            <th scope="col">{say('testers.contact')}</th>
          </tr>
        </thead>
        <tbody>
          {one.list.map(({ no, name, contact }) => (
            <tr key={no}>
              <td>{no}</td>
              <td>{name ?? '–'}</td>
              <td>{contact ?? <span className="quiet">{say('testers.notSaid')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
