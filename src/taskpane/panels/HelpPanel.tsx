import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from '@fluentui/react-components';
import { useDesk, useDeskView } from '../deskContext';
import { HELP_ORDER } from '../desk/view';
import { HelpLines } from '../parts/HelpLines';
import { useLooks } from '../parts/looks';
import { PanelFrame } from '../parts/PanelFrame';
import { HELP, HELP_TOPICS, MANUALS } from '../words/help';

/** 帮助: the place the clerk comes from first, then every place, then a manual for each who reads one. */
export default function HelpPanel(): React.JSX.Element {
  const looks = useLooks();
  const desk = useDesk();
  const { help, helpBefore } = useDeskView();
  const here = HELP_TOPICS[help];
  return (
    <PanelFrame
      title={HELP.title}
      onBack={() => desk.showPanel(helpBefore)}
      foot={
        <>
          <Button onClick={() => desk.showPanel('basis')}>{HELP.basis}</Button>
          <Button onClick={() => desk.showPanel('selfTest')}>{HELP.selfTest}</Button>
        </>
      }
    >
      <section className={looks.section}>
        <h3 className={looks.heading}>{HELP.here(here.name)}</h3>
        <HelpLines lines={here.lines} />
      </section>
      <section className={looks.section}>
        <h3 className={looks.heading}>{HELP.topics}</h3>
        <Folded
          parts={HELP_ORDER.filter((topic) => topic !== help).map((topic) => [
            HELP_TOPICS[topic].name,
            HELP_TOPICS[topic].lines,
          ])}
        />
      </section>
      <section className={looks.section}>
        <h3 className={looks.heading}>{HELP.manuals}</h3>
        <Folded parts={MANUALS.map(({ who, lines }) => [who, lines])} />
      </section>
    </PanelFrame>
  );
}

function Folded({
  parts,
}: {
  readonly parts: readonly (readonly [name: string, lines: readonly string[]])[];
}): React.JSX.Element {
  return (
    <Accordion multiple collapsible>
      {parts.map(([name, lines]) => (
        <AccordionItem key={name} value={name}>
          <AccordionHeader as="h4" size="small">
            {name}
          </AccordionHeader>
          <AccordionPanel>
            <HelpLines lines={lines} />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}
