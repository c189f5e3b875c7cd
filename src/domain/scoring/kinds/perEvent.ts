import type { Charge, DraftLine, UnitAccount } from '../account';
import { exact, rounded, toNumber } from '../points';
import type { RuleOf } from '../scheme';
import { NOTICE_FORMS } from '../../registers/registers';
import { chargeName, chineseDate, matterNames, pointsPhrase } from '../wording';

/** Points for each event or sent notice of the rule's kind. */
export function perEvent(rule: RuleOf<'perEvent'>, account: UnitAccount): readonly DraftLine[] {
  const charges = account.charges.filter((charge) => charge.on === rule.on);
  if (rule.afterFirst === true) {
    const again = charges.filter(({ reissued }) => reissued.length > 0);
    return again.map((charge) => line(rule, charge, charge.reissued));
  }
  if (!rule.dedupeByMatter) return charges.map((charge) => line(rule, charge, charge.matters));
  const seen = new Set<string>();
  return charges.flatMap((charge) => {
    if (charge.matterKeys.length === 0) return [line(rule, charge, [])];
    return charge.matterKeys.flatMap((key) => {
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        line(
          rule,
          charge,
          charge.matters.filter((matter) => matter.key === key),
        ),
      ];
    });
  });
}

function line(rule: RuleOf<'perEvent'>, charge: Charge, matters: Charge['matters']): DraftLine {
  const points = rounded(exact(rule.points).times(charge.share));
  return {
    rule,
    points,
    date: charge.date,
    source: charge.cell,
    matter: matters[0]?.key ?? null,
    message: `${chargeSentence(rule, charge, matters)}，${pointsPhrase(toNumber(points))}`,
  };
}

function chargeSentence(rule: RuleOf<'perEvent'>, charge: Charge, matters: Charge['matters']): string {
  const name = chargeName(charge.on);
  const about = matters.length === 0 ? '' : `（${matterNames(matters)}）`;
  const basis = charge.basis === null ? '' : `，依据：${charge.basis}`;
  const day = chineseDate(charge.date);
  if (rule.monthlyReport === true) return `${day.replace(/\d+日$/, '')}${name}${about}${basis}`;
  if (!(charge.on in NOTICE_FORMS)) return `${day}${name}${about}${basis}`;
  if (charge.on === 'interview' || charge.on === 'referral') return `${day}被${name}${about}`;
  const again = rule.afterFirst === true ? '经批准延期后再次收到' : '收到';
  const share = charge.share === 1 ? '' : `，配合单位按${charge.share}计`;
  return `${day}${again}${name}${charge.number ?? ''}${about}${share}`;
}
