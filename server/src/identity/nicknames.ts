// The name under which others see a viewer: made from the id, friendly, and the same on every device and process.
import { hash } from 'node:crypto'

const NICKNAMES = [
  'Acorn Alder Alpaca Aster Bamboo Basil Beaver Birch Bunny Camellia Cedar Cherry Clover Coral Crane Cricket',
  'Daisy Dolphin Dove Fern Finch Firefly Fox Gecko Ginkgo Hazel Heron Iris Ivy Jasmine Kiwi Koala',
  'Lark Laurel Lemon Lily Linden Lotus Lynx Magpie Maple Marmot Mimosa Mint Moss Mulberry Myrtle Olive',
  'Orchid Osmanthus Otter Owl Panda Peach Pear Peony Pine Plum Poppy Quail Robin Rowan Sage Seal',
  'Sparrow Squirrel Swallow Swan Thistle Tulip Turtle Violet Walnut Willow Wren Yarrow Yuzu Zinnia',
]
  .join(' ')
  .split(' ')

/** For example `Osmanthus 417`. */
export function nicknameOf(viewerId: string): string {
  const digest = hash('sha256', viewerId, 'buffer')
  const word = NICKNAMES[digest.readUInt32BE(0) % NICKNAMES.length] ?? 'Lantern'
  return `${word} ${100 + (digest.readUInt32BE(4) % 900)}`
}
