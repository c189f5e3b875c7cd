import type { UnitMention } from '../matter';
import type { UnitDirectory } from '../registers/unitDirectory';
import { foldText } from '../foldText';
import type { LedgerConnection } from './connection';

/** Units of one cell by their part in the matter. */
export interface UnitCellReading {
  readonly lead: readonly UnitMention[];
  readonly co: readonly UnitMention[];
}

type Part = 'lead' | 'responsible' | 'co' | null;
interface Name {
  readonly written: string;
  readonly part: Part;
}

const LABEL =
  /(总牵头|牵头|主办|主责|承办|责任|落实|配合|协办|协助|协同|参与|参加)(?:责任)?(?:单位|部门|科室|主体)?\s*[:：]/g;
const CO_LABEL = /配合|协办|协助|协同|参与|参加/;
const LEAD_LABEL = /牵头|主办|主责/;
const NOTE = /[（(【[〔][^（()）【】[\]〔〕]*[)）】\]〕]/g;
const BRACKET = /[（()）【】[\]〔〕]/g;
const OFFICE_END =
  /(局|委|办|厅|部|院|处|站|所|队|中心|公司|政府|街道|镇|乡|集团|学校|银行|支队|大队|委员会|办公室|办事处)$/;
const BRACKET_OR_LABEL = /[（()）【】[\]〔〕:：]/;
const CLAUSES = /[，,；;\r\n]+/;
const NAMES = /[、/／|]+/;
/** Longer pieces are prose: they are taken whole. */
const LONGEST_NAME = 80;
const NO_UNITS: readonly UnitMention[] = [];
/** What stands in a cell where no unit does; 同上 names none by itself: who is meant is for people to write. */
const EMPTY_NAMES: ReadonlySet<string> = new Set([
  '',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '－',
  '〃',
  '″',
  '"',
  '无',
  '暂无',
  '略',
  '同上',
  '待定',
  '未定',
  '待明确',
  '待确定',
]);
/** ① before a name. */
const CIRCLED = /[①-⑳]/;
const CIRCLED_EACH = new RegExp(CIRCLED, 'g');

const partOfLabel = (label: string): Part =>
  CO_LABEL.test(label) ? 'co' : LEAD_LABEL.test(label) ? 'lead' : 'responsible';

/** Cuts a cell at its labels (`牵头单位:`…); what stands before the first label has no part. */
function labelled(text: string): readonly { readonly part: Part; readonly text: string }[] {
  const pieces: { part: Part; text: string }[] = [];
  let part: Part = null;
  let from = 0;
  for (const label of text.matchAll(LABEL)) {
    pieces.push({ part, text: text.slice(from, label.index) });
    part = partOfLabel(label[1] ?? '');
    from = label.index + label[0].length;
  }
  pieces.push({ part, text: text.slice(from) });
  return pieces;
}

/** `教育局牵头`, `财政局、人社局配合`: the words at the end of a clause give its names their part. */
function clausePart(clause: string): { readonly part: Part; readonly text: string } {
  const match = /^(?:由)?(.{2,}?)(共同)?(牵头负责|牵头|主办|负责|配合|协办|协助)(?:落实|办理|实施)?[。.]?$/.exec(
    clause,
  );
  if (match === null) return { part: null, text: clause };
  const word = match[3] ?? '';
  return { part: CO_LABEL.test(word) ? 'co' : 'lead', text: match[1] ?? '' };
}

/** Spaces part names only where every piece looks like an office; otherwise they are typing (`教 育 局`). */
function splitAtSpaces(name: string): readonly string[] {
  const pieces = name.split(/[\s\u3000\u00a0]+/).filter((piece) => piece !== '');
  if (pieces.length > 1 && pieces.every((piece) => piece.length >= 3 && OFFICE_END.test(piece))) return pieces;
  return [pieces.join('')];
}

/** Spaces among unit names put right: `教 育 局` closed up, `教育局 财政局` given a separator. */
export const tidyUnitSpaces = (text: string): string =>
  text.replace(/[^\s、，,；;/：:]+(?:[ \t\u3000\u00a0]+[^\s、，,；;/：:]+)+/g, (run) => splitAtSpaces(run).join('、'));

