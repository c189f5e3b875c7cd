/** A file dropped where nothing takes it would be opened in place of the pane: it is turned away instead. */
export function turnAwayDroppedFiles(view: Pick<Window, 'addEventListener'>): void {
  view.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    // A place that takes files listens after this and says so.
    event.dataTransfer.dropEffect = 'none';
  });
  view.addEventListener('drop', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
}
