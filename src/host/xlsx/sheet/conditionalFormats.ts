import { areasAddress, parseAreas } from '../cells/address';
import type { Area, ConditionalRule, DifferentialStyle } from '../model';
import type { StyleSheet } from '../styles/styleSheet';
import { lookKey } from '../styles/styleParts';
import { escapeText } from '../xml/characters';
import type { XmlFrame } from '../xml/frame';
import { childrenOf, flag, numberAttribute, parseXml, rawOf, textOf, type XmlNode } from '../xml/node';
import { attributesText, setAttribute, splice } from '../xml/tag';

const local = 'conditionalFormatting';

/** A rule as read, with the place of its block among the sheet's. */
interface Held {
  readonly rule: ConditionalRule;
  readonly block: number;
}

/** A block to be written: one that stands already, or a new one (`from` null). */
interface Block {
  readonly from: number | null;
  readonly areas: readonly Area[];
  readonly members: ConditionalRule[];
}

/** The conditional formats of a sheet over its `<conditionalFormatting>` blocks. */
export class ConditionalFormats {
  private held: Held[] | undefined;
  /** Ids given before the blocks were read again; they stay where as many rules are found. */
  private ids: readonly string[] = [];
  private made = 0;
  private listed: { readonly of: readonly Held[]; readonly rules: readonly ConditionalRule[] } | undefined;

  constructor(
    private readonly frame: XmlFrame,
    private readonly styles: () => StyleSheet,
  ) {}

  rules(): readonly ConditionalRule[] {
    const held = this.hold();
    if (this.listed?.of !== held) this.listed = { of: held, rules: held.map(({ rule }) => rule) };
    return this.listed.rules;
  }

