import { rectificationsOf, type Rectification } from '../../domain/bulletin/rectifications';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Plan } from '../../domain/plan';
import { PROCEEDING_HEADERS } from '../../domain/registers/readProceedings';
import { PROCEEDING_KINDS } from '../../domain/registers/registers';
import { readAlike } from '../reading/readAlike';
import { appendToRegister } from '../registers/registerRows';
import type { Review } from '../reading/review';

/** Every 通报批评 up to a day with its 整改报告; those of classified matters are left out. */
export function rectificationsIn(of: Review, asOf: CivilDate): readonly Rectification[] {
  const secret = new Set(of.matters.filter(({ classified }) => classified).map(({ key }) => key));
  return rectificationsOf(of.registers, of.matters, asOf).filter(
    ({ matters }) => !matters.some((key) => secret.has(key)),
  );
}

export interface ReportReceived {
  readonly date: CivilDate;
  readonly content: string;
  readonly handler: string;
  /** The day of the run. */
  readonly today: CivilDate;
}

export type ReceiptPlanned =
  { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly sentence: string };

/** A row of 办理登记: the unit's 整改报告 is in. */
export function planReceipt(of: Review, about: Rectification, received: ReportReceived): ReceiptPlanned {
  const { date, content, handler, today } = received;
  if (about.reportedOn !== null) return { ok: false, sentence: `${about.unit}的整改报告已经登记，不用再登记。` };
  if (date > today) return { ok: false, sentence: '收到日期还没有到，请改成今天或以前的日期。' };
  if (date < about.criticisedOn) return { ok: false, sentence: '收到日期早于通报日期，请核对。' };
  if (content.trim() === '') return { ok: false, sentence: '请写一句报告内容。' };
  const matters = of.matters.filter(({ key }) => about.matters.includes(key));
  const [sheet, ...others] = new Set(matters.map((matter) => matter.sheet));
  const ids = others.length > 0 ? '' : matters.flatMap(({ id }) => id ?? []).join('、');
  const [only] = matters;
  const plan: Plan = {
    action: 'proceeding',
    asOf: of.asOf,
    expectations: readAlike(of),
    changes: appendToRegister(of, {
      register: '办理登记',
      headers: PROCEEDING_HEADERS,
      rows: [
        {
          日期: { date },
          ...(ids === '' ? {} : { 事项编号: { text: ids } }),
          ...(only === undefined || matters.length > 1 || only.title === null ? {} : { 事项: { text: only.title } }),
          单位: { text: about.unit },
          类型: { text: PROCEEDING_KINDS.rectificationReport },
          内容: { text: content.trim() },
          ...(handler.trim() === '' ? {} : { 经办人: { text: handler.trim() } }),
          ...(sheet === undefined || others.length > 0 ? {} : { 台账: { text: sheet } }),
        },
      ],
      widths: { 事项: 40, 单位: 20, 内容: 40 },
    }),
  };
  return { ok: true, plan };
}
