import type { Charge, DraftLine, UnitAccount } from '../account';
import { exact, rounded, toNumber, type Points } from '../points';
import type { RuleOf } from '../scheme';
import { NOTICE_FORMS } from '../../registers/registers';
import { chargeName, chineseDate, matterNames, pointsPhrase } from '../wording';

/** Points for each event or sent notice of the rule's kind. */
export function perEvent(rule: RuleOf<'perEvent'>, account: UnitAccount): readonly DraftLine[] {
  const charges = account.charges.filter((charge) => charge.on === rule.on);
  if (charges.length === 0) return [];
  const full = rounded(exact(rule.points));
  const line = (charge: Charge, matters: Charge['matters']): DraftLine => {
    const points = charge.share === 1 ? full : rounded(exact(rule.points).times(charge.share));
    return new ChargeLine(rule, points, charge, matters);
  };
  if (rule.afterFirst === true) {
    const again = charges.filter(({ reissued }) => reissued.length > 0);
    return again.map((charge) => line(charge, charge.reissued));
  }
  if (!rule.dedupeByMatter) return charges.map((charge) => line(charge, charge.matters));
  const seen = new Set<string>();
  return charges.flatMap((charge) => {
    if (charge.matterKeys.length === 0) return [line(charge, [])];
    return charge.matterKeys.flatMap((key) => {
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        line(
          charge,
          charge.matters.filter((matter) => matter.key === key),
        ),
      ];
    });
  });
}

/** A line that finds its words when asked: of the month before only the points are. */
class ChargeLine implements DraftLine {
  readonly date;
  readonly source;
  readonly matter;

  constructor(
    readonly rule: RuleOf<'perEvent'>,
    readonly points: Points,
    private readonly charge: Charge,
    private readonly matters: Charge['matters'],
  ) {
    this.date = charge.date;
    this.source = charge.cell;
    this.matter = matters[0]?.key ?? null;
  }

  get message(): string {
    return `${chargeSentence(this.rule, this.charge, this.matters)}，${pointsPhrase(toNumber(this.points))}`;
  }
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
