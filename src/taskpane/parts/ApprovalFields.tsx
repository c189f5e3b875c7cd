import { Checkbox, Field, Input, Textarea } from '@fluentui/react-components';
import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { TypedApproval } from '../desk/registerForm';
import { REGISTER } from '../words/registering';
import { useLooks } from './looks';

interface ApprovalFieldsProps {
  readonly approval: TypedApproval;
  readonly today: CivilDate;
  readonly onChange: (approval: TypedApproval) => void;
}

/** 立项: 拟办意见, 审批人, 审批日期. */
export function ApprovalFields({ approval, today, onChange }: ApprovalFieldsProps): React.JSX.Element {
  const looks = useLooks();
  const { wanted, opinion, approver, approvedOn } = approval;
  return (
    <section className={looks.section}>
      <Checkbox
        label={REGISTER.approval}
        checked={wanted}
        onChange={(_event, { checked }) => onChange({ ...approval, wanted: checked === true })}
      />
      {wanted && (
        <>
          <Field label={REGISTER.opinion}>
            <Textarea
              rows={2}
              value={opinion}
              onChange={(_event, { value }) => onChange({ ...approval, opinion: value })}
            />
          </Field>
          <Field
            label={REGISTER.approver}
            required
            {...(approver.trim() === '' ? { validationMessage: REGISTER.approverMissing } : {})}
          >
            <Input value={approver} onChange={(_event, { value }) => onChange({ ...approval, approver: value })} />
          </Field>
          <Field
            label={REGISTER.approvedOn}
            required
            {...(approvedOn === null ? { validationMessage: REGISTER.dateMissing } : {})}
          >
            <Input
              type="date"
              value={approvedOn ?? ''}
              max={today}
              onChange={(_event, { value }) => onChange({ ...approval, approvedOn: parseCivilDate(value) })}
            />
          </Field>
        </>
      )}
    </section>
  );
}
