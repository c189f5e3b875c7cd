import type { Ladder } from '../../domain/ruleSet';

/** 催办 when overdue without explanation; 督查通知书 where progress is poor, due or not, but not while a reminder's limit runs. */
export const ladder: Ladder = {
  replyDays: 3,
  steps: [
    {
      step: 'reminderNotice',
      clause: '二(一)',
      at: ['assigned'],
      when: 'overdueWithoutExplanation',
      proposalOnly: false,
      repeatable: false,
    },
    {
      step: 'supervisionLetter',
      clause: '一(五)',
      at: ['assigned', 'reminded'],
      when: 'progressBehind',
      proposalOnly: false,
      repeatable: false,
    },
  ],
};