function splitAtAnd(name: string, directory: UnitDirectory): readonly string[] {
  if (name.length > LONGEST_NAME) return [name];
  const { kind } = directory.resolve(name);
  if (kind !== 'unknown' && kind !== 'openCollective') return [name];
  const match = /^(.{2,}?(?:局|委|办|厅|部|院|处|中心|公司|政府|街道|镇|乡|集团))(?:以及|及|和|与)(.{3,})$/.exec(name);
  if (match === null) return [name];
  const [left, right] = [match[1] ?? '', match[2] ?? ''];
  return OFFICE_END.test(right) || directory.resolve(right).kind !== 'unknown'
    ? [left, ...splitAtAnd(right, directory)]
    : [name];
}

function cleanName(name: string): string {
  return name
    .replace(/^(?:\d{1,2}[.、．)）]|[（(]\d{1,2}[)）])\s*/, '')
    .replace(/^(?:以及|及|和)(?=.{3,})/, '')
    .replace(/等(?:\d+|[一二三四五六七八九十两几多]+)?个?(?:有关|相关)?(?:单位|部门|科室)?[。.]?$/, '')
    .replace(/[。.：:]+$/, '')
    .trim();
}

/** Names of one piece of text, roles in brackets (`教育局（牵头）`) and at the end of clauses read. */
function namesIn(text: string, outer: Part, directory: UnitDirectory): Name[] {
  const names: Name[] = [];
  const kept: string[] = [];
  const withoutNotes = text.replace(NOTE, (note, offset: number) => {
    const before =
      text
        .slice(0, offset)
        .split(/[、，,；;\r\n/]/)
        .at(-1) ?? '';
    if (directory.resolve(before + note).kind !== 'unknown') {
      kept.push(note);
      return `\u0001${kept.length - 1}\u0002`;
    }
    const role = /^.(牵头|主办|配合|协办|协助)(?:单位)?.$/.exec(note);
    return role ? `\u0003${CO_LABEL.test(role[1] ?? '') ? 'c' : 'l'}` : '';
  });
  for (const clause of withoutNotes.split(CLAUSES)) {
    const { part, text: body } = clausePart(clause.trim());
    for (const piece of body.split(NAMES).flatMap(splitAtSpaces)) {
      const role: Part = piece.includes('\u0003c') ? 'co' : piece.includes('\u0003l') ? 'lead' : (part ?? outer);
      const name = cleanName(
        // eslint-disable-next-line no-control-regex -- marks set above, where notes stood
        piece.replace(/\u0003[cl]/g, '').replace(/\u0001(\d+)\u0002/g, (_, index: string) => kept[Number(index)] ?? ''),
      );
      if (EMPTY_NAMES.has(name)) continue;
      for (const one of splitAtAnd(name, directory)) names.push({ written: one, part: role });
    }
  }
  return names;
}

/** Words that may give the names before them a part, or belong to no name. */
const TURN = /(?:牵头|主办|负责|配合|协办|协助|落实|办理|实施)[。.]?$/;

/** A name that stands for itself alone; `mention`: the one unit it means, where it means one. */
interface AloneName {
  readonly name: Name;
  readonly mention: UnitMention | null;
  readonly folded: string;
}
const readAlone = new WeakMap<UnitDirectory, Map<string, AloneName | null>>();

/** Names joined by 、 of which each stands for itself: most cells are such. Null where a closer look is needed. */
function aloneNames(text: string, directory: UnitDirectory): readonly AloneName[] | null {
  let known = readAlone.get(directory);
  if (known === undefined) readAlone.set(directory, (known = new Map()));
  const names: AloneName[] = [];
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('、', from);
    const piece = from === 0 && end < 0 ? text : text.slice(from, end < 0 ? text.length : end);
    let name = known.get(piece);
    if (name === undefined) known.set(piece, (name = aloneName(piece, directory)));
    if (name === null) return null;
    names.push(name);
    from = end < 0 ? text.length + 1 : end + 1;
  }
  return names;
}

