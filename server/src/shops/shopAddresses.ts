// The shop's own addresses, as the settings name them: only there requests go that read and change the shop.
export interface ShopAddresses {
  /** `{host}` in it stands for the name by which a viewer came. */
  readonly shopUrl: string
  readonly shopInternalUrl: string
  readonly medusaUrl: string | null
  readonly ucpCodesUrl: string | null
}

export function shopAddresses({ shopUrl, shopInternalUrl, medusaUrl, ucpCodesUrl }: ShopAddresses): readonly string[] {
  const addresses = [shopUrl.replace('{host}', 'localhost'), shopInternalUrl, medusaUrl, ucpCodesUrl]
  return addresses.filter((address) => address !== null)
}

/** With their ports, where they are not the scheme's own. */
export function shopHosts(config: ShopAddresses): readonly string[] {
  return shopAddresses(config).map((address) => new URL(address).host)
}
