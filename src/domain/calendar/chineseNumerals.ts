const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  O: 0,
  o: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const NUMERALS = /[〇零○一二两三四五六七八九十廿卅百][〇零○Oo一二两三四五六七八九十廿卅百]*/g;

function value(run: string): string {
  if (!/[十廿卅百]/.test(run)) return [...run].map((character) => DIGITS[character] ?? '').join('');
  const match =
    /^(?:([一二两三四五六七八九])百(零)?)?(?:([一二三四五六七八九])?(十)|(廿)|(卅))?([一二三四五六七八九])?$/.exec(run);
  if (match === null) return run;
  const hundreds = match[1] === undefined ? 0 : (DIGITS[match[1]] ?? 0);
  let tens = 0;
  if (match[4] !== undefined) tens = match[3] === undefined ? 1 : (DIGITS[match[3]] ?? 0);
  else if (match[5] !== undefined) tens = 2;
  else if (match[6] !== undefined) tens = 3;
  const units = match[7] === undefined ? 0 : (DIGITS[match[7]] ?? 0);
  // 一百二 may be 102 or 120.
  if (hundreds > 0 && tens === 0 && units > 0 && match[2] === undefined) return run;
  return String(hundreds * 100 + tens * 10 + units);
}

/** Chinese numerals as Arabic digits: `二〇二三年十二月` → `2023年12月`, `十五个工作日` → `15个工作日`. */
export const withArabicDigits = (text: string): string => text.replace(NUMERALS, value);
