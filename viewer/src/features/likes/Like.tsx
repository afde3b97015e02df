// The heart: one tap, one like; hearts rise over it for one's own taps and for those of others, unless motion is unwanted.
import { Heart } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { RoomProps } from '../../places.ts'
import { useScene } from '../../session.ts'
import { useWords } from '../../useWords.ts'
import { heartsFor } from './hearts.ts'

const MOST_HEARTS = 14
/** Ways up that differ a little. */
const WAYS = 4

export function Like({ room: { likes } }: RoomProps) {
  const { t, count } = useWords()
  const { session } = useScene()
  const n = count(likes)
  return (
    <div className="like">
      <Hearts likes={likes} />
      <button
        className="round"
        aria-label={likes === 0 ? t('like') : `${t('like')}, ${t('likes', { n })}`}
        onClick={session.commentActions.like}
        data-testid="like"
        data-count={likes}
      >
        <Heart size={22} aria-hidden="true" />
        {likes > 0 && <span className="badge">{n}</span>}
      </button>
    </div>
  )
}

function Hearts({ likes }: { readonly likes: number }) {
  const { taps } = useScene().said
  const [hearts, setHearts] = useState<readonly number[]>([])
  const before = useRef({ likes, taps, owed: 0, made: 0 })
  const rise = useEffectEvent(() => {
    const { made } = before.current
    const more = heartsFor(before.current, { likes, taps })
    before.current = { likes, taps, owed: more.owed, made: made + more.hearts }
    if (more.hearts === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
    const fresh = Array.from({ length: more.hearts }, (_, at) => made + at)
    setHearts((now) => [...now, ...fresh].slice(-MOST_HEARTS))
  })
  useEffect(() => {
    rise()
  }, [likes, taps])

  return (
    <div className="hearts" aria-hidden="true" data-testid="hearts">
      {hearts.map((id) => (
        <Heart
          key={id}
          className={`heart heart-${id % WAYS}`}
          onAnimationEnd={() => setHearts((now) => now.filter((one) => one !== id))}
        />
      ))}
    </div>
  )
}
