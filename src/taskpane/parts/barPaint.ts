import { makeStyles, tokens } from '@fluentui/react-components';

export type BarPaint = 'overdue' | 'dueSoon' | 'closed' | 'open' | 'other' | 'rest';

/** Bars in the colours of the states' icons: they stand out from the ground in light and dark alike. */
export const useBarPaint = makeStyles({
  overdue: { backgroundColor: tokens.colorPaletteRedForeground1, forcedColorAdjust: 'none' },
  dueSoon: { backgroundColor: tokens.colorStatusWarningForeground1, forcedColorAdjust: 'none' },
  closed: { backgroundColor: tokens.colorStatusSuccessForeground1, forcedColorAdjust: 'none' },
  open: { backgroundColor: tokens.colorBrandForeground1, forcedColorAdjust: 'none' },
  /** What has no label of its own. */
  rest: { backgroundColor: tokens.colorNeutralStroke1, forcedColorAdjust: 'none' },
  other: { backgroundColor: tokens.colorNeutralForeground3, forcedColorAdjust: 'none' },
});
