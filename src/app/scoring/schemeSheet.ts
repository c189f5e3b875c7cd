import type { Change, Plan, SheetContent } from '../../domain/plan';
import { registerSheet } from '../../domain/registers/registerSheet';
import type { RuleSet } from '../../domain/ruleSet';
import { holds } from '../../domain/scoring/issuedSheets';
import { SCHEME_SHEET } from '../../domain/scoring/schemeSheet';
import { schemeSheetContent } from '../../domain/scoring/schemeSheetContent';
import type { SheetSnapshot } from '../../domain/snapshot';
import { writtenAnew } from '../office/daySheet';
import type { Review } from '../reading/review';

/**
 * Writes a rule set (by default the one in force) as rows of 计分方案, where an office changes its amounts. A sheet that
 * is there is written anew: the clerk has seen the preview, and it can be taken back.
 */
export function planSchemeSheet(of: Review, ruleSet: RuleSet = of.ruleSet): Plan {
  const standing = registerSheet(of.reading.snapshot, SCHEME_SHEET);
  const content = schemeSheetContent(ruleSet);
  return { action: 'score', asOf: null, expectations: [], changes: changesOf(of, standing, content) };
}

function changesOf(of: Review, standing: SheetSnapshot | undefined, content: SheetContent): readonly Change[] {
  if (standing === undefined) return [{ kind: 'addSheet', name: SCHEME_SHEET, content }];
  if (holds(standing, content)) return [];
  return [writtenAnew(of, standing, content)];
}
