/**
 * `npm run licences`: writes the list of packages that reach users, with their licences, which the build copies along.
 * Left as it is where nothing changed: the build goes by its time.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesOf, noticeText } from './notices';
import { REACHES, ROOT, shippedPackages } from './shipped';

async function write(): Promise<void> {
  const file = join(ROOT, 'assets/THIRD-PARTY.txt');
  const notices = noticesOf(await shippedPackages());
  const text = noticeText(notices);
  const changed = readFileSync(file, 'utf8') !== text;
  if (changed) writeFileSync(file, text);
  const counts = REACHES.map((reach) => `${reach} ${notices.filter(({ reaches }) => reaches.includes(reach)).length}`);
  console.log(`${notices.length} 个软件包（${counts.join('，')}），清单${changed ? '已改写' : '没有变'}。`);
}

void write();
