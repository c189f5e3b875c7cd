import { unzipSync } from 'fflate';
import { planMarking, planUnmarking } from '../../src/app/ledger/markOverdue';
import { applyPlan } from '../../src/app/office/workbook';
import { openXlsx, type WorkbookModel } from '../../src/host/xlsx';
import { AT, reviewed } from '../app/reviewing';
import { deskOver } from '../hostDesk';
import { workThrough } from '../hostile/mutations';

export interface Rounds {
  /** The sentence of a file that is not opened or not written; null where all rounds were gone. */
  readonly said: string | null;
  readonly parts: number;
  /** How the marks got there: the add-in's own, or one conditional format put on and taken off. */
  readonly marked: 'ledger' | 'rule' | 'none';
  /** What was not kept, one sentence each. */
  readonly lost: readonly string[];
}

const partsOf = (file: Uint8Array): ReadonlyMap<string, Buffer> =>
  new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes)]));

/** Parts that hold what we write beside cells: our marks' looks, our settings and journal. */
const OURS = /^(xl\/styles\.xml|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml)$/;
const isSheet = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/i.test(name);

/** Conditional formats aside, which marking adds; with their prefix. */
const unmarked = (xml: string): string =>
  xml.replace(/<((?:\w+:)?)conditionalFormatting\b[\s\S]*?<\/\1conditionalFormatting>/g, '');
const withoutLooks = (xml: string): string => xml.replace(/<((?:\w+:)?)dxfs\b(?:[^>]*\/>|[\s\S]*?<\/\1dxfs>)/g, '');
const attributesAside = (xml: string): string => xml.replace(/ fullCalcOnLoad="1"/, '');

/** What the second file lost of the first. */
function lostParts(before: Uint8Array, after: Uint8Array, round: string, exactSheets: boolean): readonly string[] {
  const [came, went] = [partsOf(before), partsOf(after)];
  return [...came].flatMap(([name, bytes]) => {
    const now = went.get(name);
    if (now === undefined) return [`${round}：没有了 ${name}`];
    if (now.equals(bytes)) return [];
    const [a, b] = [bytes.toString('utf8'), now.toString('utf8')];
    if (isSheet(name) && !exactSheets && unmarked(a) === unmarked(b)) return [];
    if (name === 'xl/styles.xml' && withoutLooks(a) === withoutLooks(b)) return [];
    if (name === 'xl/workbook.xml' && attributesAside(a) === attributesAside(b)) return [];
    if (OURS.test(name) && name !== 'xl/styles.xml' && everyElementStands(a, b)) return [];
    return [`${round}：${name} 变了`];
  });
}

/** Each element of the first text stands in the second: entries were added, none taken away. */
const everyElementStands = (a: string, b: string): boolean =>
  (a.match(/<(?:\w+:)?(?:Override|Default|Relationship|sheet|definedName)\b[^>]*>/g) ?? []).every((tag) =>
    b.includes(tag),
  );

function workbookOf(file: Uint8Array): WorkbookModel {
  const opened = openXlsx(file);
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  return opened.workbook;
}

interface Marked {
  readonly file: Uint8Array;
  /** Why it was not marked (protected sheet); null where it was. */
  readonly refused: string | null;
}

/** Marks through the add-in and through office.js; null where the file holds no ledger. */
async function marking(file: Uint8Array, action: 'mark' | 'unmark'): Promise<Marked | null> {
  const desk = deskOver(workbookOf(file), '台账.xlsx');
  try {
    const review = await reviewed();
    const plan = action === 'mark' ? planMarking(review) : planUnmarking(review);
    if (plan.changes.length === 0) return null;
    const result = await applyPlan(plan, AT);
    return { file: desk.workbook.save(), refused: result.ok ? null : result.refusal.sentence };
  } finally {
    desk.close();
  }
}

const RULE = 'AND(N("督查:试验")=0,$A1<>"")';

function oneRule(file: Uint8Array, action: 'mark' | 'unmark'): Uint8Array {
  const workbook = workbookOf(file);
  for (const sheet of workbook.sheets) {
    const others = sheet.conditionalRules().filter(({ formulas }) => formulas[0] !== RULE);
    const ours = {
      id: '',
      areas: [{ top: 0, left: 0, bottom: 99, right: 9 }],
      type: 'expression',
      formulas: [RULE],
      priority: others.length + 1,
      stopIfTrue: false,
      style: { fill: '#FDE7E9' },
      raw: null,
    };
    sheet.setConditionalRules(action === 'mark' ? [...others, ours] : others);
  }
  return workbook.save();
}

/** Opens and saves; marks and saves; reopens, unmarks and saves: each compared with the file part by part. */
export async function roundsOver(file: Uint8Array): Promise<Rounds> {
  const opened = openXlsx(file);
  const parts = opened.ok ? partsOf(file).size : 0;
  if (!opened.ok) return { said: opened.refusal.sentence, parts, marked: 'none', lost: [] };
  const { workbook } = opened;
  for (const sheet of workbook.sheets)
    void [sheet.usedArea(false), sheet.conditionalRules(), sheet.pageSetup(), sheet.charts()];
  const lost: string[] = Buffer.from(workbook.save()).equals(file) ? [] : ['打开再保存：字节变了'];
  if (workbook.readOnly) return { said: workbook.cautions.join(''), parts, marked: 'none', lost };

  const own = await marking(file, 'mark');
  if (own !== null && own.refused !== null) {
    lost.push(...lostParts(file, own.file, '没有标记，保存', true));
    return { said: own.refused, parts, marked: 'none', lost };
  }
  const marked = own?.file ?? oneRule(file, 'mark');
  lost.push(...lostParts(file, marked, '标记后保存', false));
  const cleared = own === null ? oneRule(marked, 'unmark') : ((await marking(marked, 'unmark'))?.file ?? null);
  if (cleared === null) lost.push('标记存下后认不出来');
  else lost.push(...lostParts(file, cleared, '清除标记后保存', true));
  workThrough(workbookOf(file));
  return { said: workbook.cautions.join('') || null, parts, marked: own === null ? 'rule' : 'ledger', lost };
}
