import { Field, Select } from '@fluentui/react-components';

interface LedgerChoiceProps {
  readonly label: string;
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly onChoose: (sheet: string) => void;
}

/** Which of the workbook's ledgers; nothing to choose where there is one. */
export function LedgerChoice({ label, sheets, sheet, onChoose }: LedgerChoiceProps): React.JSX.Element | null {
  if (sheets.length < 2) return null;
  return (
    <Field label={label}>
      <Select value={sheet} onChange={(_event, { value }) => onChoose(value)}>
        {sheets.map((own) => (
          <option key={own} value={own}>
            {own}
          </option>
        ))}
      </Select>
    </Field>
  );
}
