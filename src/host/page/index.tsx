import { createRoot } from 'react-dom/client';
import { Desk } from './Desk';
import { DeskState } from './DeskState';
import { walkFormulasOnly } from './grid/fewerFormulaWalks';
import { FormulaPlaces } from './grid/formulaPlaces';
import { readPlainTextsOnce } from './grid/plainTexts';
import { computeRowsOnce } from './grid/rowFormulas';

/** The ledger the page opens on, so that there is something to try. */
const SAMPLE = '河阳市政府督查台账（2026年）.xlsx';

computeRowsOnce();
readPlainTextsOnce();
const formulas = new FormulaPlaces();
walkFormulasOnly(formulas);
const desk = new DeskState(formulas);
createRoot(document.getElementById('desk')!).render(<Desk desk={desk} />);
void desk.readManifest();
void desk.openSample(SAMPLE);
