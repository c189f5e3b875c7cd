/**
 * Draws the add-in's icon (a clipboard with a ledger on it, ticked) and the commands' at every size the manifest names.
 * Run: `npm run icons`.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_ICONS } from './commandIcons';
import { encodePng } from './encodePng';
import { ledgerIcon, type Layer } from './ledgerIcon';
import { renderIcon } from './renderIcon';

export const ICON_SIZES = [16, 32, 64, 80, 128] as const;

/** Sizes Excel asks of a command's icon. */
export const COMMAND_SIZES = [16, 32, 80] as const;

function draw(name: string, size: number, layers: readonly Layer[]): void {
  const file = join(__dirname, `${name}-${size}.png`);
  writeFileSync(file, encodePng(renderIcon(layers, size), size));
  console.log(file);
}

for (const size of ICON_SIZES) draw('ledger', size, ledgerIcon(size));
for (const [name, drawing] of Object.entries(COMMAND_ICONS)) {
  for (const size of COMMAND_SIZES) draw(name, size, drawing(size <= 16));
}
