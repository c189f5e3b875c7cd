import { BULLETIN_FIELDS } from './fields/bulletinFields';
import { FORM_FIELDS } from './fields/formFields';
import { HANDED_IN_FIELDS } from './fields/handedInFields';
import { LEDGER_FIELDS } from './fields/ledgerFields';
import { LETTER_FIELDS } from './fields/letterFields';
import type { InjectedField } from './trial';

/** Every place where words of a person, or of another file, come in. */
export const INJECTED_FIELDS: readonly InjectedField[] = [
  ...FORM_FIELDS,
  ...LETTER_FIELDS,
  ...BULLETIN_FIELDS,
  ...HANDED_IN_FIELDS,
  ...LEDGER_FIELDS,
];

/** Use cases that write, but no words of a person: what they write, and which field's trial goes through them anyhow. */
export const WITHOUT_WORDS: Readonly<Record<string, string>> = {
  planUnmarking: '只取消标记',
  planBlankLedger: '只写方案自己的字',
  planSampleLedger: '只写样本自己的字',
  planBuiltInTemplate: '只删模板部件',
  planTakingBack: '只删拟稿的行，行里的字见“文书登记簿”各列的撤销',
  planNoticeRegister: '只写登记簿表头',
  issueLetters: '写的是 planIssue 的计划',
  publishMonth: '写的是 planBulletinSheet 的计划，整个月末见 monthEnd.test.ts',
  writeScores: '写的是 planScoreSheets 的计划，整个月末见 monthEnd.test.ts',
  writeLists: '写的是 planListSheet 的计划',
  runMonthEnd: '见 monthEnd.test.ts',
};
