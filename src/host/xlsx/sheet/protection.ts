import { EngineRefusal, type SheetProtection } from '../model';
import type { XmlFrame } from '../xml/frame';
import { flag } from '../xml/node';
import { attributesText, setAttributes } from '../xml/tag';

/** Excel's option names against the file's attributes; in the file "1" forbids. `forbidden` is the default. */
const options: readonly { readonly option: string; readonly attribute: string; readonly forbidden: boolean }[] = [
  { option: 'allowEditObjects', attribute: 'objects', forbidden: false },
  { option: 'allowEditScenarios', attribute: 'scenarios', forbidden: false },
  { option: 'allowFormatCells', attribute: 'formatCells', forbidden: true },
  { option: 'allowFormatColumns', attribute: 'formatColumns', forbidden: true },
  { option: 'allowFormatRows', attribute: 'formatRows', forbidden: true },
  { option: 'allowInsertColumns', attribute: 'insertColumns', forbidden: true },
  { option: 'allowInsertRows', attribute: 'insertRows', forbidden: true },
  { option: 'allowInsertHyperlinks', attribute: 'insertHyperlinks', forbidden: true },
  { option: 'allowDeleteColumns', attribute: 'deleteColumns', forbidden: true },
  { option: 'allowDeleteRows', attribute: 'deleteRows', forbidden: true },
  { option: 'selectLockedCells', attribute: 'selectLockedCells', forbidden: false },
  { option: 'selectUnlockedCells', attribute: 'selectUnlockedCells', forbidden: false },
  { option: 'allowSort', attribute: 'sort', forbidden: true },
  { option: 'allowAutoFilter', attribute: 'autoFilter', forbidden: true },
  { option: 'allowPivotTables', attribute: 'pivotTables', forbidden: true },
];

export function readProtection(frame: XmlFrame): SheetProtection {
  const node = frame.node('sheetProtection');
  const hasPassword = (node?.attributes.get('password') ?? node?.attributes.get('hashValue') ?? '') !== '';
  const allowed = Object.fromEntries(
    options.map(({ option, attribute, forbidden }) => [option, !flag(node, attribute, forbidden)]),
  );
  return { enabled: flag(node, 'sheet'), hasPassword, allowed };
}

/** Turns protection on or off. Throws EngineRefusal where it would take away a password. */
export function writeProtection(frame: XmlFrame, protection: SheetProtection): void {
  const before = readProtection(frame);
  if (before.enabled && before.hasPassword && (!protection.enabled || !protection.hasPassword)) {
    throw new EngineRefusal(
      'AccessDenied',
      '这张工作表用密码保护着，这里不能解除。请在 Excel 里输入密码取消保护后再试。',
    );
  }
  if (!protection.enabled) {
    if (before.enabled) frame.set('sheetProtection', null);
    return;
  }
  const changes: Record<string, string | null> = {};
  for (const { option, attribute, forbidden } of options) {
    const forbids = !(protection.allowed[option] ?? !forbidden);
    if (before.enabled ? before.allowed[option] === forbids : forbids !== forbidden)
      changes[attribute] = forbids ? '1' : '0';
  }
  const raw = frame.child('sheetProtection') ?? `<${frame.prefix}sheetProtection/>`;
  if (before.enabled) frame.set('sheetProtection', setAttributes(raw, changes));
  else frame.set('sheetProtection', `<${frame.prefix}sheetProtection${attributesText({ sheet: true, ...changes })}/>`);
}
