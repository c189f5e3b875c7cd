import { EngineRefusal, type ChartModel } from '../model';
import {
  addRelationship,
  documentRelationships,
  relatedPart,
  relationshipsOf,
  removeRelationship,
} from '../opc/relationships';
import { ContentTypes } from '../opc/contentTypes';
import { relationshipsPartOf } from '../opc/partNames';
import { descendantsOf, numberAttribute, parseXml, relationshipId, type XmlNode } from '../xml/node';
import { attributesText, splice } from '../xml/tag';
import { chartAnchor } from './chartAnchor';
import { chartXml } from './chartXml';
import type { Sheet } from './sheet';

const drawingType = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const emptyDrawing =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"></xdr:wsDr>';

interface KnownChart {
  readonly name: string;
  readonly model: ChartModel | null;
}

interface HeldChart {
  readonly name: string;
  readonly anchor: XmlNode;
  readonly relationship: string;
  readonly part: string;
}

/** The charts of a sheet: those that came keep their parts, those made here are written whole. */
export class SheetCharts {
  private readonly made = new Map<string, ChartModel>();
  /** The chart made last, not written yet: its properties are set one by one, each giving another model of it. */
  private waiting: ChartModel | null = null;
  /** The charts that are written, known while one waits. */
  private known: readonly KnownChart[] | null = null;

  constructor(private readonly sheet: Sheet) {}

  charts(): readonly KnownChart[] {
    const written = this.written();
    return this.waiting === null ? written : [...written, { name: this.waiting.name, model: this.waiting }];
  }

  private written(): readonly KnownChart[] {
    return this.known ?? this.held().map(({ name }) => ({ name, model: this.made.get(name) ?? null }));
  }

  add(chart: ChartModel): void {
    if (this.charts().some(({ name }) => name === chart.name)) {
      throw new EngineRefusal('ItemAlreadyExists', `已经有一张名为“${chart.name}”的图表。`);
    }
    if (this.waiting !== null) this.settle();
    this.known = this.written();
    this.waiting = chart;
  }

  /** Writes the chart that waits: before what it is drawn from or placed by changes, and before the file is saved. */
  settle(): void {
    const chart = this.waiting;
    this.waiting = null;
    this.known = null;
    if (chart !== null) this.write(chart);
  }

  private write(chart: ChartModel): void {
    const { pack } = this.sheet.surroundings;
    const types = new ContentTypes(pack);
    const drawing = this.drawingPart() ?? this.newDrawing();
    const part = pack.freeName('xl/charts/chart#.xml');
    pack.writeText(
      part,
      chartXml(chart, (row, column) => this.sheet.surroundings.valueOn(chart.sourceSheet, row, column)),
    );
    types.add(part, chartType);
    const relationship = addRelationship(pack, drawing, `${documentRelationships}/chart`, part);
    const text = pack.text(drawing)!;
    const root = parseXml(text);
    const ids = descendantsOf(root, 'cNvPr').map((node) => numberAttribute(node, 'id') ?? 0);
    const anchor = chartAnchor(this.sheet, chart, Math.max(1, ...ids) + 1, relationship);
    const selfClosing = root.innerStart === root.end;
    pack.writeText(
      drawing,
      selfClosing
        ? splice(text, [{ start: root.end - 2, end: root.end, text: `>${anchor}</${root.name}>` }])
        : splice(text, [{ start: root.innerEnd, end: root.innerEnd, text: anchor }]),
    );
    this.made.set(chart.name, chart);
  }

  remove(name: string): void {
    if (this.waiting?.name === name) {
      this.waiting = null;
      return;
    }
    this.settle();
    const chart = this.held().find((one) => one.name === name);
    const drawing = this.drawingPart();
    if (!chart || !drawing) throw new EngineRefusal('ItemNotFound', `没有名为“${name}”的图表。`);
    const { pack } = this.sheet.surroundings;
    const text = pack.text(drawing)!;
    const rest = splice(text, [{ start: chart.anchor.start, end: chart.anchor.end, text: '' }]);
    this.removePart(chart.part);
    removeRelationship(pack, drawing, chart.relationship);
    this.made.delete(name);
    if (parseXml(rest).children.length > 0 || relationshipsOf(pack, drawing).length > 0) pack.writeText(drawing, rest);
    else this.removeDrawing(drawing);
  }

  /** The drawing part of the sheet, or null. */
  drawingPart(): string | null {
    const { pack } = this.sheet.surroundings;
    const node = this.sheet.worksheet.frame.node('drawing');
    const id = node && relationshipId(node);
    const target = relationshipsOf(pack, this.sheet.partName).find((one) => one.id === id)?.target;
    return target !== undefined && pack.has(target) ? target : null;
  }

  /** Part names of the charts shown on the sheet. */
  chartParts(): string[] {
    return this.held().map(({ part }) => part);
  }

  private held(): HeldChart[] {
    const drawing = this.drawingPart();
    if (!drawing) return [];
    const { pack } = this.sheet.surroundings;
    const parts = new Map(relationshipsOf(pack, drawing).map((one) => [one.id, one.target]));
    return parseXml(pack.text(drawing)!).children.flatMap((anchor) =>
      descendantsOf(anchor, 'graphicFrame').flatMap((frame) => {
        const relationship = descendantsOf(frame, 'chart').map(relationshipId)[0];
        const part = relationship === undefined ? undefined : parts.get(relationship);
        const name = descendantsOf(frame, 'cNvPr')[0]?.attributes.get('name');
        return relationship && part && name !== undefined ? [{ name, anchor, relationship, part }] : [];
      }),
    );
  }

  private newDrawing(): string {
    const { pack } = this.sheet.surroundings;
    const { frame } = this.sheet.worksheet;
    const part = pack.freeName('xl/drawings/drawing#.xml');
    pack.writeText(part, emptyDrawing);
    new ContentTypes(pack).add(part, drawingType);
    const id = addRelationship(pack, this.sheet.partName, `${documentRelationships}/drawing`, part);
    frame.set('drawing', `<${frame.prefix}drawing${attributesText({ [`${frame.relationshipPrefix()}:id`]: id })}/>`);
    return part;
  }

  private removeDrawing(part: string): void {
    const { pack } = this.sheet.surroundings;
    const node = this.sheet.worksheet.frame.node('drawing');
    const id = node && relationshipId(node);
    if (id) removeRelationship(pack, this.sheet.partName, id);
    this.sheet.worksheet.frame.set('drawing', null);
    this.removePart(part);
  }

  /** Removes a part with what belongs to it alone (colours and style of a chart). */
  private removePart(part: string): void {
    const { pack } = this.sheet.surroundings;
    const types = new ContentTypes(pack);
    for (const kind of ['chartStyle', 'chartColorStyle', 'chartUserShapes']) {
      const own = relatedPart(pack, part, kind);
      if (own === null) continue;
      pack.remove(own);
      types.remove(own);
    }
    pack.remove(relationshipsPartOf(part));
    pack.remove(part);
    types.remove(part);
  }
}
