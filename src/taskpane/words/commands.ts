/** What the ribbon's commands say in the pane. */
export const COMMANDS = {
  decideFirst: '窗格里有一步还没有定，请先写入或取消。',
  answerFirst: '先在窗格里确认几列，再点一次。',
  noMatter: '选中的行里没有督查事项。请先选中事项所在的行。',
  broken: '这个按钮没有办成，台账以表中为准。请在窗格里再办一次。',
} as const;
