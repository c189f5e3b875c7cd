import { openBench } from '../faults/bench';
import { INJECTED_FIELDS } from './injectedFields';
import { PAYLOADS } from './payloads';
import { tryField, type InjectedField } from './trial';

/** `12-40`: fields by their place in the list, from 1; anything else is part of their names. */
function chosen(only: string): readonly InjectedField[] {
  const places = /^(\d+)-(\d+)$/.exec(only);
  if (places === null) return INJECTED_FIELDS.filter(({ name }) => name.includes(only));
  return INJECTED_FIELDS.slice(Number(places[1]) - 1, Number(places[2]));
}

/** `npm run test:injection [字段名的一部分，或 12-40] [字串种类的一部分]`: each field, payloads tried, those that came through. */
async function main(): Promise<void> {
  const bench = openBench();
  let [tried, survived] = [0, 0];
  const failures: string[] = [];
  for (const field of chosen(process.argv[2] ?? '')) {
    const result = await tryField(
      bench,
      field,
      PAYLOADS.filter(({ kind }) => kind.includes(process.argv[3] ?? '')),
    );
    const bad = result.failed.length;
    tried += result.tried;
    survived += result.tried - bad;
    console.log(`${field.name}\t试${result.tried}\t过${result.tried - bad}\t其中拒收${result.refused}`);
    for (const { payload, faults } of result.failed) failures.push(`${field.name} × ${payload}：${faults.join('；')}`);
    if (process.env['SHOW'] !== undefined) console.log(failures.splice(0).join('\n'));
  }
  bench.close();
  console.log(`合计\t试${tried}\t过${survived}`);
  for (const failure of failures) console.log(`没过：${failure}`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

void main();
