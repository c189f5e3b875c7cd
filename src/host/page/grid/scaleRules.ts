/** Bars and colour scales, read from the rule's own XML (ECMA-376 18.3.1.16, 18.3.1.28). */

interface Stop {
  readonly type: string;
  readonly value?: number | string;
}

const TYPES: Readonly<Record<string, string>> = {
  min: 'min',
  max: 'max',
  num: 'num',
  percent: 'percent',
  percentile: 'percentile',
  formula: 'formula',
  autoMin: 'min',
  autoMax: 'max',
};

function stops(raw: string): readonly Stop[] {
  return [...raw.matchAll(/<(?:\w+:)?cfvo\b([^>]*)>/g)].map(([, attributes = '']) => {
    const type = TYPES[/\btype="(\w+)"/.exec(attributes)?.[1] ?? ''] ?? 'min';
    const written = /\bval="([^"]*)"/.exec(attributes)?.[1];
    if (written === undefined || type === 'min' || type === 'max') return { type };
    return { type, value: type === 'formula' ? `=${written}` : Number(written) };
  });
}

/** Colours written out; a theme's or an indexed colour gives null, for the whole rule is then not drawn. */
function colors(raw: string): readonly (string | null)[] {
  return [...raw.matchAll(/<(?:\w+:)?color\b([^>]*)>/g)].map(([, attributes = '']) => {
    const rgb = /\brgb="(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})"/.exec(attributes)?.[1];
    return rgb === undefined ? null : `#${rgb}`;
  });
}

export function dataBar(raw: string): object | null {
  const [min = { type: 'min' }, max = { type: 'max' }] = stops(raw);
  const [color] = colors(raw);
  if (color === undefined || color === null) return null;
  return {
    type: 'dataBar',
    isShowValue: !/\bshowValue="(?:0|false)"/.test(raw),
    config: { min, max, isGradient: true, positiveColor: color, nativeColor: color },
  };
}

export function colorScale(raw: string): object | null {
  const points = stops(raw);
  const shades = colors(raw);
  if (points.length < 2 || shades.length !== points.length || shades.includes(null)) return null;
  return { type: 'colorScale', config: points.map((value, index) => ({ index, color: shades[index], value })) };
}
