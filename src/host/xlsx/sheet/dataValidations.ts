import { areasAddress, parseAreas } from '../cells/address';
import type { DataValidationRule } from '../model';
import { escapeText, decodeXstring, encodeXstring } from '../xml/characters';
import type { XmlFrame } from '../xml/frame';
import { childOf, flag, rawOf, textOf, type XmlNode } from '../xml/node';
import { attributesText, setAttribute } from '../xml/tag';

type ErrorStyle = 'stop' | 'warning' | 'information';

export function readDataValidations(frame: XmlFrame): DataValidationRule[] {
  return (frame.node('dataValidations')?.children ?? []).map(readRule);
}

function readRule(node: XmlNode): DataValidationRule {
  const get = (name: string): string | undefined => node.attributes.get(name);
  const text = (name: string): string | undefined => {
    const value = get(name);
    return value === undefined ? undefined : decodeXstring(value);
  };
  const operator = get('operator');
  const formula1 = childOf(node, 'formula1');
  const formula2 = childOf(node, 'formula2');
  const errorStyle = get('errorStyle');
  const [title, message] = [text('errorTitle'), text('error')];
  const [promptTitle, prompt] = [text('promptTitle'), text('prompt')];
  const showError = flag(node, 'showErrorMessage');
  const showPrompt = flag(node, 'showInputMessage');
  return {
    areas: parseAreas(get('sqref') ?? ''),
    type: get('type') ?? 'none',
    ...(operator === undefined ? {} : { operator }),
    ...(formula1 ? { formula1: textOf(formula1) } : {}),
    ...(formula2 ? { formula2: textOf(formula2) } : {}),
    allowBlank: flag(node, 'allowBlank'),
    showDropDown: !flag(node, 'showDropDown'),
    ...(showError || title !== undefined || message !== undefined || errorStyle !== undefined
      ? {
          error: {
            ...(errorStyle === undefined ? {} : { style: errorStyle as ErrorStyle }),
            ...(title === undefined ? {} : { title }),
            ...(message === undefined ? {} : { message }),
            show: showError,
          },
        }
      : {}),
    ...(showPrompt || promptTitle !== undefined || prompt !== undefined
      ? {
          prompt: {
            ...(promptTitle === undefined ? {} : { title: promptTitle }),
            ...(prompt === undefined ? {} : { message: prompt }),
            show: showPrompt,
          },
        }
      : {}),
  };
}

/** Writes the rules; those equal to one that was there keep its text. */
export function writeDataValidations(frame: XmlFrame, rules: readonly DataValidationRule[]): void {
  const container = frame.node('dataValidations');
  const before = container?.children.map((node) => ({ key: JSON.stringify(readRule(node)), raw: rawOf(node) })) ?? [];
  if (rules.length === before.length && rules.every((rule, index) => JSON.stringify(rule) === before[index]!.key))
    return;
  const p = frame.prefix;
  if (rules.length === 0) {
    frame.set('dataValidations', null);
    return;
  }
  const body = rules
    .map((rule) => {
      const key = JSON.stringify(rule);
      return before.find((one) => one.key === key)?.raw ?? writtenRule(rule, p);
    })
    .join('');
  const open = container
    ? container.source.slice(0, container.innerStart).replace(/\s*\/>$/, '>')
    : `<${p}dataValidations>`;
  frame.set('dataValidations', `${setAttribute(open, 'count', String(rules.length))}${body}</${p}dataValidations>`);
}

function writtenRule(rule: DataValidationRule, p: string): string {
  const limited = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : encodeXstring(text);
  const attributes = attributesText({
    type: rule.type === 'none' ? undefined : rule.type,
    errorStyle: rule.error?.style === 'stop' ? undefined : rule.error?.style,
    operator: rule.operator === 'between' ? undefined : rule.operator,
    allowBlank: rule.allowBlank || undefined,
    showDropDown: rule.showDropDown ? undefined : true,
    showInputMessage: rule.prompt?.show || undefined,
    showErrorMessage: rule.error?.show || undefined,
    errorTitle: limited(rule.error?.title),
    error: limited(rule.error?.message),
    promptTitle: limited(rule.prompt?.title),
    prompt: limited(rule.prompt?.message),
    sqref: areasAddress(rule.areas),
  });
  const formula = (name: string, text: string | undefined): string =>
    text === undefined ? '' : `<${p}${name}>${escapeText(text)}</${p}${name}>`;
  const body = formula('formula1', rule.formula1) + formula('formula2', rule.formula2);
  const name = `${p}dataValidation`;
  return body ? `<${name}${attributes}>${body}</${name}>` : `<${name}${attributes}/>`;
}
