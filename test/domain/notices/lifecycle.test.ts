import { againstTakingBack, reply, send, sign, voidNotice } from '../../../src/domain/notices/lifecycle';
import { Sequences } from '../../../src/domain/notices/sequences';
import { day, entry } from './builders';

const draft = entry({ status: 'draft', number: '〔2026〕3号' });
const sent = entry({ status: 'sent', date: day('2026-10-09') });

describe('文书的一生：拟稿、已发、签收、回复、作废', () => {
  test('拟稿发出后状态为已发，日期为发出之日', () => {
    expect(send(draft, day('2026-10-09'))).toEqual({
      ok: true,
      entry: { ...draft, status: 'sent', date: '2026-10-09' },
      note: null,
    });
  });

  test('已发的不能再发，作废的不能发', () => {
    expect(send(sent, day('2026-10-10'))).toEqual({ ok: false, refusal: { code: 'alreadySent' } });
    expect(send({ ...draft, status: 'void' }, day('2026-10-10'))).toEqual({ ok: false, refusal: { code: 'void' } });
  });

  test('上一年的号不能在下一年发出', () => {
    expect(send(draft, day('2027-01-04'))).toEqual({ ok: false, refusal: { code: 'yearChanged', year: 2026 } });
    expect(send(draft, day('2026-12-31')).ok).toBe(true);
  });

  test('发文当天可以签收，前一天不可以，签收只一次', () => {
    const signed = sign(sent, day('2026-10-09'));
    expect(signed.ok && signed.entry.signedOn).toBe('2026-10-09');
    expect(sign(sent, day('2026-10-08'))).toEqual({ ok: false, refusal: { code: 'beforeLetter', date: '2026-10-09' } });
    expect(sign({ ...sent, signedOn: day('2026-10-10') }, day('2026-10-11')).ok).toBe(false);
  });

  test('拟稿不能签收、回复', () => {
    expect(sign(draft, day('2026-10-09'))).toEqual({ ok: false, refusal: { code: 'notSent' } });
    expect(reply(draft, day('2026-10-09'))).toEqual({ ok: false, refusal: { code: 'notSent' } });
  });

  test('回复不早于签收，没有签收记录也可以回复', () => {
    const signed = { ...sent, signedOn: day('2026-10-10') };
    expect(reply(signed, day('2026-10-09')).ok).toBe(false);
    expect(reply(signed, day('2026-10-10')).ok).toBe(true);
    expect(reply(sent, day('2026-10-12')).ok).toBe(true);
  });

  test('作废要有理由，号码留着', () => {
    expect(voidNotice(sent, ' ')).toEqual({ ok: false, refusal: { code: 'reasonMissing' } });
    const voided = voidNotice(sent, '主送单位有误');
    expect(voided).toEqual({ ok: true, entry: { ...sent, status: 'void' }, note: '作废：主送单位有误' });
    expect(voided.ok && voidNotice(voided.entry, '再次').ok).toBe(false);
  });

  test('未发的最后一个号可以撤回；已发的、后面还有号的只能作废', () => {
    const later = entry({ number: '〔2026〕4号', status: 'draft' });
    const otherForm = entry({ number: '〔2026〕9号', form: 'reminderNotice' });
    expect(againstTakingBack(draft, new Sequences([draft, otherForm]))).toBeNull();
    expect(againstTakingBack(draft, new Sequences([draft, later]))).toEqual({ code: 'notLastNumber' });
    expect(againstTakingBack(sent, new Sequences([sent]))).toEqual({ code: 'alreadySent' });
    expect(againstTakingBack({ ...draft, status: 'void' }, new Sequences([draft]))).toEqual({ code: 'void' });
  });
});
