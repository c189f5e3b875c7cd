import { mergeClasses } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from './icons';
import { useListLooks } from './listLooks';
import { useLooks } from './looks';

interface TurnRowProps {
  readonly tabIndex: 0 | -1;
  readonly open: boolean;
  readonly onTurn: () => void;
  readonly children: React.ReactNode;
}

/** The row of a list under which more stands when it is open. */
export function TurnRow({ tabIndex, open, onTurn, children }: TurnRowProps): React.JSX.Element {
  const looks = useLooks();
  const lists = useListLooks();
  return (
    <button
      type="button"
      data-main
      tabIndex={tabIndex}
      className={mergeClasses(looks.bare, lists.fold, lists.turn, lists.pressed)}
      aria-expanded={open}
      onClick={onTurn}
    >
      {open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
      {children}
    </button>
  );
}
