import { FluentProvider } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { DeskContext } from './deskContext';
import type { Desk } from './desk/Desk';
import type { HostTheme } from './bootstrap/hostTheme';
import { Pane } from './Pane';
import { darkTheme, lightTheme } from './theme';

/** The pane in the host's colours, the browser's own controls too. Contrast themes come from the system itself (forced colours). */
export function ThemedPane({ desk, theme }: { readonly desk: Desk; readonly theme: HostTheme }): React.JSX.Element {
  const dark = useSyncExternalStore(theme.subscribe, theme.isDark);
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme} style={{ colorScheme: dark ? 'dark' : 'light' }}>
      <DeskContext value={desk}>
        <Pane />
      </DeskContext>
    </FluentProvider>
  );
}
