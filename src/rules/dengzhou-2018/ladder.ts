import type { Ladder } from '../../domain/ruleSet';

/** 交办单 → 催办单 → 督办通知单 → 约谈 → 移交; the 3 days of 二 where a notice names no limit. */
export const ladder: Ladder = {
  replyDays: 3,
  steps: [
    {
      step: 'reminderNotice',
      clause: '二',
      at: ['assigned'],
      when: 'overdue',
      proposalOnly: false,
      repeatable: false,
    },
    {
      step: 'supervisionOrder',
      clause: '二',
      at: ['reminded'],
      when: 'afterLimitOfStage',
      proposalOnly: false,
      repeatable: false,
    },
    {
      step: 'interview',
      clause: '五',
      at: ['ordered'],
      when: 'afterLimitOfStage',
      proposalOnly: true,
      repeatable: false,
    },
    {
      step: 'referral',
      clause: '五',
      at: ['interviewed'],
      when: 'afterLimitOfStage',
      proposalOnly: true,
      repeatable: false,
    },
  ],
};
