// The key that leads to the flash sale from anywhere on the desk.
export const SALE_KEY = 'f'
