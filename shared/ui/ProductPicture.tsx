// A product's picture; where it has none, or none that loads, a drawn one: a paper tag with its first letter, in its own tint.
import { useState } from 'react'
import { firstLetterOf, tintOf } from './pictureTint.ts'

interface ProductPictureProps {
  readonly product: { readonly id: string; readonly picture: string }
  /** Its name in the reader's language: only the first letter is drawn, the name stands beside the picture. */
  readonly title: string
  readonly className?: string
  /** In px, where the page's layout needs it before the picture is there. */
  readonly size?: number
  /** Pictures far down a list are asked for when they come near. */
  readonly lazy?: boolean
}

export function ProductPicture({ product, title, className = '', size, lazy = false }: ProductPictureProps) {
  const { id, picture } = product
  const [failed, setFailed] = useState<string | null>(null)
  const looks = `product-picture-box ${className}`.trim()
  if (picture === '' || picture === failed) return <DrawnPicture id={id} title={title} looks={looks} />
  return (
    <img
      className={looks}
      src={picture}
      alt=""
      width={size}
      height={size}
      loading={lazy ? 'lazy' : undefined}
      onError={() => setFailed(picture)}
    />
  )
}

interface DrawnPictureProps {
  readonly id: string
  readonly title: string
  readonly looks: string
}

function DrawnPicture({ id, title, looks }: DrawnPictureProps) {
  return (
    <svg
      className={looks}
      viewBox="0 0 100 100"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      data-tint={tintOf(id)}
      data-testid="drawn-picture"
    >
      <path className="drawn-bed" d="M-150 -150h400v400h-400z" />
      <path className="drawn-table" d="M-150 74h400v176h-400z" />
      <path className="drawn-cord" d="M50 27C46 14 56 8 62 14" />
      <path className="drawn-tag" d="M42 20h16l12 13v44a6 6 0 0 1-6 6H36a6 6 0 0 1-6-6V33z" />
      <circle className="drawn-bed" cx="50" cy="29" r="3.2" />
      <text className="drawn-letter" x="50" y="68" textAnchor="middle">
        {firstLetterOf(title)}
      </text>
    </svg>
  )
}
