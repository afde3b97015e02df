// What shared stocks say, in Traditional Chinese.

export const refusals = {
  STOCK_CHANGED: '這份庫存剛被別人改過，請重新看一下。',
  SHARE_TAKEN: '這場直播已從共用庫存賣出或保留 {{taken}} 件，不能移出。',
}

export const viewer = {}

export const overlay = {}

export const studio = {
  'sharedStock.title': '共用庫存',
  'sharedStock.intro': '多場直播賣同一份庫存：每場先領一批，賣完再領下一批。',
  'sharedStock.own': '各場直播各用各的庫存',
  'sharedStock.sum': '共 {{units}} 件 · 已付 {{paid}} · 保留 {{held}} · 未分到場 {{common}}',
  'sharedStock.units': '所有直播合計件數',
  'sharedStock.block': '每批件數',
  'sharedStock.shows': '一起賣的直播',
  'sharedStock.numbers': '剩 {{free}} · 保留 {{held}} · 已付 {{paid}}',
  'sharedStock.save': '共用這份庫存',
  'sharedStock.saved': '已儲存',
  'sharedStock.stop': '不再共用',
  'sharedStock.stopped': '各場直播保留手上的件數',
  'sharedStock.over': '已結束',
  'sharedStock.live': '直播中',
  'sharedStock.planned': '尚未開播',
  'sharedStock.pickShow': '至少選一場直播',
  'sharedStock.wrongUnits': '請填 1 以上的整數',
}
