import { Button, Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { FIELD_NAMES } from '../../domain/ledger/fieldNames';
import { columnLetters } from '../../domain/cell';
import type { ColumnDoubt, LedgerConnection } from '../../domain/ledger/connection';
import type { Field as LedgerField } from '../../domain/ledger/fields';
import { useDesk, useDeskView } from '../deskContext';
import { withColumn, type Question } from '../desk/questions';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { ASKING } from '../words';
import { ConnectionEditor } from './ConnectionEditor';

type Drafts = ReadonlyMap<string, LedgerConnection | null>;

function firstDrafts(questions: readonly Question[]): Drafts {
  return new Map(
    questions.map((question): [string, LedgerConnection | null] => {
      if (question.kind === 'twoHeaders') return [question.sheet, question.candidates[0] ?? null];
      const { check, connection } = question.found;
      return [question.sheet, check.kind === 'same' ? connection : (check.proposed ?? connection)];
    }),
  );
}

/** What only the clerk can tell: columns that may mean two things, headers that changed, two tables in a sheet. */
export default function AskingPanel({ questions }: { readonly questions: readonly Question[] }): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { connecting } = useDeskView();
  const [drafts, setDrafts] = useState(() => firstDrafts(questions));
  const draw = (sheet: string, connection: LedgerConnection | null): void =>
    setDrafts(new Map([...drafts, [sheet, connection]]));
  const keepable = connecting !== null && connecting.settings.kind !== 'unreadable';
  return (
    <PanelFrame
      title={ASKING.title}
      onBack={null}
      foot={
        <>
          <Button appearance="primary" onClick={() => void desk.answer(drafts, keepable)}>
            {keepable ? ASKING.remember : ASKING.apply}
          </Button>
          {keepable && <Button onClick={() => void desk.answer(drafts, false)}>{ASKING.onlyNow}</Button>}
        </>
      }
    >
      <p className={looks.hint}>{ASKING.lead}</p>
      {questions.map((question) => {
        const draft = drafts.get(question.sheet) ?? null;
        const head = connecting?.survey.sheets.find((own) => own.head.name === question.sheet)?.head;
        return (
          <section key={question.sheet} className={looks.section}>
            <h3 className={looks.heading}>{question.sheet}</h3>
            {question.kind === 'twoHeaders' && (
              <TableChoice question={question} draft={draft} onChoose={(own) => draw(question.sheet, own)} />
            )}
            {question.kind === 'columns' && question.found.check.kind === 'changed' && (
              <p className={looks.text}>{ASKING.changed(question.sheet)}</p>
            )}
            {question.kind === 'columns' &&
              draft !== null &&
              question.found.doubts.map((doubt) => (
                <DoubtChoice
                  key={doubt.column}
                  doubt={doubt}
                  connection={draft}
                  onChoose={(own) => draw(question.sheet, own)}
                />
              ))}
            {draft !== null && head !== undefined && (
              <details open={question.kind === 'columns' && question.found.check.kind === 'changed'}>
                <summary>{ASKING.taken}</summary>
                <ConnectionEditor head={head} connection={draft} onChange={(own) => draw(question.sheet, own)} />
              </details>
            )}
          </section>
        );
      })}
      {keepable && <p className={looks.hint}>{ASKING.keptInFile}</p>}
    </PanelFrame>
  );
}

interface DoubtChoiceProps {
  readonly doubt: ColumnDoubt;
  readonly connection: LedgerConnection;
  readonly onChoose: (connection: LedgerConnection) => void;
}

function DoubtChoice({ doubt, connection, onChoose }: DoubtChoiceProps): React.JSX.Element {
  const { column, header, candidates } = doubt;
  const chosen = candidates.find((field) => connection.columns[field]?.column === column);
  const choose = (field: LedgerField | undefined): void => {
    const without = chosen === undefined ? connection : withColumn(connection, chosen, null);
    onChoose(field === undefined ? without : withColumn(without, field, { column, header }));
  };
  return (
    <Field label={ASKING.doubt(columnLetters(column), header)}>
      <Select
        value={chosen ?? ''}
        onChange={(_event, { value }) => choose(candidates.find((field) => field === value))}
      >
        <option value="">{ASKING.notUsed}</option>
        {candidates.map((field) => (
          <option key={field} value={field}>
            {FIELD_NAMES[field]}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface TableChoiceProps {
  readonly question: Extract<Question, { kind: 'twoHeaders' }>;
  readonly draft: LedgerConnection | null;
  readonly onChoose: (connection: LedgerConnection | null) => void;
}

function TableChoice({ question, draft, onChoose }: TableChoiceProps): React.JSX.Element {
  return (
    <Field label={ASKING.twoHeaders(question.sheet)}>
      <RadioGroup
        value={draft === null ? '' : String(draft.headerTop)}
        onChange={(_event, { value }) =>
          onChoose(question.candidates.find(({ headerTop }) => String(headerTop) === value) ?? null)
        }
      >
        {question.candidates.map(({ headerTop }) => (
          <Radio key={headerTop} value={String(headerTop)} label={ASKING.tableAt(headerTop + 1)} />
        ))}
        <Radio value="" label={ASKING.neither} />
      </RadioGroup>
    </Field>
  );
}
