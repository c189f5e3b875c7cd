import { foldText } from '../foldText';

const MARKS = /[*★☆※#]/g;
const TRAILING = /[:：.。,，、]+$/;
const BRACKETS = /[([{【〔<「][^)\]}】〕>」]*[)\]}】〕>」]/g;

/** A header as it is compared: spaces, line feeds, asterisks and closing punctuation gone, full-width narrowed. */
export function foldHeader(text: string): string {
  return foldText(text).replace(MARKS, '').replace(TRAILING, '').toLowerCase();
}

/** A folded header without its brackets: `完成时限(天)` → `完成时限`. */
export const withoutBrackets = (folded: string): string => folded.replace(BRACKETS, '').replace(TRAILING, '');

/** Parent and child headers as one text, as a connection keeps them: `时间节点/完成时间`. */
export const joinHeader = (path: readonly string[]): string => path.map((part) => foldHeader(part)).join('/');

/** The lowest part of a kept header: the column's own words. */
export const ownHeader = (header: string): string => header.slice(header.lastIndexOf('/') + 1);

/** Whether a header says that plain numbers below it are days, and of which kind. */
export function daysInHeader(header: string): 'natural' | 'working' | null {
  const folded = foldHeader(header);
  if (/工作日/.test(folded)) return 'working';
  return /[([/](单位:?)?(自然)?(天|日|天数|日历天)[)\]]?$|天数$|[([]单位[:：]?天/.test(folded) ? 'natural' : null;
}
