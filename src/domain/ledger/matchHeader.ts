import { FIELDS, type Field } from './fields';
import { foldHeader, withoutBrackets } from './headerText';
import { AMBIGUOUS_HEADERS, CHILD_WORDS, NOT_FIELDS, SECOND_FIELD, VOCABULARY } from './vocabulary';

/** What a column's header (parents first) says. Smaller `tier` and larger `strength` win a contested field. */
export interface HeaderMatch {
  readonly field: Field;
  readonly tier: number;
  /** 3: a known word; 2: a known word inside a longer header; 1: only its parent header is known. */
  readonly strength: 1 | 2 | 3;
  /** The field it stands back to where a better column has the first. */
  readonly second: Field | null;
  /** 完成时间: set to both readings where no parent header settles it. */
  readonly ambiguous: boolean;
}

interface Known {
  readonly field: Field;
  readonly tier: number;
}

const WORDS: ReadonlyMap<string, Known> = new Map(
  FIELDS.flatMap((field) =>
    VOCABULARY[field].flatMap((words, tier) => words.map((word): [string, Known] => [word, { field, tier }])),
  ),
);
/** Words long enough to be told inside a longer header, longest first. */
const LONG_WORDS = [...WORDS.keys()].filter((word) => word.length >= 4).sort((a, b) => b.length - a.length);

/** Longer cells are prose. */
const LONGEST_HEADER = 60;
const DECORATION = /(名称|内容|情况|说明|信息|栏|明细|描述|填写)$/;
/** A time word after one of these is about something other than the matter's own deadline or closing. */
const OTHER_TIME =
  /(反馈|报送|上报|回复|答复|催办|督办|延期|批示|领导|通报|检查|整改报告).*(时间|时限|日期|期限|单位)$/;
const PLANNED = /时间节点|计划|要求|时限|期限|目标|标准|应/;
const ACTUAL = /实际|完成情况|落实|办结|结果|销号/;
/** A parent's date word does not make its children dates: they may hold what is to be done by then. */
const FROM_PARENT: ReadonlySet<Field> = new Set<Field>([
  'title',
  'requirement',
  'progress',
  'leadUnit',
  'coUnits',
  'source',
]);

const known = (word: string): Known | undefined => WORDS.get(word);

/** A folded header that is a known word, its brackets aside. */
export const isHeaderWord = (folded: string): boolean => {
  if (folded === '') return false;
  const bare = withoutBrackets(folded);
  return WORDS.has(folded) || WORDS.has(bare) || AMBIGUOUS_HEADERS.has(bare);
};

function match(found: Known, word: string, strength: HeaderMatch['strength']): HeaderMatch {
  return { ...found, strength, second: SECOND_FIELD[word] ?? null, ambiguous: false };
}

/** 完成时间 read by the header over it, else left open. */
function matchAmbiguous(parents: string): HeaderMatch {
  const settled = ACTUAL.test(parents) ? 'closedOn' : PLANNED.test(parents) ? 'deadline' : null;
  return { field: settled ?? 'deadline', tier: 0, strength: 3, second: null, ambiguous: settled === null };
}

function matchExact(text: string): HeaderMatch | null {
  const whole = known(text);
  if (whole) return match(whole, text, 3);
  const bare = withoutBrackets(text);
  // 责任单位1, 责任单位2: a column each.
  const unnumbered = bare.replace(/\d{1,2}$/, '');
  const found = known(bare) ?? known(unnumbered);
  return found ? match(found, known(bare) ? bare : unnumbered, 3) : null;
}

function matchInside(text: string): HeaderMatch | null {
  const bare = withoutBrackets(text);
  const plain = bare.replace(DECORATION, '');
  if (plain !== bare) {
    const found = known(plain);
    if (found) return match(found, plain, 2);
  }
  if (OTHER_TIME.test(bare)) return null;
  const ending = LONG_WORDS.find((word) => bare.endsWith(word) && bare.length <= word.length + 8);
  if (ending) return match(known(ending)!, ending, 2);
  const opening = LONG_WORDS.find((word) => bare.startsWith(word) && /^[及和与、/或]/.test(bare.slice(word.length)));
  return opening ? match(known(opening)!, opening, 2) : null;
}

/**
 * Reads one column's header. `path` holds its header texts from the top row to the lowest;
 * the lowest counts, parents help where it is unknown or ambiguous.
 */
export function matchHeader(path: readonly string[]): HeaderMatch | null {
  if ((path.at(-1)?.length ?? 0) > LONGEST_HEADER) return null;
  const folded = path
    .filter((text) => text.length <= LONGEST_HEADER)
    .map(foldHeader)
    .filter((text) => text !== '');
  const own = folded.at(-1);
  if (own === undefined || own.length > 30) return null;
  const parents = folded.slice(0, -1);
  const parent = parents.at(-1);
  if (parent !== undefined) {
    const joined = known(withoutBrackets(parent) + withoutBrackets(own));
    if (joined) return match(joined, '', 3);
  }
  const bare = withoutBrackets(own);
  if (AMBIGUOUS_HEADERS.has(bare) || (bare === '完成' && parent !== undefined && /时间|节点|日期/.test(parent))) {
    return matchAmbiguous(parents.join('/'));
  }
  const exact = matchExact(own);
  if (exact) return exact;
  if (NOT_FIELDS.test(own)) return null;
  if (parent !== undefined) {
    const child = CHILD_WORDS.find((entry) => entry.word === bare && entry.parent.test(parent));
    if (child) return { field: child.field, tier: 0, strength: 3, second: null, ambiguous: false };
  }
  const inside = matchInside(own);
  if (inside) return inside;
  for (const text of [...parents].reverse()) {
    const above = matchExact(text);
    if (above && FROM_PARENT.has(above.field)) return { ...above, strength: 1 };
  }
  return null;
}
