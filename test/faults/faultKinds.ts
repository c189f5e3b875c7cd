import type { Fault } from '../../src/host/session';

/** One way a request goes wrong. */
export interface FaultKind {
  readonly name: string;
  /** `stop`: so many of the request's actions are carried out. */
  readonly fault: (stop: number) => Fault;
  /** Tried for every number of actions the request may stop after. */
  readonly partial: boolean;
  /** Nothing answers from then on until the file is opened anew. */
  readonly lasting: boolean;
}

const refused = (code: string, when: 'before' | 'after' = 'before'): FaultKind => ({
  name: when === 'after' ? `${code}（已执行）` : code,
  fault: () => ({ when, error: { code, message: code } }),
  partial: false,
  lasting: false,
});

/** The faults of Excel and of the wire. */
export const FAULT_KINDS: readonly FaultKind[] = [
  refused('GeneralException'),
  refused('GeneralException', 'after'),
  refused('AccessDenied'),
  refused('InvalidOperationInCellEditMode'),
  refused('RequestPayloadSizeLimitExceeded'),
  // The request is carried out, its answer is too long to be given.
  refused('ResponsePayloadSizeLimitExceeded', 'after'),
  refused('ActivityLimitReached'),
  { name: '回信丢失（已执行）', fault: () => ({ when: 'after', error: 'lost' }), partial: false, lasting: false },
  { name: '连接中断（未执行）', fault: () => ({ when: 'before', error: 'lost' }), partial: false, lasting: true },
  { name: '连接中断（已执行）', fault: () => ({ when: 'after', error: 'lost' }), partial: false, lasting: true },
  {
    name: '执行一半报错',
    fault: (stop) => ({ when: { afterAction: stop }, error: { code: 'GeneralException', message: 'x' } }),
    partial: true,
    lasting: false,
  },
  {
    name: '执行一半拒绝',
    fault: (stop) => ({ when: { afterAction: stop }, error: { code: 'AccessDenied', message: 'x' } }),
    partial: true,
    lasting: false,
  },
  {
    name: '执行一半连接中断',
    fault: (stop) => ({ when: { afterAction: stop }, error: 'lost' }),
    partial: true,
    lasting: true,
  },
];
