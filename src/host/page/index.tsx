import { createRoot } from 'react-dom/client';
import { Desk } from './Desk';
import { DeskState } from './DeskState';
import { computeRowsOnce } from './grid/rowFormulas';

/** The ledger the page opens on, so that there is something to try. */
const SAMPLE = '河阳市政府督查台账（2026年）.xlsx';

computeRowsOnce();
const desk = new DeskState();
createRoot(document.getElementById('desk')!).render(<Desk desk={desk} />);
void desk.readManifest();
void desk.openSample(SAMPLE);
