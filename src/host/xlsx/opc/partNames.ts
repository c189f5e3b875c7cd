/** Key under which a part is looked up: names compare without case, some writers use `\` or a leading `/`. */
export function partKey(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** The part that holds the relationships of `part`; '' is the package itself. */
export function relationshipsPartOf(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** Resolves a relationship's target against its source part. Steps above the root stay at the root. */
export function resolveTarget(source: string, target: string): string {
  const plain = target.replace(/\\/g, '/').split('#')[0]!;
  const steps = (plain.startsWith('/') ? plain : folderOf(source) + plain).split('/');
  const resolved: string[] = [];
  for (const step of steps) {
    if (step === '' || step === '.') continue;
    if (step === '..') resolved.pop();
    else resolved.push(step);
  }
  return resolved.join('/');
}

/** A relative target from `source` to `part`. */
export function relativeTarget(source: string, part: string): string {
  const from = folderOf(source).split('/').slice(0, -1);
  const to = part.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return '../'.repeat(from.length - shared) + to.slice(shared).join('/');
}
