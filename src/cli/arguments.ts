import { parseArgs } from 'node:util';
import { parseCivilDate, type CivilDate } from '../domain/calendar/civilDate';
import { RULE_SET_IDS } from '../domain/ruleSet';

export interface MonthEndArguments {
  readonly file: string;
  /** null: the day of the run. */
  readonly asOf: CivilDate | null;
  readonly sheet: string | null;
  readonly scheme: string | null;
  readonly annual: boolean;
  readonly issueNotices: boolean;
  readonly replace: boolean;
  readonly out: string | null;
}

export type ArgumentsResult =
  { readonly ok: true; readonly arguments: MonthEndArguments } | { readonly ok: false; readonly sentence: string };

export const USAGE =
  '用法：npm run --silent month-end -- 台账.xlsx [--as-of 2026-10-31] [--sheet 工作表] [--scheme 方案] [--annual] [--issue-notices] [--replace] [--out 文件夹]';

const refused = (sentence: string): ArgumentsResult => ({ ok: false, sentence });

/** Reads the command line of the month-end job; what cannot be taken is said in one sentence. */
export function readArguments(argv: readonly string[]): ArgumentsResult {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'as-of': { type: 'string' },
        sheet: { type: 'string' },
        scheme: { type: 'string' },
        annual: { type: 'boolean', default: false },
        'issue-notices': { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    });
  } catch {
    return refused(`参数有误。${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (file === undefined) return refused(`没有给出台账文件。${USAGE}`);
  if (more.length > 0) return refused(`一次只能处理一个台账文件，多出了“${more.join('”“')}”。`);
  const asOf = values['as-of'] === undefined ? null : parseCivilDate(values['as-of']);
  if (values['as-of'] !== undefined && asOf === null) {
    return refused(`统计日期“${values['as-of']}”不对，应写成 2026-10-31 这样的日期。`);
  }
  if (values.out?.trim() === '') return refused('--out 后面要写输出文件夹。');
  const scheme = values.scheme ?? null;
  if (scheme !== null && !RULE_SET_IDS.some((id) => id === scheme)) {
    return refused(`没有“${scheme}”这个方案，可选：${RULE_SET_IDS.join('、')}。`);
  }
  return {
    ok: true,
    arguments: {
      file,
      asOf,
      sheet: values.sheet ?? null,
      scheme,
      annual: values.annual,
      issueNotices: values['issue-notices'],
      replace: values.replace,
      out: values.out ?? null,
    },
  };
}
