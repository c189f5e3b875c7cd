/**
 * Draws the add-in's icon (a clipboard with a ledger on it, ticked) at every size the manifest names.
 * Run: `npm run icons`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodePng } from './encodePng';
import { ledgerIcon } from './ledgerIcon';
import { renderIcon } from './renderIcon';

export const ICON_SIZES = [16, 32, 64, 80, 128] as const;

for (const size of ICON_SIZES) {
  const file = join(__dirname, `ledger-${size}.png`);
  writeFileSync(file, encodePng(renderIcon(ledgerIcon(size), size), size));
  console.log(file);
}
