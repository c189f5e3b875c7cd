import { addDays, workdayUpTo } from '../civilDate';
import type { Iso } from '../civilDate';
import type { ExpectedMatter, Stage, State } from '../expected';

export type LetterForm = '催办单' | '督办通知单' | '约谈' | '移交';

export interface Letter {
  readonly form: LetterForm;
  readonly date: Iso;
  /** 文书上写明的答复期限；null 为没写（按三日算）。 */
  readonly replyDue: Iso | null;
  readonly mark: '已发' | '作废' | '拟稿' | '' | '未登记';
}

/** 一件事项的用意和日子，题目和单位后配。 */
export interface CityPlan {
  readonly intention: string;
  readonly state: State;
  readonly stage: Stage;
  readonly nextStep: string | null;
  /** null：交办时间空着。 */
  readonly assigned: Iso | null;
  /** 有效时限。 */
  readonly deadline: Iso | null;
  readonly deadlineFrom: ExpectedMatter['deadlineFrom'];
  /** 办结时限格里写的：日期，或原样文字。 */
  readonly deadlineCell: { readonly date: Iso } | string | null;
  readonly status: string;
  readonly letters: readonly Letter[];
  readonly closedOn: Iso | null;
  readonly extension: { readonly on: Iso; readonly until: Iso; readonly approver: string } | null;
  readonly returnedOn: Iso | null;
  readonly suspended: readonly { readonly on: Iso; readonly kind: '暂缓' | '恢复' }[];
  readonly classified: boolean;
  /** 同组的事项同一牵头单位，文书合写一份。 */
  readonly group: string | null;
}

type Draft = Partial<CityPlan> & Pick<CityPlan, 'intention' | 'state'>;

export const FIRST_DAY = '2026-01-05';

/** 用意的草稿补成整件：没写的都按最平常的写。 */
export function plan(draft: Draft): CityPlan {
  return {
    stage: 'assigned',
    nextStep: null,
    assigned: null,
    deadline: null,
    deadlineFrom: draft.deadline ? 'cell' : 'none',
    deadlineCell: draft.deadline ? { date: draft.deadline } : null,
    status: '办理中',
    letters: [],
    closedOn: null,
    extension: null,
    returnedOn: null,
    suspended: [],
    classified: false,
    group: null,
    ...draft,
  };
}

/** 时限往前推若干日的工作日，不早于年初第一个工作周。 */
export function assignedFor(deadline: Iso, term: number): Iso {
  const day = workdayUpTo(addDays(deadline, -term));
  return day < FIRST_DAY ? FIRST_DAY : day;
}

export function letter(
  form: LetterForm,
  date: Iso,
  replyDue: Iso | null = null,
  mark: Letter['mark'] = '已发',
): Letter {
  return { form, date, replyDue, mark };
}

/** 阶梯各级：催办、督办、约谈的发出日（后两级可无），答复期限写在最后一级上。 */
export function onLadder(dates: readonly [Iso, Iso?, Iso?, Iso?], lastDue: Iso | null): Letter[] {
  const forms: readonly LetterForm[] = ['催办单', '督办通知单', '约谈', '移交'];
  const present = dates.filter((date) => date !== undefined);
  return present.map((date, level) =>
    letter(forms[level] as LetterForm, date, level === present.length - 1 ? lastDue : null),
  );
}
