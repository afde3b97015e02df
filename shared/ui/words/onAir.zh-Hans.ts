// The desk's words about being on air, and about a part of the page that failed, in Simplified Chinese.
export const words = {
  'panel.failed': '这一块出了问题，其他部分照常运行，观众看到和听到的不受影响。',
  'panel.again': '重新显示',
} as const
