import type { Frame, Locator, Page } from 'playwright-core';

const codes = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join('办');

/** What is typed into every box: `made` tells an element, `injected` a script that came of it. */
export const TYPED: Readonly<Record<string, string>> = {
  图片标记: '<img src=x class="made" onerror="top.injected=1">',
  闭引号的标记: '"\'><svg class="made" onload="top.injected=1"></svg>',
  脚本标记: '</textarea></script><script class="made">top.injected=1</script>',
  框架标记: '<iframe class="made" srcdoc="<script>top.injected=1</script>"></iframe>',
  脚本地址: 'javascript:top.injected=1',
  公式: "=cmd|' /C calc'!A0",
  链接公式: '=HYPERLINK("http://x.invalid","点")',
  占位花括号: '{{数}}{事项}{#循环 事项}{/}{@原样}',
  文书标记: ']]></w:t></w:r><w:altChunk r:id="x"/>&xxe;&#0;',
  控制字符: `甲${codes(0, 31)}${codes(0x7f, 0x9f)}`,
  从右到左: '甲\u202excod.exe\u2066\u200b\ufeff',
  半个字符: '甲\ud800乙\udc00\ufffe',
  路径: '..\\..\\CON:*?<>|',
  原型: '__proto__',
  代换: "$&$1$`$'$$",
};
/** What every box of a form holds at once when its deed is pressed. */
export const TOGETHER: readonly string[] = [
  `${TYPED['图片标记']}${TYPED['占位花括号']}${TYPED['文书标记']}`,
  `=1+1${TYPED['控制字符']}${TYPED['从右到左']}${TYPED['半个字符']}`,
  '长'.repeat(32_768),
];
const DATES = ['', '0001-01-01', '1899-12-31', '2026-02-29', '9999-12-31', '275760-09-13', '=1+1', '<b class="made">'];
const NUMBERS = ['', '-1', '1e308', '0.1', '99999999999999999999', '=1+1', '<b class="made">'];

/** Notes in the topmost window what became an element, in whatever frame; runs before any script of a frame. */
export function noteMade(): void {
  const place = window.top as unknown as { made?: string[] };
  const made = (place.made ??= []);
  const look = (node: Node): void => {
    if (!(node instanceof Element)) return;
    for (const element of [node, ...node.querySelectorAll('*')]) {
      const strange =
        element.matches('.made, [href^="javascript:"], [onerror], [onload]') || element.localName.includes(':');
      if (strange) made.push(element.outerHTML.slice(0, 100));
    }
  };
  new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'attributes') look(target);
      else addedNodes.forEach(look);
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['href', 'onerror', 'onload', 'class'],
  });
}

export interface CameOf {
  readonly made: readonly string[];
  readonly injected: unknown;
}
export const cameOf = (page: Page): Promise<CameOf> =>
  page.evaluate(() => {
    const { made = [], injected = null } = window as unknown as { made?: string[]; injected?: unknown };
    return { made, injected };
  });

/** Boxes that take typing: choices from a list, ticks and files aside. */
const BOXES =
  'input:not([type=checkbox]):not([type=radio]):not([type=file]):not([type=hidden]):not([readonly]), ' +
  'textarea:not([readonly]), [contenteditable=true]';
export const boxesIn = (pane: Frame): Locator => pane.locator(BOXES).filter({ visible: true });

/** A box's name as a person hears it, numbers and the mark of what must be filled in aside. */
export const nameOf = (box: Locator): Promise<string> =>
  box.evaluate((element) => {
    const own = element as HTMLInputElement;
    const name = own.getAttribute('aria-label') ?? own.labels?.[0]?.textContent ?? '';
    return name.replace(/[*＊\d]/g, '').trim();
  });

/** Characters: each key pressed in a form judges all that stands in it. */
const MANY = 1000;

/** Texts as numbers: half a character does not go through as text. */
const sent = (texts: readonly string[]): readonly (readonly number[])[] =>
  texts.map((text) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));

/** Puts texts in, one after the other, as an input method does: at once. Answers which of them the box did not keep. */
const put = (box: Locator, texts: readonly string[], back: boolean): Promise<readonly number[]> =>
  box.evaluate(
    async (element, given) => {
      const own = element as HTMLInputElement | HTMLTextAreaElement;
      const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(own), 'value')!.set!;
      // What a box of its kind makes of the text in a page without scripts.
      const plain = own.cloneNode() as typeof own;
      const [before, otherwise] = [own.value, [] as number[]];
      const enter = async (text: string): Promise<void> => {
        set.call(own, text);
        own.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve));
      };
      for (const [index, units] of given.texts.entries()) {
        let text = '';
        for (const unit of units) text += String.fromCharCode(unit);
        await enter(text);
        set.call(plain, text);
        if (own.value !== plain.value) otherwise.push(index);
      }
      if (given.back) await enter(before);
      return otherwise;
    },
    { texts: sent(texts), back },
  );

/**
 * Types all of it into one box, or every `step`th text. Answers what a box of words did not keep; dates and numbers outside their bounds may be
 * put right at once, and stand as before in the end.
 */
export async function typeAll(box: Locator, from = 0, step = 1): Promise<readonly string[]> {
  const kind = await box.getAttribute('type');
  if (kind === 'date' || kind === 'number') {
    await put(box, kind === 'date' ? DATES : NUMBERS, true);
    return [];
  }
  const given = Object.values(TYPED).filter((_, index) => index % step === from);
  return (await put(box, given, false)).map((index) => given[index]!.slice(0, 30));
}

/** The same words in every box of words; in a form of many boxes a text as long as a cell stands in every third. */
export async function fillAll(boxes: readonly Locator[], words: string): Promise<void> {
  for (const [index, box] of boxes.entries()) {
    const text = words.length > MANY && boxes.length > 5 && index % 3 > 0 ? words.slice(0, MANY) : words;
    const kind = await box.getAttribute('type');
    if (kind !== 'date' && kind !== 'number') await put(box, [text], false);
  }
}