  /** Blocks whose rules, areas and priorities did not change keep their bytes; others are put together anew. */
  set(rules: readonly ConditionalRule[]): void {
    const before = new Map(this.hold().map((one) => [one.rule.id, one]));
    const blocks: Block[] = [];
    const taken = new Set<string>();
    const unchanged = new Map<number, Block>();
    for (const given of rules) {
      const rule = given.id === '' || taken.has(given.id) ? { ...given, id: this.freshId() } : given;
      taken.add(rule.id);
      const known = before.get(rule.id);
      const stays = known !== undefined && sameAreas(known.rule.areas, rule.areas);
      const sibling = stays ? unchanged.get(known.block) : undefined;
      if (sibling) sibling.members.push(rule);
      else {
        const block: Block = { from: stays ? known.block : null, areas: rule.areas, members: [rule] };
        blocks.push(block);
        if (stays) unchanged.set(known.block, block);
      }
    }
    blocks.sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity) || 0);
    const came = this.frame.all(local);
    const held: Held[] = [];
    const texts = blocks.map((block, place) => {
      const untouched = this.untouched(block, before);
      if (untouched !== null) {
        for (const rule of untouched) held.push({ block: place, rule });
        return came[block.from!]!;
      }
      const text = this.blockText(block.from === null ? null : came[block.from]!, block, before);
      const nodes = childrenOf(parseXml(text), 'cfRule');
      const members = this.inBlockOrder(block);
      members.forEach((rule, index) => held.push({ block: place, rule: { ...rule, raw: rawOf(nodes[index]!) } }));
      return text;
    });
    this.frame.setAll(local, texts);
    this.held = held;
  }

  /** Reads the blocks again after their text was changed from outside. */
  forget(): void {
    this.ids = this.held?.map(({ rule }) => rule.id) ?? this.ids;
    this.held = undefined;
  }

  usesDifferential(index: number): boolean {
    return this.frame.all(local).some((raw) => new RegExp(`\\bdxfId\\s*=\\s*["']${index}["']`).test(raw));
  }

  private hold(): Held[] {
    if (this.held) return this.held;
    const held = this.frame.all(local).flatMap((raw, block) => {
      const node = parseXml(raw);
      const areas = parseAreas(node.attributes.get('sqref') ?? '');
      return childrenOf(node, 'cfRule').map((rule) => ({ block, rule: this.readRule(rule, areas) }));
    });
    const { ids } = this;
    this.held = held.map((one, index) => {
      return ids.length === held.length ? { ...one, rule: { ...one.rule, id: ids[index]! } } : one;
    });
    return this.held;
  }

  private readRule(node: XmlNode, areas: readonly Area[]): ConditionalRule {
    const dxf = numberAttribute(node, 'dxfId');
    const operator = node.attributes.get('operator');
    const text = node.attributes.get('text');
    return {
      id: this.freshId(),
      areas,
      type: node.attributes.get('type') ?? 'expression',
      ...(operator === undefined ? {} : { operator }),
      ...(text === undefined ? {} : { text }),
      formulas: childrenOf(node, 'formula').map(textOf),
      priority: numberAttribute(node, 'priority') ?? 1,
      stopIfTrue: flag(node, 'stopIfTrue'),
      style: dxf === undefined ? null : this.styles().differential(dxf),
      raw: rawOf(node),
    };
  }

  private freshId(): string {
    this.made += 1;
    return `cf${this.made}`;
  }

  /** The rules of a block that stands already where they are the very ones it holds, in its order; null otherwise. */
  private untouched(block: Block, before: ReadonlyMap<string, Held>): readonly ConditionalRule[] | null {
    if (block.from === null || block.members.some((rule) => before.get(rule.id)?.rule !== rule)) return null;
    const own = this.hold().filter((one) => one.block === block.from);
    return own.length === block.members.length ? own.map(({ rule }) => rule) : null;
  }

  /** Rules of a block that stands already keep its order. */
  private inBlockOrder(block: Block): ConditionalRule[] {
    const ids = this.hold().map((one) => one.rule.id);
    return block.from === null
      ? block.members
      : [...block.members].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  }

  private blockText(came: string | null, block: Block, before: ReadonlyMap<string, Held>): string {
    const members = this.inBlockOrder(block);
    const texts = members.map((rule) => this.ruleText(rule, before.get(rule.id)?.rule));
    if (came === null) {
      const p = this.frame.prefix;
      return `<${p}${local} sqref="${areasAddress(block.areas)}">${texts.join('')}</${p}${local}>`;
    }
    const ids = this.hold().filter((one) => one.block === block.from);
    return splice(
      came,
      childrenOf(parseXml(came), 'cfRule').map(({ start, end }, index) => {
        const at = members.findIndex((rule) => rule.id === ids[index]?.rule.id);
        return { start, end, text: texts[at] ?? '' };
      }),
    );
  }

  private ruleText(rule: ConditionalRule, before: ConditionalRule | undefined): string {
    if (rule.raw === null) return this.newRule(rule);
    let text = before?.raw ?? rule.raw;
    const was = before ?? this.readRule(parseXml(rule.raw), rule.areas);
    if (was.priority !== rule.priority) text = setAttribute(text, 'priority', String(rule.priority));
    if (was.stopIfTrue !== rule.stopIfTrue) text = setAttribute(text, 'stopIfTrue', rule.stopIfTrue ? '1' : null);
    if (was.operator !== rule.operator) text = setAttribute(text, 'operator', rule.operator ?? null);
    if (was.text !== rule.text) text = setAttribute(text, 'text', rule.text ?? null);
    if (lookKey(was.style) !== lookKey(rule.style)) text = setAttribute(text, 'dxfId', this.differential(rule.style));
    if (was.formulas.join('\n') !== rule.formulas.join('\n')) text = this.withFormulas(text, rule.formulas);
    return text;
  }

  private withFormulas(raw: string, formulas: readonly string[]): string {
    const node = parseXml(raw);
    const old = childrenOf(node, 'formula');
    if (old.length !== formulas.length) {
      const bare = splice(
        raw,
        old.map(({ start, end }) => ({ start, end, text: '' })),
      );
      const end = parseXml(bare);
      const inner = bare.slice(end.innerStart, end.innerEnd);
      const open = bare.slice(0, end.innerStart).replace(/\s*\/>$/, '>');
      return `${open}${this.formulaElements(formulas)}${inner}</${end.name}>`;
    }
    return splice(
      raw,
      old.map(({ start, end }, index) => ({ start, end, text: this.formulaElements([formulas[index]!]) })),
    );
  }

  private newRule(rule: ConditionalRule): string {
    const p = this.frame.prefix;
    const attributes = attributesText({
      type: rule.type,
      dxfId: this.differential(rule.style),
      priority: rule.priority,
      stopIfTrue: rule.stopIfTrue || undefined,
      operator: rule.operator,
      text: rule.text,
    });
    return `<${p}cfRule${attributes}>${this.formulaElements(rule.formulas)}</${p}cfRule>`;
  }

  private formulaElements(formulas: readonly string[]): string {
    const name = `${this.frame.prefix}formula`;
    return formulas.map((formula) => `<${name}>${escapeText(formula)}</${name}>`).join('');
  }

  private differential(style: DifferentialStyle | null): string | null {
    return style === null ? null : String(this.styles().differentialIndexOf(style));
  }
}

function sameAreas(a: readonly Area[], b: readonly Area[]): boolean {
  return a === b || areasAddress(a) === areasAddress(b);
}
