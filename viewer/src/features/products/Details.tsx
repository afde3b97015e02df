// What a product's sheet tells beside its price, fetched when it is opened; without an answer the sheet is as it was.
import type { ProductDetails } from '@lantern/shared/contract/catalogue.ts'
import { ProductPicture } from '@lantern/shared/ui/ProductPicture.tsx'
import { useEffect, useState } from 'react'

interface DetailsProps {
  readonly showId: string
  readonly productId: string
}

export function Details({ showId, productId }: DetailsProps) {
  const told = useDetails(`${showId}/${productId}`)
  if (told === null) return null
  const { pictures, description, sizes } = told
  return (
    <>
      {pictures.length > 0 && (
        <ul className="more-pictures" data-testid="more-pictures">
          {pictures.map(({ src, alt }) => (
            <li key={src} title={alt}>
              <ProductPicture product={{ id: productId, picture: src }} title={alt} size={96} lazy />
            </li>
          ))}
        </ul>
      )}
      {description !== '' && <p className="product-words">{description}</p>}
      {sizes !== '' && <p className="product-words">{sizes}</p>}
    </>
  )
}

function useDetails(place: string): ProductDetails | null {
  const [told, setTold] = useState<{ readonly place: string; readonly details: ProductDetails } | null>(null)
  useEffect(() => {
    let isOpen = true
    void readDetails(place).then((details) => details !== null && isOpen && setTold({ place, details }))
    return () => {
      isOpen = false
    }
  }, [place])
  return told?.place === place ? told.details : null
}

async function readDetails(place: string): Promise<ProductDetails | null> {
  try {
    const answer = await fetch(`/api/products/${place}`)
    const read: unknown = answer.ok ? await answer.json() : null
    return isDetails(read) ? read : null
  } catch {
    return null
  }
}

/** Only what the page reaches into: the schema would cost every shopper more than the rest of this. */
function isDetails(read: unknown): read is ProductDetails {
  if (typeof read !== 'object' || read === null) return false
  if (!('pictures' in read && 'description' in read && 'sizes' in read)) return false
  return Array.isArray(read.pictures) && typeof read.description === 'string' && typeof read.sizes === 'string'
}
