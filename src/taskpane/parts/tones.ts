import { makeStyles, tokens } from '@fluentui/react-components';
import type { State } from '../../domain/assessment';
import type { FindingLevel } from '../../domain/finding';
import {
  ArrowRepeatAllRegular,
  CheckmarkCircleFilled,
  CircleRegular,
  ClockFilled,
  ErrorCircleFilled,
  InfoRegular,
  PauseRegular,
  QuestionCircleRegular,
  WarningFilled,
} from './icons';

/** Red, amber, green, blue, grey; never without an icon and words. */
export type Tone = 'danger' | 'warning' | 'success' | 'open' | 'quiet';

export const STATE_TONES: Readonly<Record<State, Tone>> = {
  overdue: 'danger',
  dueSoon: 'warning',
  closedOnTime: 'success',
  closedLate: 'success',
  closed: 'success',
  undetermined: 'quiet',
  suspended: 'quiet',
  notAssigned: 'quiet',
  recurring: 'quiet',
  inProgress: 'open',
};

export const STATE_ICONS = {
  overdue: WarningFilled,
  dueSoon: ClockFilled,
  closedOnTime: CheckmarkCircleFilled,
  closedLate: CheckmarkCircleFilled,
  closed: CheckmarkCircleFilled,
  undetermined: QuestionCircleRegular,
  suspended: PauseRegular,
  notAssigned: CircleRegular,
  recurring: ArrowRepeatAllRegular,
  inProgress: CircleRegular,
} as const satisfies Record<State, unknown>;

export const LEVEL_TONES: Readonly<Record<FindingLevel, Tone>> = { error: 'danger', warning: 'warning', info: 'quiet' };
export const LEVEL_ICONS = {
  error: ErrorCircleFilled,
  warning: WarningFilled,
  info: InfoRegular,
} as const satisfies Record<FindingLevel, unknown>;

/** Text and icons in a tone, on the pane's own ground. */
export const useToneText = makeStyles({
  danger: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  success: { color: tokens.colorStatusSuccessForeground1 },
  open: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** A tinted ground with text that reads on it. */
export const useToneGround = makeStyles({
  danger: {
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderTopColor: tokens.colorStatusDangerBorder1,
    borderRightColor: tokens.colorStatusDangerBorder1,
    borderBottomColor: tokens.colorStatusDangerBorder1,
    borderLeftColor: tokens.colorStatusDangerBorder1,
  },
  warning: {
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderTopColor: tokens.colorStatusWarningBorder1,
    borderRightColor: tokens.colorStatusWarningBorder1,
    borderBottomColor: tokens.colorStatusWarningBorder1,
    borderLeftColor: tokens.colorStatusWarningBorder1,
  },
  success: {
    color: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground1,
    borderTopColor: tokens.colorStatusSuccessBorder1,
    borderRightColor: tokens.colorStatusSuccessBorder1,
    borderBottomColor: tokens.colorStatusSuccessBorder1,
    borderLeftColor: tokens.colorStatusSuccessBorder1,
  },
  open: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    borderTopColor: tokens.colorBrandStroke2,
    borderRightColor: tokens.colorBrandStroke2,
    borderBottomColor: tokens.colorBrandStroke2,
    borderLeftColor: tokens.colorBrandStroke2,
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderTopColor: tokens.colorNeutralStroke2,
    borderRightColor: tokens.colorNeutralStroke2,
    borderBottomColor: tokens.colorNeutralStroke2,
    borderLeftColor: tokens.colorNeutralStroke2,
  },
});
