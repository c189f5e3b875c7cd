import type { Ladder } from '../../domain/ruleSet';

/** No 催办: 督办通知单 when overdue, again when an approved extension ran out too, until 销号 (三(七)). */
export const ladder: Ladder = {
  replyDays: 3,
  steps: [
    {
      step: 'supervisionOrder',
      clause: '三(七)',
      at: ['assigned', 'reminded'],
      when: 'overdue',
      proposalOnly: false,
      repeatable: false,
    },
    {
      step: 'supervisionOrder',
      clause: '三(七)',
      at: ['ordered'],
      when: 'overdueAfterExtension',
      proposalOnly: false,
      repeatable: true,
    },
  ],
};