function aloneName(piece: string, directory: UnitDirectory): AloneName | null {
  if (TURN.test(piece) || BRACKET_OR_LABEL.test(piece)) return null;
  const [name, ...more] = namesIn(piece, null, directory);
  if (name?.written !== piece || more.length > 0) return null;
  const [mention, ...others] = mentionsOf(piece, directory);
  const single = mention !== undefined && others.length === 0 ? mention : null;
  return { name, mention: single, folded: single === null ? '' : foldText(single.unit) };
}

/** The units of such names, where each means one and none the same; null where a closer look is needed. */
function plainUnits(names: readonly AloneName[]): readonly UnitMention[] | null {
  for (let index = 0; index < names.length; index += 1) {
    const { mention, folded } = names[index]!;
    if (mention === null) return null;
    for (let before = 0; before < index; before += 1) if (names[before]!.folded === folded) return null;
  }
  return names.map(({ mention }) => mention!);
}

const mentionsKnown = new WeakMap<UnitDirectory, Map<string, readonly UnitMention[]>>();

/** The same name is the same mention, in however many cells it stands. */
function mentionsOf(written: string, directory: UnitDirectory): readonly UnitMention[] {
  let known = mentionsKnown.get(directory);
  if (known === undefined) mentionsKnown.set(directory, (known = new Map()));
  let mentions = known.get(written);
  if (mentions === undefined) known.set(written, (mentions = mentionsIn(written, directory)));
  return mentions;
}

function mentionsIn(written: string, directory: UnitDirectory): readonly UnitMention[] {
  const found = directory.resolve(written);
  switch (found.kind) {
    case 'unit':
    case 'alias':
      return [{ written, unit: found.unit, known: true }];
    case 'collective':
      return found.members.map((unit) => ({ written, unit, known: directory.resolve(unit).kind !== 'unknown' }));
    case 'ambiguous':
      return [{ written, unit: written, known: false, unscorable: 'ambiguous' }];
    case 'openCollective':
      return [{ written, unit: written, known: false, unscorable: 'collective' }];
    case 'unknown':
      return [{ written, unit: written, known: false }];
  }
}

function distinctUnits(mentions: readonly UnitMention[], taken: readonly UnitMention[]): readonly UnitMention[] {
  if (mentions.length + taken.length < 2 || mentions.length === 0) return mentions;
  const seen = new Set(taken.map(({ unit }) => foldText(unit)));
  return mentions.filter((mention) => {
    const key = foldText(mention.unit);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Reads a cell of units. Labels, brackets and closing words (`…牵头，…配合`) give a name its part; a name without
 * one leads where the column says 牵头/主办 (`allLead`), and under 责任单位 (`firstLeads`) only if it is the first
 * (rules.md §5). A collective name stands for its members.
 */
export function readUnitCell(
  written: string,
  reading: LedgerConnection['leadReading'],
  directory: UnitDirectory,
): UnitCellReading {
  const text = CIRCLED.test(written) ? written.replaceAll(CIRCLED_EACH, '、') : written;
  const alone = aloneNames(text, directory);
  const plain = alone === null ? null : plainUnits(alone);
  if (plain !== null && (reading === 'allLead' || plain.length < 2)) return { lead: plain, co: NO_UNITS };
  const stated =
    alone?.map(({ name }) => name) ?? labelled(text).flatMap((piece) => namesIn(piece.text, piece.part, directory));
  // A cell that is nothing but a note names its unit in the brackets: （教育局）.
  const names = stated.length > 0 ? stated : namesIn(text.replace(BRACKET, ' '), null, directory);
  const hasLeader = names.some((name) => name.part === 'lead');
  const lead: UnitMention[] = [];
  const co: UnitMention[] = [];
  for (const { written, part } of names) {
    const mentions = mentionsOf(written, directory);
    const open = part === null || part === 'responsible';
    const leads = part === 'lead' || (open && !hasLeader && (reading === 'allLead' || lead.length === 0));
    (leads ? lead : co).push(...mentions);
  }
  if (lead.length === 0 && co.length > 0 && names.every((name) => name.part === 'co')) return { lead: [], co };
  const leading = distinctUnits(lead, []);
  // Grown lists hold room for more: the cells of a large ledger keep theirs to size.
  return { lead: leading.slice(), co: co.length === 0 ? NO_UNITS : distinctUnits(co, leading).slice() };
}
