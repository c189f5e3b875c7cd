import { EngineRefusal, type SheetVisibility } from '../model';
import type { XmlFrame } from '../xml/frame';
import { parseXml, relationshipId } from '../xml/node';
import { attributesText, setAttribute } from '../xml/tag';

/** A tab of the workbook: a worksheet, or a chart, dialog or macro sheet that is only kept. */
export interface Tab {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  readonly partName: string;
  readonly isWorksheet: boolean;
  /** The `<sheet>` element as it came, or as it was made. */
  readonly raw: string;
}

/** Reads `<sheets>`; `parts` gives each relationship id its part and kind. */
export function readTabs(
  frame: XmlFrame,
  parts: ReadonlyMap<string, { readonly target: string; readonly kind: string }>,
): Tab[] {
  const raw = frame.child('sheets');
  if (raw === undefined) return [];
  return parseXml(raw).children.map((node) => {
    const related = parts.get(relationshipId(node) ?? '');
    return {
      id: node.attributes.get('sheetId') ?? '',
      name: node.attributes.get('name') ?? '',
      visibility: visibilityOf(node.attributes.get('state')),
      partName: related?.target ?? '',
      isWorksheet: related?.kind === 'worksheet',
      raw: raw.slice(node.start, node.end),
    };
  });
}

function visibilityOf(state: string | undefined): SheetVisibility {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

export function writeTabs(frame: XmlFrame, tabs: readonly Tab[]): void {
  const name = `${frame.prefix}sheets`;
  const body = tabs.map((tab) => {
    const before = parseXml(tab.raw).attributes;
    let raw = before.get('name') === tab.name ? tab.raw : setAttribute(tab.raw, 'name', tab.name);
    if (visibilityOf(before.get('state')) !== tab.visibility) {
      raw = setAttribute(raw, 'state', tab.visibility === 'visible' ? null : tab.visibility);
    }
    return raw;
  });
  const came = frame.child('sheets');
  if (
    came !== undefined &&
    parseXml(came)
      .children.map((node) => came.slice(node.start, node.end))
      .join('') === body.join('')
  )
    return;
  frame.set('sheets', `<${name}>${body.join('')}</${name}>`);
}

export function newTab(frame: XmlFrame, id: string, name: string, partName: string, relationship: string): Tab {
  const attributes = attributesText({ name, sheetId: id, [`${frame.relationshipPrefix()}:id`]: relationship });
  return { id, name, visibility: 'visible', partName, isWorksheet: true, raw: `<${frame.prefix}sheet${attributes}/>` };
}

/** Excel's rules for the name of a sheet. Throws EngineRefusal. */
export function assertSheetName(name: string, others: readonly string[]): void {
  if (name === '' || name.length > 31 || /[[\]:*?/\\]/.test(name) || name.startsWith("'") || name.endsWith("'")) {
    throw new EngineRefusal(
      'InvalidArgument',
      `“${name}”不能作工作表名：须为 1 至 31 个字符，不含 [ ] : * ? / \\，首尾不是单引号。`,
    );
  }
  if (others.some((other) => other.toLowerCase() === name.toLowerCase())) {
    throw new EngineRefusal('ItemAlreadyExists', `已经有一张名为“${name}”的工作表。`);
  }
}
