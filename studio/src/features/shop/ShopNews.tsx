// What the shop said last, and buyers who could not be taken there.
import type { Me } from '@lantern/shared/contract/http.ts'
import { AT_THE_DESK } from '@lantern/shared/contract/roles.ts'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useShopMessages } from '../../useShopMessages.ts'
import { useWords } from '../../words.ts'
import { FailedHandoffs } from './connect/FailedHandoffs.tsx'
import { Messages } from './connect/Messages.tsx'
import { messageView } from './connect/messageViews.ts'
import './connect/lists.css'

const ASKS_EVERY_MS = 5000

export function ShopNews({ me }: { readonly me: Me }) {
  const { say, locale } = useWords()
  const said = useShopMessages()
  const short = useQuery({ queryKey: ['shop', 'short'], queryFn: api.short, refetchInterval: ASKS_EVERY_MS })
  const mayAct = AT_THE_DESK.some((role) => role === me.role)
  const { messages = [], lastDay = 0, refusedLastDay = 0 } = said.data ?? {}
  return (
    <>
      {said.data && (
        <Messages
          messages={messages.map((message) => messageView(message, { say, locale }))}
          counts={say('msg.lastDay', { total: lastDay, refused: refusedLastDay })}
          isOwner={me.role === 'owner'}
          mayDecide={mayAct}
        />
      )}
      <FailedHandoffs failed={short.data?.failed ?? []} mayAct={mayAct} />
    </>
  )
}
