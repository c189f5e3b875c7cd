import { nextTurn } from '../app/office/turns';

/**
 * The first script comes alive in several turns of the page, one part after the other: as one they held it for a tenth
 * of a second. The notice of the page stays on show until the last has come.
 */
async function begin(): Promise<void> {
  await import(/* webpackMode: "eager" */ '../taskpane/bootstrap/mount');
  await nextTurn();
  await import(/* webpackMode: "eager" */ '../app/office/workbook');
  await nextTurn();
  await import(/* webpackMode: "eager" */ '../taskpane/desk/calls');
  await nextTurn();
  await import(/* webpackMode: "eager" */ '../taskpane/ThemedPane');
  await nextTurn();
  await import(/* webpackMode: "eager" */ './index');
}

void begin();
