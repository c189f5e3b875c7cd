import { Button, Field, Input, Radio, RadioGroup, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { editorOf, type BulletinHead } from '../../domain/bulletin/bulletinHead';
import { monthOf, parseCivilDate } from '../../domain/calendar/civilDate';
import { OPEN_NAME } from '../../domain/notices/office';
import { useDesk, useDeskView } from '../deskContext';
import { editBulletin, type BulletinShown } from '../desk/bulletinDeeds';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { WORDS } from '../words';
import { BULLETIN, HEAD_FORM } from '../words/bulletin';

const useStyles = makeStyles({
  date: { minWidth: 0, maxWidth: '180px' },
  kind: { display: 'flex', flexDirection: 'column' },
});

interface BulletinHeadFormProps {
  readonly shown: BulletinShown;
  readonly onBack: () => void;
}

/** 版式: 简报式 or 文件式, and what its head says. */
export function BulletinHeadForm({ shown, onBack }: BulletinHeadFormProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { choices, review } = useDeskView();
  const [head, setHead] = useState<BulletinHead>(shown.head);
  const [date, setDate] = useState<string>(shown.issuedOn);
  const issuedOn = parseCivilDate(date);
  const issueWrong = !/^\s*\d{0,4}\s*$/.test(head.bulletinIssue);
  const brief = head.bulletinKind === 'brief';
  const editor = editorOf({ ...head, bulletinEditor: '' }, choices.office);
  const text = (field: keyof BulletinHead, label: string, hint?: string, wrong?: string): React.JSX.Element => (
    <Field label={label} {...(wrong !== undefined ? { validationMessage: wrong } : hint === undefined ? {} : { hint })}>
      <Input
        value={head[field]}
        maxLength={60}
        onChange={(_event, { value }) => setHead({ ...head, [field]: value })}
      />
    </Field>
  );
  return (
    <PanelFrame
      title={HEAD_FORM.title}
      onBack={onBack}
      foot={
        <>
          <Button
            appearance="primary"
            disabledFocusable={issuedOn === null || issueWrong}
            onClick={() => {
              editBulletin(desk, shown, { head, issuedOn });
              onBack();
            }}
          >
            {HEAD_FORM.take}
          </Button>
          <Button onClick={onBack}>{WORDS.cancel}</Button>
        </>
      }
    >
      <Field label={HEAD_FORM.kind}>
        <RadioGroup
          value={head.bulletinKind}
          onChange={(_event, { value }) => setHead({ ...head, bulletinKind: value as BulletinHead['bulletinKind'] })}
        >
          {(['brief', 'document'] as const).map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={
                <span className={styles.kind}>
                  <span>{BULLETIN.kind[kind]}</span>
                  <span className={looks.hint}>{kind === 'brief' ? HEAD_FORM.briefHint : HEAD_FORM.documentHint}</span>
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {brief && text('bulletinName', HEAD_FORM.name)}
      {brief &&
        text(
          'bulletinIssue',
          HEAD_FORM.issue,
          `${HEAD_FORM.issueHint}${review === null ? '' : `（${monthOf(review.asOf)}）`}`,
          issueWrong ? HEAD_FORM.issueWrong : undefined,
        )}
      {!brief && text('bulletinNumber', HEAD_FORM.number, HEAD_FORM.numberHint)}
      {text(
        'bulletinEditor',
        HEAD_FORM.editor[head.bulletinKind],
        editor === OPEN_NAME ? undefined : HEAD_FORM.editorHint(editor),
      )}
      <Field
        label={HEAD_FORM.issuedOn}
        required
        {...(issuedOn === null ? { validationMessage: HEAD_FORM.issuedOnWrong } : {})}
      >
        <Input className={styles.date} type="date" value={date} onChange={(_event, { value }) => setDate(value)} />
      </Field>
      {!brief && <p className={looks.hint}>{HEAD_FORM.sealed}</p>}
    </PanelFrame>
  );
}
