import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { BulletinBlock, BulletinText } from '../../domain/bulletin/bulletinText';
import { candidatesOf } from '../../domain/bulletin/candidates';
import type { WordSlot } from '../../domain/bulletin/words';
import { useDesk, useDeskView } from '../deskContext';
import { editBulletin, type BulletinShown } from '../desk/bulletinDeeds';
import { useLooks } from '../parts/looks';
import { BULLETIN } from '../words/bulletin';
import { BulletinTableView, type RowDoor } from './BulletinTableView';
import { BulletinWordsField } from './BulletinWordsField';

const useStyles = makeStyles({
  paper: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  title: { textAlign: 'center', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  heading: { fontWeight: tokens.fontWeightSemibold, marginTop: '8px' },
  fact: {
    paddingTop: '2px',
    paddingBottom: '2px',
    overflowWrap: 'anywhere',
    width: '100%',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, textDecorationLine: 'underline' },
  },
  plain: { margin: 0, overflowWrap: 'anywhere' },
});

interface BulletinPaperProps {
  readonly shown: BulletinShown;
  readonly text: BulletinText;
  /** Words can be changed; an issued one is read only. */
  readonly editable: boolean;
}

interface Section {
  readonly heading: string | null;
  readonly blocks: readonly BulletinBlock[];
}

/** A bulletin begins without a heading; each 一、 begins a section. */
function sectionsOf({ blocks }: BulletinText): readonly Section[] {
  const sections: { heading: string | null; blocks: BulletinBlock[] }[] = [{ heading: null, blocks: [] }];
  for (const block of blocks) {
    if (block.kind === 'heading1') sections.push({ heading: block.text, blocks: [] });
    else sections.at(-1)!.blocks.push(block);
  }
  return sections;
}

/** The words that belong to a section, by its heading. */
function slotOf(heading: string | null, { draft, decided }: BulletinShown): WordSlot | null {
  if (heading === null) return 'opening';
  const name = heading.replace(/^[^、]*、/, '');
  if (name === '总体情况') return 'overall';
  if (name === '各类别办理情况') return 'categories';
  if (name.startsWith('各单位')) return 'units';
  if (name === '逾期事项') return 'overdue';
  if (name === '下步要求') return 'demands';
  if (name === '通报批评和整改') return decided.criticised.length > 0 ? 'blame' : null;
  const praised = decided.commended.length > 0 || candidatesOf(draft.figures).commend.length > 0;
  return praised ? 'praise' : null;
}

/** The whole text: facts are doors to their rows, words can be changed where they stand. */
export function BulletinPaper({ shown, text, editable }: BulletinPaperProps): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const table = shown.publication.form === 'table';
  const words = (slot: WordSlot, value: string): React.JSX.Element => (
    <WordsOf key={slot} shown={shown} slot={slot} value={value} editable={editable && !table} />
  );
  return (
    <article className={styles.paper} aria-label={BULLETIN.article}>
      <div className={styles.title}>{words('title', text.title)}</div>
      {(text.addressees !== '' || (editable && !table)) && words('addressees', text.addressees)}
      {sectionsOf(text).map(({ heading, blocks }, index) => {
        const slot = editable && !table ? slotOf(heading, shown) : null;
        const said = blocks.some(({ origin }) => origin.kind === 'words' && origin.slot === slot);
        return (
          <section key={heading ?? index} className={styles.paper}>
            {heading !== null && <h3 className={mergeClasses(looks.heading, styles.heading)}>{heading}</h3>}
            {blocks.map((block, at) =>
              block.kind === 'table' ? (
                <BulletinTableView key={at} table={block} doors={doorsOf('', block.rows.length, shown)} />
              ) : block.origin.kind === 'words' ? (
                words(block.origin.slot, block.text)
              ) : (
                <Fact key={at} text={block.text} keys={block.origin.keys} section={heading ?? text.title} />
              ),
            )}
            {slot !== null && !said && words(slot, '')}
          </section>
        );
      })}
      {(text.copies !== '' || (editable && !table)) && words('copies', text.copies)}
      {text.attachments.map(({ title, table: own }) => (
        <BulletinTableView key={title} title={title} table={own} doors={doorsOf(title, own.rows.length, shown)} />
      ))}
    </article>
  );
}

/** The matters behind each row of a table; none where the rows are not those of today. */
function doorsOf(title: string, rows: number, { draft: { figures } }: BulletinShown): readonly RowDoor[] {
  const list: readonly RowDoor[] =
    title === ''
      ? [...figures.categories, { name: BULLETIN.asNow, keys: figures.all }]
      : title.includes('各单位')
        ? figures.units.map(({ unit, keys }) => ({ name: unit, keys }))
        : title.includes('逾期事项')
          ? figures.overdue.map(({ key, title: name }) => ({ name, keys: [key] }))
          : [];
  return list.length >= rows ? list : [];
}

interface WordsOfProps {
  readonly shown: BulletinShown;
  readonly slot: WordSlot;
  readonly value: string;
  readonly editable: boolean;
}

function WordsOf({ shown, slot, value, editable }: WordsOfProps): React.JSX.Element | null {
  const looks = useLooks();
  const styles = useStyles();
  const desk = useDesk();
  const said =
    value === ''
      ? ''
      : slot === 'addressees'
        ? BULLETIN.addressees(value)
        : slot === 'copies'
          ? BULLETIN.copies(value)
          : value;
  if (!editable) {
    if (said === '') return null;
    return (
      <>
        {said.split('\n').map((line) => (
          <p key={line} className={mergeClasses(looks.text, styles.plain)}>
            {line}
          </p>
        ))}
      </>
    );
  }
  const others = Object.fromEntries(Object.entries(shown.words).filter(([name]) => name !== slot));
  return (
    <BulletinWordsField
      slot={slot}
      said={said}
      value={value}
      changed={shown.words[slot] !== undefined}
      onTake={(text) => editBulletin(desk, shown, { words: { ...others, [slot]: text } })}
      onRestore={() => editBulletin(desk, shown, { words: others })}
    />
  );
}

interface FactProps {
  readonly text: string;
  readonly keys: readonly string[];
  readonly section: string;
}

/** A sentence that follows from rows: it cannot be typed over, it leads to them. */
function Fact({ text, keys, section }: FactProps): React.JSX.Element {
  const looks = useLooks();
  const styles = useStyles();
  const desk = useDesk();
  const { review } = useDeskView();
  if (keys.length === 0) return <p className={mergeClasses(looks.text, styles.plain)}>{text}</p>;
  const go = (): void => {
    const only = keys.length === 1 ? review?.matters.find(({ key }) => key === keys[0]) : undefined;
    if (only !== undefined) void desk.selectMatter(only);
    else desk.enter('reminders', { shown: 'all', only: { name: BULLETIN.origin(section), keys: new Set(keys) } });
  };
  return (
    <button type="button" className={mergeClasses(looks.bare, looks.text, styles.fact)} onClick={go}>
      {text}
    </button>
  );
}
