import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { pastedMatters, type TypedMatter } from '../../domain/ledger/pastedMatters';
import type { NewMatter } from '../../app/ledger/registerMatter';
import { useDesk, useDeskView } from '../deskContext';
import { previewApprovalForm, previewRegister } from '../desk/ledgerDeeds';
import { approvalOf, approvalStands, withNumber, withNumbers, type TypedApproval } from '../desk/registerForm';
import { ApprovalFields } from '../parts/ApprovalFields';
import { useLooks } from '../parts/looks';
import { MatterFields } from '../parts/MatterFields';
import { PanelFrame } from '../parts/PanelFrame';
import { PastedMatters } from '../parts/PastedMatters';
import { Refusals } from '../parts/Refusals';
import { useCandidates, useOpenForm } from '../parts/useOpenForm';
import { WORDS } from '../words';
import { REGISTER } from '../words/registering';

const NOTHING_TYPED: TypedMatter = new Map();

/** 新增事项: a form with the ledger's own columns, or several rows pasted; 立项 and its 审批单. */
export default function RegisterPanel(): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { review, ledger, today, work } = useDeskView();
  const sheets = review?.ledgers.map((own) => own.sheet) ?? [];
  const [sheet, setSheet] = useState(ledger ?? sheets[0] ?? '');
  const [section, setSection] = useState<number | null>(null);
  const [typed, setTyped] = useState<TypedMatter>(NOTHING_TYPED);
  const [pasted, setPasted] = useState<string | null>(null);
  const [approval, setApproval] = useState<TypedApproval>({
    wanted: false,
    opinion: '',
    approver: '',
    approvedOn: today,
  });
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [done, setDone] = useState<readonly NewMatter[] | null>(null);
  const open = useOpenForm(sheet, section);
  const block = useMemo(
    () => (open === null || pasted === null ? null : pastedMatters(open.form, pasted)),
    [open, pasted],
  );
  const rows = useMemo(
    () => (open === null ? [] : block === null ? [withNumber(open, typed)] : withNumbers(open, block.matters)),
    [open, block, typed],
  );
  const candidates = useCandidates(done === null ? open : null, rows);
  const back = (): void => desk.showPanel('none');

  if (done !== null) {
    return (
      <PanelFrame
        title={REGISTER.title}
        onBack={back}
        foot={
          <>
            <Button
              appearance="primary"
              onClick={() => {
                setDone(null);
                setTyped(NOTHING_TYPED);
                setPasted(null);
              }}
            >
              {REGISTER.again}
            </Button>
            <Button onClick={back}>{WORDS.back}</Button>
          </>
        }
      >
        <p className={looks.text}>{REGISTER.done(done.length)}</p>
        {open !== null && (
          <ul className={looks.lines}>
            {done.map((matter, index) => (
              <li key={index}>
                <Button
                  disabledFocusable={work !== null}
                  onClick={() => setRefused(previewApprovalForm(desk, open, matter))}
                >
                  {REGISTER.formOf(titleIn(matter.typed, open.form.fields))}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <Refusals sentences={refused} />
      </PanelFrame>
    );
  }

  const change = (next: TypedMatter): void => {
    setTyped(next);
    setRefused([]);
  };
  const go = (): void => {
    if (open === null) return;
    const matters = rows.map((own): NewMatter => ({ typed: own, approval: approvalOf(approval) }));
    setRefused(previewRegister(desk, open, matters, () => setDone(matters)));
  };
  const ready = open !== null && rows.length > 0 && approvalStands(approval) && work === null;
  return (
    <PanelFrame
      title={REGISTER.title}
      onBack={back}
      foot={
        <>
          <Button appearance="primary" disabledFocusable={!ready} onClick={go}>
            {REGISTER.go(rows.length)}
          </Button>
          <Button onClick={() => setPasted(pasted === null ? '' : null)}>
            {pasted === null ? REGISTER.paste : REGISTER.single}
          </Button>
        </>
      }
    >
      {sheets.length > 1 && (
        <Field label={REGISTER.ledger}>
          <Select
            value={sheet}
            onChange={(_event, { value }) => {
              setSheet(value);
              setSection(null);
              setTyped(NOTHING_TYPED);
            }}
          >
            {sheets.map((own) => (
              <option key={own}>{own}</option>
            ))}
          </Select>
        </Field>
      )}
      {open === null ? (
        <p className={looks.text}>{REGISTER.loading}</p>
      ) : (
        <>
          {open.form.sections.length > 0 && (
            <Field label={REGISTER.section}>
              <Select
                value={section === null ? '' : String(section)}
                onChange={(_event, { value }) => setSection(value === '' ? null : Number(value))}
              >
                <option value="">{REGISTER.lastOfLedger}</option>
                {open.form.sections.map(({ row, text }) => (
                  <option key={row} value={String(row)}>
                    {text}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {pasted === null ? (
            <MatterFields open={open} typed={rows[0]!} candidate={candidates?.[0] ?? null} onChange={change} />
          ) : (
            <>
              <Field label={REGISTER.pasteHere} hint={REGISTER.pasteHelp}>
                <Textarea
                  rows={6}
                  value={pasted}
                  onChange={(_event, { value }) => {
                    setPasted(value);
                    setRefused([]);
                  }}
                />
              </Field>
              {block !== null && pasted.trim() !== '' && <PastedMatters block={block} candidates={candidates} />}
            </>
          )}
          <ApprovalFields approval={approval} today={today} onChange={setApproval} />
        </>
      )}
      <Refusals sentences={refused} />
    </PanelFrame>
  );
}

function titleIn(
  typed: TypedMatter,
  fields: readonly { readonly field: string | null; readonly column: number }[],
): string {
  const column = fields.find(({ field }) => field === 'title')?.column;
  return column === undefined ? '' : (typed.get(column) ?? '');
}
