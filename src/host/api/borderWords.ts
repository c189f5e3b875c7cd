import type { BorderLine, BorderSide } from '../xlsx/model';
import { ApiError } from './ApiError';

/** Excel's `BorderLineStyle` and `BorderWeight` against the file's one word. */
const WORDS: readonly { readonly file: string; readonly style: string; readonly weight: string }[] = [
  { file: 'thin', style: 'Continuous', weight: 'Thin' },
  { file: 'hair', style: 'Continuous', weight: 'Hairline' },
  { file: 'medium', style: 'Continuous', weight: 'Medium' },
  { file: 'thick', style: 'Continuous', weight: 'Thick' },
  { file: 'dashed', style: 'Dash', weight: 'Thin' },
  { file: 'mediumDashed', style: 'Dash', weight: 'Medium' },
  { file: 'dashDot', style: 'DashDot', weight: 'Thin' },
  { file: 'mediumDashDot', style: 'DashDot', weight: 'Medium' },
  { file: 'dashDotDot', style: 'DashDotDot', weight: 'Thin' },
  { file: 'mediumDashDotDot', style: 'DashDotDot', weight: 'Medium' },
  { file: 'dotted', style: 'Dot', weight: 'Thin' },
  { file: 'double', style: 'Double', weight: 'Thick' },
  { file: 'slantDashDot', style: 'SlantDashDot', weight: 'Medium' },
];

export const LINE_STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
export const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
export const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
export type SideIndex = (typeof SIDES)[number];

export const styleOf = (line: BorderLine | undefined): string =>
  line === undefined ? 'None' : (WORDS.find(({ file }) => file === line.style)?.style ?? 'None');
export const weightOf = (line: BorderLine | undefined): string =>
  line === undefined ? 'Thin' : (WORDS.find(({ file }) => file === line.style)?.weight ?? 'Thin');

/** The file's word for a style and weight; a weight the style does not have gives way to one it has. */
export function fileLine(style: string, weight: string): string {
  const ofStyle = WORDS.filter((word) => word.style === style);
  const word = ofStyle.find((candidate) => candidate.weight === weight) ?? ofStyle[0];
  if (word === undefined) throw new ApiError('InvalidArgument', style);
  return word.file;
}

/** Which side of a cell an edge of the area is, and the cell's place where it counts. */
export const SIDE_OF_EDGE: Readonly<Record<SideIndex, BorderSide>> = {
  EdgeTop: 'top',
  EdgeBottom: 'bottom',
  EdgeLeft: 'left',
  EdgeRight: 'right',
  InsideVertical: 'right',
  InsideHorizontal: 'bottom',
  DiagonalDown: 'diagonalDown',
  DiagonalUp: 'diagonalUp',
};
