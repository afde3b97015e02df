// Where the parts of the drawing stand, and what they are drawn with.
/** What both kinds of 2D context can do. */
export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

export interface Size {
  readonly width: number
  readonly height: number
}

/** Where things stand: places in the picture's pixels, scales of their own drawings. */
export interface Layout extends Size {
  readonly host: { readonly x: number; readonly y: number; readonly scale: number }
  readonly clock: { readonly x: number; readonly y: number; readonly radius: number }
  readonly lantern: { readonly x: number; readonly length: number; readonly scale: number }
  readonly shelves: readonly {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly first: number
  }[]
  readonly stallTop: number
}
