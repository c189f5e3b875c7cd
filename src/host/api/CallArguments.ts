import { ApiObject } from './ApiObject';
import { invalidArgument } from './ApiError';

/** The arguments of one call, checked as Excel checks them: anything wrong is InvalidArgument. */
export class CallArguments {
  constructor(private readonly values: readonly unknown[]) {}

  raw(index: number): unknown {
    return this.values[index] ?? null;
  }

  has(index: number): boolean {
    return this.raw(index) !== null;
  }

  text(index: number): string {
    const value = this.raw(index);
    if (typeof value !== 'string') throw invalidArgument(`argument ${index + 1} must be a string`);
    return value;
  }

  textOr(index: number, fallback: string): string {
    return this.has(index) ? this.text(index) : fallback;
  }

  integer(index: number): number {
    const value = this.raw(index);
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      throw invalidArgument(`argument ${index + 1} must be a whole number`);
    }
    return value;
  }

  integerOr(index: number, fallback: number): number {
    return this.has(index) ? this.integer(index) : fallback;
  }

  booleanOr(index: number, fallback: boolean): boolean {
    const value = this.raw(index);
    if (value === null) return fallback;
    if (typeof value !== 'boolean') throw invalidArgument(`argument ${index + 1} must be true or false`);
    return value;
  }

  /** One of an enumeration's words. */
  oneOf<const W extends string>(index: number, words: readonly W[], fallback?: W): W {
    const value = this.raw(index);
    if (value === null && fallback !== undefined) return fallback;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw invalidArgument(`argument ${index + 1} must be one of ${words.join(', ')}`);
    return word;
  }

  object<T extends ApiObject>(index: number, type: abstract new (...args: never[]) => T): T {
    const value = this.raw(index);
    if (!(value instanceof type)) throw invalidArgument(`argument ${index + 1} must be a ${type.name}`);
    return value;
  }

  record(index: number): Readonly<Record<string, unknown>> {
    const value = this.raw(index);
    if (value === null) return {};
    if (typeof value !== 'object' || Array.isArray(value) || value instanceof ApiObject) {
      throw invalidArgument(`argument ${index + 1} must be an object`);
    }
    return value as Readonly<Record<string, unknown>>;
  }
}

export function asText(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument('a string is needed');
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument('a number is needed');
  return value;
}

export function asBoolean(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument('true or false is needed');
  return value;
}

export function asOneOf<const W extends string>(value: unknown, words: readonly W[]): W {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw invalidArgument(`one of ${words.join(', ')} is needed`);
  return word;
}

/** `#RRGGBB` in capitals from `#rrggbb` or a few of HTML's colour names. */
export function asColor(value: unknown): string {
  const text = asText(value).trim();
  const full = /^#?([0-9a-f]{6})$/i.exec(text)?.[1];
  if (full !== undefined) return `#${full.toUpperCase()}`;
  const named = NAMED_COLORS[text.toLowerCase()];
  if (named === undefined) throw invalidArgument(`not a colour: ${text}`);
  return named;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
  purple: '#800080',
};
