import { Button, Select } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { Review } from '../../app/reading/review';
import type { Publication } from '../../domain/bulletin/publications';
import { useDesk, useDeskView } from '../deskContext';
import { bulletinShown, editBulletin, fileOf, previewBulletin, type BulletinShown } from '../desk/bulletinDeeds';
import { CountingLine } from '../parts/CountingLine';
import { useListLooks } from '../parts/listLooks';
import { useLooks } from '../parts/looks';
import { useComputed } from '../parts/useComputed';
import { useKept } from '../parts/useKept';
import { BULLETIN } from '../words/bulletin';
import { BulletinDifferences } from './BulletinDifferences';
import { BulletinHeadForm } from './BulletinHeadForm';
import { BulletinNaming } from './BulletinNaming';
import { BulletinPaper } from './BulletinPaper';

type Over = 'none' | 'naming' | 'head' | 'differences';

/** 通报: its whole text, what may be changed of it, and the deeds. */
export function BulletinDraftTab({ review }: { readonly review: Review }): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { bulletin, connecting, today } = useDeskView();
  const [over, setOver] = useState<Over>('none');
  const [which, setWhich] = useState<'issued' | 'now' | null>(null);
  const computed = useComputed(
    review,
    useCallback((of: Review) => bulletinShown(of, { bulletin, connecting, today }), [bulletin, connecting, today]),
  );
  const shown = useKept(computed);
  if (shown === null) return <CountingLine />;
  const old = computed === null;
  const back = (): void => setOver('none');
  if (over === 'naming') {
    return (
      <BulletinNaming
        shown={shown}
        onTake={(decided) => {
          editBulletin(desk, shown, { decided });
          back();
        }}
        onBack={back}
      />
    );
  }
  if (over === 'head') return <BulletinHeadForm shown={shown} onBack={back} />;
  if (over === 'differences') return <BulletinDifferences shown={shown} old={old} onBack={back} />;
  const { standing } = shown.issuing;
  const issued = standing === 'differs' ? shown.issued : null;
  const looked = issued === null ? 'now' : (which ?? (shown.edited ? 'now' : 'issued'));
  return (
    <>
      <Tools shown={shown} onOver={setOver} />
      <div className={looks.body}>
        <Standing shown={shown} looked={issued === null ? null : looked} onLook={setWhich} />
        <BulletinPaper
          shown={shown}
          text={looked === 'issued' && issued !== null ? issued : shown.draft.text}
          editable={looked === 'now'}
        />
      </div>
      {old && <CountingLine />}
      <div className={looks.foot}>
        <Deeds review={review} shown={shown} old={old} looked={looked} onDifferences={() => setOver('differences')} />
      </div>
    </>
  );
}

interface ToolsProps {
  readonly shown: BulletinShown;
  readonly onOver: (over: Over) => void;
}

function Tools({ shown, onOver }: ToolsProps): React.JSX.Element {
  const styles = useListLooks();
  const desk = useDesk();
  const { publications, publication, decided, head } = shown;
  return (
    <div className={styles.tools}>
      {publications.length > 1 && (
        <Select
          className={styles.tool}
          size="small"
          aria-label={BULLETIN.publication}
          value={publication.id}
          onChange={(_event, { value }) => desk.atBulletin({ publication: value as Publication['id'] })}
        >
          {publications.map(({ id, name, due }) => (
            <option key={id} value={id}>
              {due ? name : BULLETIN.notDue(name)}
            </option>
          ))}
        </Select>
      )}
      {publication.form === 'bulletin' && (
        <Button className={styles.tool} size="small" onClick={() => onOver('naming')}>
          {BULLETIN.named(decided.commended.length, decided.criticised.length)}
        </Button>
      )}
      <Button className={styles.tool} size="small" onClick={() => onOver('head')}>
        {BULLETIN.lookOf(BULLETIN.kind[head.bulletinKind])}
      </Button>
    </div>
  );
}

interface StandingProps {
  readonly shown: BulletinShown;
  /** null: there is only one to look at. */
  readonly looked: 'issued' | 'now' | null;
  readonly onLook: (which: 'issued' | 'now') => void;
}

/** How the bulletin stands in the workbook. */
function Standing({ shown: { issuing }, looked, onLook }: StandingProps): React.JSX.Element {
  const looks = useLooks();
  const { standing, differences } = issuing;
  const said =
    standing === 'new'
      ? BULLETIN.standingNew
      : standing === 'same'
        ? BULLETIN.standingSame
        : looked === null
          ? BULLETIN.rearranged
          : differences.length === 0
            ? BULLETIN.noTextDifference
            : BULLETIN.standingDiffers(differences.length);
  return (
    <section className={looks.section}>
      <p className={looks.hint}>{said}</p>
      {looked !== null && (
        <div className={looks.actions} role="group" aria-label={BULLETIN.which}>
          {(['issued', 'now'] as const).map((own) => (
            <Button
              key={own}
              size="small"
              appearance={own === looked ? 'secondary' : 'subtle'}
              aria-pressed={own === looked}
              onClick={() => onLook(own)}
            >
              {own === 'issued' ? BULLETIN.asIssued : BULLETIN.asNow}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

interface DeedsProps {
  readonly review: Review;
  readonly shown: BulletinShown;
  /** It is being worked out anew. */
  readonly old: boolean;
  readonly looked: 'issued' | 'now';
  readonly onDifferences: () => void;
}

function Deeds({ review, shown, old, looked, onDifferences }: DeedsProps): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { work, choices } = useDeskView();
  const { issuing, sheet, draft, issued } = shown;
  const busy = work !== null || old;
  const text = looked === 'issued' && issued !== null ? issued : draft.text;
  return (
    <>
      {issuing.standing === 'new' && (
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void previewBulletin(desk, shown, false)}>
          {BULLETIN.write}
        </Button>
      )}
      {issuing.standing === 'differs' && (
        <Button appearance={shown.edited ? 'primary' : 'secondary'} disabledFocusable={busy} onClick={onDifferences}>
          {BULLETIN.seeDifferences}
        </Button>
      )}
      {issuing.standing === 'same' && issuing.plan.changes.length > 0 && (
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void previewBulletin(desk, shown, true)}>
          {BULLETIN.rewrite}
        </Button>
      )}
      {issuing.standing !== 'new' && desk.downloads && (
        <Button
          disabledFocusable={busy}
          onClick={() => void desk.makeFile(() => fileOf(review, text, shown, choices.office))}
        >
          {BULLETIN.file}
        </Button>
      )}
      {!desk.downloads && (
        <p className={looks.hint}>{issuing.standing === 'new' ? BULLETIN.noFileYet : BULLETIN.noFile(sheet)}</p>
      )}
    </>
  );
}
