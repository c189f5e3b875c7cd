import { STAGES } from '../../domain/assessment';
import type { Ladder } from '../../domain/ruleSet';

/** 督查催办单 within the limit, as the office sees need; the list for 通报批评 when overdue without explanation. */
export const ladder: Ladder = {
  replyDays: 3,
  steps: [
    {
      step: 'reminderNotice',
      clause: '四(三)',
      at: ['assigned'],
      when: 'byUrgency',
      proposalOnly: true,
      repeatable: false,
    },
    {
      step: 'criticism',
      clause: '六',
      at: STAGES,
      when: 'overdueWithoutExplanation',
      proposalOnly: true,
      repeatable: false,
    },
  ],
};
