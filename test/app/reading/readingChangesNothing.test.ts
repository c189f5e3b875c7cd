import { lookOver } from '../../../src/app/reading/connectLedger';
import { readForReview } from '../../../src/app/reading/readForReview';
import { openSample, sampleBytes, type Sample } from '../../hostDesk';

test.each(['city', 'district', 'bureau'] as const)('连接、读取样本 %s，文件一个字节也不变', async (sample: Sample) => {
  const desk = openSample(sample);
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  const connections = looked.value.ledgers.map(({ connection }) => connection);
  expect(connections.length).toBeGreaterThan(0);
  expect((await readForReview(looked.value.survey, connections)).ok).toBe(true);
  expect(Buffer.from(desk.workbook.save()).equals(sampleBytes(sample))).toBe(true);
  desk.close();
});
