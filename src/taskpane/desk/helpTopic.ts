import type { DeskView, HelpTopic, Panel } from './view';

/** The topic of what lies over the rooms; null where there is none. */
export function topicOver({ panel, preview, phase }: Pick<DeskView, 'panel' | 'preview' | 'phase'>): HelpTopic | null {
  if (preview !== null) return 'preview';
  if (panel === 'none') return phase.kind === 'asking' ? 'asking' : null;
  return panel === 'help' || panel === 'selfTest' || panel === 'basis' ? null : panel;
}

/** Where the clerk is when she goes to 帮助 or 计分依据: its topic, and the panel to come back to. */
export function cameFrom(view: DeskView, to: Panel): Partial<Pick<DeskView, 'help' | 'helpBefore' | 'basisBefore'>> {
  const { panel, phase, room } = view;
  if (to === 'basis') return { basisBefore: panel === 'help' ? 'help' : 'none' };
  // 宿主自检 and 计分依据 lead back to 帮助, which keeps what it was asked about.
  if (to !== 'help' || EXPLAINING.includes(panel)) return {};
  return { help: topicOver(view) ?? (phase.kind === 'ready' ? room : 'start'), helpBefore: panel };
}

const EXPLAINING: readonly Panel[] = ['help', 'selfTest', 'basis'];
