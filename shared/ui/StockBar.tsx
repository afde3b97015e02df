// How many units are left, as a bar; the words stand beside it.
interface StockBarProps {
  readonly left: number
  readonly of: number
}

export function StockBar({ left, of }: StockBarProps) {
  const part = of === 0 ? 0 : Math.min(1, left / of)
  return (
    <span className="stock-bar" aria-hidden="true">
      <i style={{ transform: `scaleX(${part})` }} />
    </span>
  )
}
