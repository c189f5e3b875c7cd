import { SELF_TEST } from '../words/selfTest';
import type { Desk } from './Desk';
import { planLines } from './planInWords';

const load = () => import('../../app/office/hostSelfTest');

/** Puts the report before the clerk as a sheet to be written. */
export async function previewHostReport(desk: Desk): Promise<void> {
  const { connecting, hostReport } = desk.view();
  if (connecting === null || hostReport === null) return;
  const { planHostReport } = await load();
  const { plan } = planHostReport(connecting.survey, hostReport);
  desk.propose(
    {
      plan,
      deed: SELF_TEST.deed,
      lines: planLines(plan),
      marks: new Map(),
      summary: SELF_TEST.summary,
      readsAs: new Map(),
      notes: [],
      letters: [],
    },
    { under: 'selfTest', then: 'selfTest' },
  );
}

/** Hands the report over as a file. */
export async function downloadHostReport(desk: Desk): Promise<void> {
  const { hostReport } = desk.view();
  if (hostReport === null) return;
  const { hostReportFile } = await load();
  await desk.handOverMade(async () => [hostReportFile(hostReport)], SELF_TEST.downloaded);
}
