import type { CellContent } from '../xlsx/model';
import { partsOfSerial, type SerialParts } from './serialDate';

type Token = { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'code'; readonly text: string };

interface Section {
  readonly tokens: readonly Token[];
  readonly condition: { readonly operator: string; readonly bound: number } | null;
}

const DATE_CODE = /^(y+|m+|d+|h+|s+|\[h+\]|\[m+\]|\[s+\]|am\/pm|a\/p|上午\/下午|aaaa?|e+)$/i;
const TOKEN =
  /"([^"]*)"|\\(.)|_.|\*.|\[(?:[<>=]=?|<>)-?[\d.]+\]|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[h+\]|\[m+\]|\[s+\]|\[[^\]]*\]|am\/pm|a\/p|上午\/下午|general|y+|m+|d+|h+|s+(?:\.0+)?|a{3,4}|e[+-]0+|e+|[0#?.,]+|%|@|./giu;

const sectionsOf = new Map<string, readonly Section[]>();

function splitSections(code: string): readonly string[] {
  const sections = [''];
  for (const [part] of code.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|;|[^"\\[;]+|./gsu)) {
    if (part === ';') sections.push('');
    else sections[sections.length - 1] += part;
  }
  return sections;
}

function parseSection(code: string): Section {
  const tokens: Token[] = [];
  let condition: Section['condition'] = null;
  for (const match of code.matchAll(TOKEN)) {
    const [text, quoted, escaped, currency] = match;
    const bound = /^\[([<>=]+)(-?[\d.]+)\]$/.exec(text);
    if (quoted !== undefined) tokens.push({ kind: 'literal', text: quoted });
    else if (escaped !== undefined) tokens.push({ kind: 'literal', text: escaped });
    else if (currency !== undefined) tokens.push({ kind: 'literal', text: currency });
    else if (bound !== null) condition = { operator: bound[1] ?? '', bound: Number(bound[2]) };
    else if (text.startsWith('_')) tokens.push({ kind: 'literal', text: ' ' });
    else if (text.startsWith('*') || (text.startsWith('[') && !DATE_CODE.test(text))) continue;
    else tokens.push({ kind: 'code', text });
  }
  return { tokens, condition };
}

function sections(code: string): readonly Section[] {
  let known = sectionsOf.get(code);
  if (known === undefined) {
    known = splitSections(code).map(parseSection);
    sectionsOf.set(code, known);
  }
  return known;
}

const isDateSection = (section: Section): boolean =>
  section.tokens.some(
    ({ kind, text }) => kind === 'code' && DATE_CODE.test(text.replace(/\.0+$/, '')) && !/^e[+-]/i.test(text),
  );

/** True where a number under this format is shown as a date or time. */
export const isDateFormat = (code: string): boolean =>
  code !== 'General' && isDateSection(sections(code)[0] ?? parseSection(''));

/** A number under the General format: eleven characters at most. */
export function generalText(amount: number): string {
  if (Number.isInteger(amount) && Math.abs(amount) < 1e11) return String(amount);
  const size = Math.abs(amount);
  if (size !== 0 && (size >= 1e11 || size < 1e-9)) {
    const [mantissa = '', exponent = ''] = amount.toExponential(5).split('e');
    const power = Number(exponent);
    const digits = String(Math.abs(power)).padStart(2, '0');
    return `${Number(mantissa)}E${power < 0 ? '-' : '+'}${digits}`;
  }
  const whole = Math.max(1, Math.floor(Math.log10(size)) + 1);
  return String(Number(amount.toFixed(Math.max(0, 10 - whole))));
}

function dateText(section: Section, parts: SerialParts, serial: number): string {
  const codes = section.tokens;
  const halfDay = codes.some(({ kind, text }) => kind === 'code' && /^(am\/pm|a\/p|上午\/下午)$/i.test(text));
  const two = (count: number): string => String(count).padStart(2, '0');
  const isMinute = (index: number): boolean => {
    const near = (step: number): string | undefined => {
      for (let at = index + step; at >= 0 && at < codes.length; at += step) {
        const token = codes[at];
        if (token?.kind === 'code' && DATE_CODE.test(token.text.replace(/\.0+$/, ''))) return token.text.toLowerCase();
      }
      return undefined;
    };
    return /^\[?h/.test(near(-1) ?? '') || /^s/.test(near(1) ?? '');
  };
  return codes
    .map(({ kind, text }, index) => {
      if (kind === 'literal') return text;
      const code = text.toLowerCase();
      if (/^y+$/.test(code)) return code.length <= 2 ? two(parts.year % 100) : String(parts.year).padStart(4, '0');
      if (/^e+$/.test(code)) return String(parts.year);
      if (/^m+$/.test(code)) {
        if (code.length <= 2 && isMinute(index)) return code.length === 2 ? two(parts.minute) : String(parts.minute);
        return code.length === 1
          ? String(parts.month)
          : code.length === 2
            ? two(parts.month)
            : monthName(parts.month, code.length);
      }
      if (/^d+$/.test(code)) {
        return code.length === 1
          ? String(parts.day)
          : code.length === 2
            ? two(parts.day)
            : weekdayName(parts.weekday, code.length);
      }
      if (/^a{3,4}$/.test(code)) return `${code.length === 4 ? '星期' : ''}${'日一二三四五六'.charAt(parts.weekday)}`;
      if (/^h+$/.test(code)) {
        const hour = halfDay ? ((parts.hour + 11) % 12) + 1 : parts.hour;
        return code.length === 1 ? String(hour) : two(hour);
      }
      if (/^s+(\.0+)?$/.test(code)) {
        const decimals = code.split('.')[1]?.length ?? 0;
        const shown = decimals === 0 ? String(Math.floor(parts.second)) : parts.second.toFixed(decimals);
        return code.startsWith('ss') ? shown.padStart(decimals === 0 ? 2 : 3 + decimals, '0') : shown;
      }
      if (/^\[h+\]$/.test(code)) return String(Math.floor(serial * 24 + 1e-9)).padStart(code.length - 2, '0');
      if (/^\[m+\]$/.test(code)) return String(Math.floor(serial * 1440 + 1e-9)).padStart(code.length - 2, '0');
      if (/^\[s+\]$/.test(code)) return String(Math.round(serial * 86_400)).padStart(code.length - 2, '0');
      if (code === 'am/pm') return parts.hour < 12 ? 'AM' : 'PM';
      if (code === 'a/p') return parts.hour < 12 ? 'A' : 'P';
      if (code === '上午/下午') return parts.hour < 12 ? '上午' : '下午';
      return text;
    })
    .join('');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const monthName = (month: number, length: number): string =>
  (MONTHS[month - 1] ?? '').slice(0, length === 3 ? 3 : length === 5 ? 1 : undefined);
const weekdayName = (day: number, length: number): string =>
  (WEEKDAYS[day] ?? '').slice(0, length === 3 ? 3 : undefined);

function digitsText(size: number, section: Section): string {
  const codes = section.tokens.map((token) => (token.kind === 'code' ? token.text : ''));
  const pattern = codes.filter((code) => /^[0#?.,]+$/.test(code)).join('');
  const percents = codes.filter((code) => code === '%').length;
  const exponent = codes.find((code) => /^e[+-]0+$/i.test(code));
  const [whole = '', fraction = ''] = pattern.split('.');
  const thousands = /[0#?],+[0#?]/.test(whole);
  const scale = /,+$/.exec(whole)?.[0].length ?? 0;
  const decimals = fraction.replace(/[^0#?]/g, '').length;
  const least = fraction.replace(/[^0]/g, '').length;
  let amount = (size * 100 ** percents) / 1000 ** scale;
  let power = 0;
  if (exponent !== undefined && amount !== 0) {
    power = Math.floor(Math.log10(amount));
    amount /= 10 ** power;
  }
  let [front = '', back = ''] = rounded(amount, decimals).split('.');
  while (back.length > least && back.endsWith('0')) back = back.slice(0, -1);
  front = front.replace(/^0+/, '').padStart(whole.replace(/[^0]/g, '').length, '0');
  if (thousands) front = front.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const number = back === '' && !pattern.includes('.') ? front : `${front}.${back}`;
  const signed = exponent === undefined ? '' : `E${power < 0 ? '-' : exponent.charAt(1) === '+' ? '+' : ''}`;
  const exponentText =
    exponent === undefined ? '' : signed + String(Math.abs(power)).padStart(exponent.length - 2, '0');
  let placed = false;
  return section.tokens
    .map(({ kind, text }) => {
      if (kind === 'literal' || text === '%') return text;
      if (/^e[+-]0+$/i.test(text)) return exponentText;
      if (!/^[0#?.,]+$/.test(text)) return /^general$/i.test(text) ? generalText(size) : text;
      if (placed) return '';
      placed = true;
      return number;
    })
    .join('');
}

/** Half away from zero at the decimal the person sees, as Excel rounds for display. */
function rounded(amount: number, decimals: number): string {
  const exact = Number(`${Math.round(Number(`${amount}e${decimals}`))}e-${decimals}`);
  return (Number.isFinite(exact) ? exact : amount).toFixed(decimals);
}

function holds(condition: NonNullable<Section['condition']>, amount: number): boolean {
  const { operator, bound } = condition;
  if (operator === '<') return amount < bound;
  if (operator === '<=') return amount <= bound;
  if (operator === '>') return amount > bound;
  if (operator === '>=') return amount >= bound;
  return operator === '=' ? amount === bound : amount !== bound;
}

function numberText(amount: number, code: string, date1904: boolean): string {
  if (/^general$/i.test(code)) return generalText(amount);
  const all = sections(code).filter((_, index) => index < 3);
  const conditional = all.find(({ condition }) => condition !== null && holds(condition, amount));
  const bySign = amount > 0 || all.length < 2 ? all[0] : amount < 0 ? all[1] : (all[2] ?? all[0]);
  const section = conditional ?? (all.some(({ condition }) => condition !== null) ? all.at(-1) : bySign);
  if (section === undefined || section.tokens.length === 0) return '';
  if (isDateSection(section)) {
    const parts = partsOfSerial(amount, date1904);
    return parts === null ? '########' : dateText(section, parts, amount);
  }
  if (section.tokens.some(({ kind, text }) => kind === 'code' && text === '@')) return generalText(amount);
  const minus = amount < 0 && (section === all[0] || conditional !== undefined) ? '-' : '';
  return minus + digitsText(Math.abs(amount), section);
}

/** The text a cell shows under its number format; column widths are not considered (no `####`). */
export function cellText(content: CellContent, code: string, date1904: boolean): string {
  if (content === null) return '';
  if (typeof content === 'object') return content.error;
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  if (typeof content === 'number') return numberText(content, code, date1904);
  const textSection = /^(general|@)$/i.test(code) ? undefined : sections(code)[3];
  if (textSection === undefined) return content;
  return textSection.tokens.map(({ kind, text }) => (kind === 'code' && text === '@' ? content : text)).join('');
}
