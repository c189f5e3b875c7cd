import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useLooks } from './looks';

const useStyles = makeStyles({
  points: { margin: 0, paddingLeft: '20px', display: 'flex', flexDirection: 'column', gap: '4px' },
});

/** Lines of help, as points. */
export function HelpLines({ lines }: { readonly lines: readonly string[] }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  return (
    <ul className={mergeClasses(looks.text, styles.points)}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
