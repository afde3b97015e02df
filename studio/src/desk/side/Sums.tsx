// Above a list: what it comes to, in the words and numbers of the head.
export function Sums({ id, sums }: { readonly id: string; readonly sums: readonly string[] }) {
  return (
    <p className="sums" data-testid={`sums-${id}`}>
      {sums.join(' · ')}
    </p>
  )
}
