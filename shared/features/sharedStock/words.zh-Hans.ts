// What shared stocks say, in Simplified Chinese.

export const refusals = {
  STOCK_CHANGED: '这份库存刚被别人改过，请重新看一下。',
  SHARE_TAKEN: '这场直播已从共用库存卖出或占用 {{taken}} 件，不能移出。',
}

export const viewer = {}

export const overlay = {}

export const studio = {
  'sharedStock.title': '共用库存',
  'sharedStock.intro': '多场直播卖同一份库存：每场先领一批，卖完再领下一批。',
  'sharedStock.own': '各场直播各用各的库存',
  'sharedStock.sum': '共 {{units}} 件 · 已付 {{paid}} · 占用 {{held}} · 未分到场 {{common}}',
  'sharedStock.units': '所有直播合计件数',
  'sharedStock.block': '每批件数',
  'sharedStock.shows': '一起卖的直播',
  'sharedStock.numbers': '剩 {{free}} · 占用 {{held}} · 已付 {{paid}}',
  'sharedStock.save': '共用这份库存',
  'sharedStock.saved': '已保存',
  'sharedStock.stop': '不再共用',
  'sharedStock.stopped': '各场直播保留手上的件数',
  'sharedStock.over': '已结束',
  'sharedStock.live': '直播中',
  'sharedStock.planned': '未开播',
  'sharedStock.pickShow': '至少选一场直播',
  'sharedStock.wrongUnits': '请填 1 以上的整数',
}
