import { planBulletinIssue } from '../../../src/app/bulletin/issueBulletin';
import { standingDraft } from '../../../src/app/bulletin/issuedBulletins';
import { bulletinDocument, draftBulletin } from '../../../src/app/bulletin/publishBulletin';
import { DEFAULT_HEAD, type BulletinHead } from '../../../src/domain/bulletin/bulletinHead';
import type { Decided } from '../../../src/domain/bulletin/candidates';
import { WORD_NAMES, type BulletinWords, type WordSlot } from '../../../src/domain/bulletin/words';
import { BULLETIN } from '../../../src/taskpane/words/bulletin';
import { AS_OF, on, reviewed } from '../../app/reviewing';
import { office } from '../../domain/notices/builders';
import type { Hand, InjectedField } from '../trial';
import { plainKept } from './books';

interface Written {
  readonly head?: Partial<BulletinHead>;
  readonly words?: Partial<BulletinWords>;
  readonly decided?: Decided;
  readonly book?: string;
}

const DECIDED: Decided = { commended: ['教育局'], criticised: [{ unit: '交通局', limit: on('2026-11-10') }] };

/** Issues the bulletin, hands over its file in both kinds, and reads it back. */
async function issued(hand: Hand, { head, words = {}, decided = DECIDED, book = '台账' }: Written): Promise<void> {
  const of = await reviewed();
  const own: BulletinHead = { ...DEFAULT_HEAD, ...head };
  const draft = draftBulletin(of, { choices: null, words, decided, issuedOn: AS_OF });
  const issuing = planBulletinIssue(of, draft, { head: own, words, decided, replace: true });
  for (const bulletinKind of ['brief', 'document'] as const) {
    const name = BULLETIN.fileName(book, issuing.name);
    const request = { office: { ...office, sealed: false }, head: { ...own, bulletinKind }, issuedOn: AS_OF, name };
    hand.give(bulletinDocument(draft, request));
  }
  if (await hand.write(issuing.plan)) standingDraft(await reviewed());
}

const HEAD_NAMES: Readonly<Record<Exclude<keyof BulletinHead, 'bulletinKind'>, string>> = {
  bulletinName: '名称',
  bulletinIssue: '期号',
  bulletinEditor: '编印单位',
  bulletinNumber: '发文字号',
  bulletinAddressees: '主送',
  bulletinCopies: '抄送',
};
const heads = (Object.keys(HEAD_NAMES) as (keyof typeof HEAD_NAMES)[]).map((field): InjectedField => ({
  name: `通报版头：${HEAD_NAMES[field]}`,
  useCases: ['planBulletinIssue'],
  book: plainKept,
  ...(field === 'bulletinIssue' ? { reads: '读成期号' } : {}),
  put: (text, hand) => issued(hand, { head: { [field]: text } }),
}));
const words = (Object.keys(WORD_NAMES) as WordSlot[]).map((slot): InjectedField => ({
  name: `通报文字：${WORD_NAMES[slot]}`,
  useCases: ['planBulletinIssue', 'planBulletinSheet', 'planBulletinEvents'],
  book: plainKept,
  put: (text, hand) => issued(hand, { words: { [slot]: text } }),
}));

/** Words and head of a bulletin. */
export const BULLETIN_FIELDS: readonly InjectedField[] = [
  ...heads,
  ...words,
  {
    name: '通报：表扬、批评的单位',
    useCases: ['planBulletinIssue', 'planBulletinEvents'],
    book: plainKept,
    put: (text, hand) =>
      issued(hand, { decided: { commended: [text], criticised: [{ unit: text, limit: on('2026-11-10') }] } }),
  },
];
