// The desk's words about being on air, and about a part of the page that failed, in Traditional Chinese.
export const words = {
  'panel.failed': '這一塊出了問題，其他部分照常運作，觀眾看到和聽到的不受影響。',
  'panel.again': '重新顯示',
} as const
