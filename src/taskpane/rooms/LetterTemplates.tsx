import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { settingsInForce } from '../../app/reading/connectLedger';
import { layoutOf } from '../../app/letters/letterLayout';
import type { KeptTemplates } from '../../app/letters/letterTemplates';
import { LETTER_FORMS, LETTER_TITLES, type LetterForm } from '../../domain/notices/notice';
import { useDesk, useDeskView } from '../deskContext';
import { previewTemplate } from '../desk/letterDeeds';
import { useLooks } from '../parts/looks';
import { LETTERS, OFFICE } from '../words/letters';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  name: { flexGrow: 1, minWidth: '130px', display: 'flex', flexDirection: 'column' },
});

const MOST_SHOWN = 20;

/** Each form's template: downloaded, edited in Word, given back, or put back to the built-in one. */
export function LetterTemplates(): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const desk = useDesk();
  const { choices, connecting, work } = useDeskView();
  const [kept, setKept] = useState<KeptTemplates | 'failed' | null>(null);
  const [problems, setProblems] = useState<{ readonly form: LetterForm; readonly lines: readonly string[] } | null>(
    null,
  );
  const asking = useRef<LetterForm | null>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let here = true;
    void import('../../app/letters/letterTemplates')
      .then(({ readTemplates }) => readTemplates())
      .then((read) => {
        if (here) setKept(read.ok ? read.value : 'failed');
      });
    return () => {
      here = false;
    };
  }, []);
  const download = async (form: LetterForm): Promise<void> => {
    if (connecting === null) return;
    const { templateFile } = await import('../../app/letters/letterTemplates');
    desk.handOver(templateFile(form, choices.office, layoutOf(settingsInForce(connecting.settings))));
  };
  const give = async (form: LetterForm, bytes: Uint8Array): Promise<void> => {
    if (kept === null || kept === 'failed') return;
    const { planTemplate } = await import('../../app/letters/letterTemplates');
    const planned = planTemplate(kept, form, bytes);
    if (planned.ok) previewTemplate(desk, planned.plan, OFFICE.keepDeed(LETTER_TITLES[form]));
    else setProblems({ form, lines: planned.sentences });
  };
  const restore = async (form: LetterForm): Promise<void> => {
    if (kept === null || kept === 'failed') return;
    const { planBuiltInTemplate } = await import('../../app/letters/letterTemplates');
    previewTemplate(desk, planBuiltInTemplate(kept, form), OFFICE.restoreDeed(LETTER_TITLES[form]));
  };
  const ready = kept !== null && kept !== 'failed' && work === null;
  const isOwn = (form: LetterForm): boolean => kept !== null && kept !== 'failed' && kept.parts.has(form);
  return (
    <section className={looks.section}>
      <h3 className={looks.heading}>{OFFICE.templates}</h3>
      <p className={looks.hint}>{OFFICE.templatesLead}</p>
      <input
        ref={file}
        type="file"
        accept=".docx"
        hidden
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          const form = asking.current;
          event.currentTarget.value = '';
          if (chosen === undefined || form === null) return;
          setProblems(null);
          void chosen.arrayBuffer().then((bytes) => give(form, new Uint8Array(bytes)));
        }}
      />
      <div role="status">
        {kept === 'failed' && <p className={looks.text}>{OFFICE.templatesFailed}</p>}
        {kept !== null &&
          kept !== 'failed' &&
          kept.problems.map(({ form, sentence }) => (
            <p key={form} className={looks.text}>
              {sentence}
            </p>
          ))}
        {problems !== null && (
          <>
            <p className={looks.text}>{OFFICE.problems(LETTER_TITLES[problems.form])}</p>
            <ul className={looks.lines}>
              {problems.lines.slice(0, MOST_SHOWN).map((line) => (
                <li key={line} className={looks.hint}>
                  {line}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {!desk.downloads && <p className={looks.hint}>{LETTERS.noDownload}</p>}
      <ul className={looks.lines}>
        {LETTER_FORMS.map((form) => (
          <li key={form} className={styles.form}>
            <span className={styles.name}>
              <span>{LETTER_TITLES[form]}</span>
              <span className={looks.hint}>{isOwn(form) ? OFFICE.own : OFFICE.builtIn}</span>
            </span>
            <Button
              size="small"
              disabledFocusable={!desk.downloads}
              aria-label={OFFICE.of(OFFICE.download, LETTER_TITLES[form])}
              onClick={() => void download(form)}
            >
              {OFFICE.download}
            </Button>
            <Button
              size="small"
              disabledFocusable={!ready}
              aria-label={OFFICE.of(OFFICE.give, LETTER_TITLES[form])}
              onClick={() => {
                asking.current = form;
                file.current?.click();
              }}
            >
              {OFFICE.give}
            </Button>
            {isOwn(form) && (
              <Button
                size="small"
                disabledFocusable={!ready}
                aria-label={OFFICE.of(OFFICE.restore, LETTER_TITLES[form])}
                onClick={() => void restore(form)}
              >
                {OFFICE.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
