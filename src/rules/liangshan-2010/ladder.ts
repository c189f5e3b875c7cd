import type { Ladder } from '../../domain/ruleSet';

/** 催办 when overdue without explanation; an explanation on record stops it. */
export const ladder: Ladder = {
  replyDays: 3,
  steps: [
    {
      step: 'reminderNotice',
      clause: '三(二)',
      at: ['assigned'],
      when: 'overdueWithoutExplanation',
      proposalOnly: false,
      repeatable: false,
    },
  ],
};
