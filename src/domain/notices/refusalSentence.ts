import type { NextStep } from '../assessment';
import { NOTICE_FORMS } from '../registers/registers';
import type { Refusal } from './guard';
import { letterDate } from './letterDate';
import type { LifeRefusal } from './lifecycle';

const STEPS: Readonly<Record<NextStep, string>> = {
  reminderNotice: '催办',
  supervisionOrder: '下达督办通知单',
  supervisionLetter: '发督查通知书',
  criticism: '列入通报批评',
  interview: '提请约谈',
  referral: '提请移交问责',
};

/** Why a letter is not given, and what may be done about it: one sentence for the clerk. */
export function refusalSentence({ form, unit, reason, overridable }: Omit<Refusal, 'matter'>): string {
  const word = NOTICE_FORMS[form];
  const said = ((): string => {
    switch (reason.code) {
      case 'classified':
        return `涉密事项不入文书，不能出${word}`;
      case 'registerUnread':
        return `“文书登记簿”缺列，看不出以前发过什么，不能出${word}；请先把缺的列补上`;
      case 'missingTitle':
        return `没有填督查事项，不能出${word}，请先补上`;
      case 'noAddressee':
        return `没有填牵头单位，${word}不知发给谁，请先补上`;
      case 'closed':
        return `已${reason.closedOn === null ? '' : `于${letterDate(reason.closedOn)}`}办结，不用再出${word}`;
      case 'suspended':
        return `正在暂缓办理，不能出${word}；恢复办理后再出`;
      case 'notAssigned':
        return `还没有交办，不能出${word}`;
      case 'alreadyDrafted':
        return `已有一份给${unit ?? '该单位'}的${word}拟稿${numbered(reason.number)}没有发出，请发出或作废那一份`;
      case 'alreadyAssigned':
        return `已经交办给${unit ?? '该单位'}${numbered(reason.number)}`;
      case 'limitRunning':
        return `期限到${letterDate(reason.until)}为止，还没有过，次日起才能出${word}`;
      case 'deadlineUndetermined':
        return `办结时限不明，不能认定逾期，请先填明时限`;
      case 'explanationOnRecord':
        return `${reason.on === null ? '' : letterDate(reason.on)}已有书面说明或延期登记在案，按方案不再出${word}`;
      case 'notOnLadder':
        return `现用的方案没有${word}这一步`;
      case 'otherStepDue':
        return `按方案现在应当${STEPS[reason.step]}，不是出${word}`;
      case 'progressUnjudged':
        return '进度是否不理想要由人认定';
      case 'nothingDue':
        return `按方案现在没有要出的${word}`;
    }
  })();
  return `${said}${overridable ? '；确需出的，请写明理由' : ''}。`;
}

/** Why a letter on record does not take that turn. */
export function lifeSentence(refusal: LifeRefusal): string {
  switch (refusal.code) {
    case 'alreadySent':
      return '已经发出，不能再发，也不能撤回；有误请作废。';
    case 'notSent':
      return '还是拟稿，没有发出，不能登记签收、回复。';
    case 'void':
      return '已经作废，不能再办。';
    case 'beforeLetter':
      return `日期早于${letterDate(refusal.date)}，请核对。`;
    case 'alreadySigned':
      return `已登记${letterDate(refusal.on)}签收；有误请在登记簿里改。`;
    case 'alreadyReplied':
      return `已登记${letterDate(refusal.on)}回复；有误请在登记簿里改。`;
    case 'reasonMissing':
      return '作废要写明理由。';
    case 'notLastNumber':
      return '后面还有编号，撤回会跳号，请改为作废。';
    case 'yearChanged':
      return `编号是${refusal.year}年的，不能在别的年份发出，请作废后重新拟。`;
  }
}

const numbered = (number: string | null): string => (number === null ? '' : `（${number}）`);
