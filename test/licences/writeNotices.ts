/** `npm run licences`: writes the list of packages that reach users, with their licences, which the build copies along. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesOfLock, noticeText } from './notices';

writeFileSync(join(__dirname, '../../assets/THIRD-PARTY.txt'), noticeText(noticesOfLock()));
