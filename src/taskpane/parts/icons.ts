export { AddRegular } from '@fluentui/react-icons/svg/add';
export { NotebookAddRegular } from '@fluentui/react-icons/svg/notebook-add';
export { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
export { ArrowRepeatAllRegular } from '@fluentui/react-icons/svg/arrow-repeat-all';
export { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
export { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
export { BoardFilled, BoardRegular } from '@fluentui/react-icons/svg/board';
export { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
export { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
export { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
export { CircleRegular } from '@fluentui/react-icons/svg/circle';
export {
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
} from '@fluentui/react-icons/svg/clipboard-task-list-ltr';
export { ClockFilled } from '@fluentui/react-icons/svg/clock';
export { AlertUrgentFilled, AlertUrgentRegular } from '@fluentui/react-icons/svg/alert-urgent';
export { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
export { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
export { InfoRegular } from '@fluentui/react-icons/svg/info';
export { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
export { PauseRegular } from '@fluentui/react-icons/svg/pause';
export { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
export { SettingsRegular } from '@fluentui/react-icons/svg/settings';
export { WarningFilled } from '@fluentui/react-icons/svg/warning';
export { DataBarVerticalFilled, DataBarVerticalRegular } from '@fluentui/react-icons/svg/data-bar-vertical';
export { MailFilled, MailRegular } from '@fluentui/react-icons/svg/mail';
export { FilterRegular } from '@fluentui/react-icons/svg/filter';
export { MailInboxArrowDownRegular } from '@fluentui/react-icons/svg/mail-inbox-arrow-down';
export { MegaphoneFilled, MegaphoneRegular } from '@fluentui/react-icons/svg/megaphone';
export { EditRegular } from '@fluentui/react-icons/svg/edit';
export { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
