import type { ApiClass } from './ApiObject';
import { Application } from './Application';
import { AutoFilter } from './AutoFilter';
import { Chart } from './Chart';
import { ChartAxes } from './ChartAxes';
import { ChartAxis } from './ChartAxis';
import { ChartCollection } from './ChartCollection';
import { ChartDataLabels } from './ChartDataLabels';
import { ChartLegend } from './ChartLegend';
import { ChartSeries } from './ChartSeries';
import { ChartSeriesCollection } from './ChartSeriesCollection';
import { ChartTitle } from './ChartTitle';
import { Comment } from './Comment';
import { CommentCollection } from './CommentCollection';
import { ConditionalFormat } from './ConditionalFormat';
import { ConditionalFormatCollection } from './ConditionalFormatCollection';
import { ConditionalFormatRule } from './ConditionalFormatRule';
import { ConditionalRangeBorder } from './ConditionalRangeBorder';
import { ConditionalRangeBorderCollection } from './ConditionalRangeBorderCollection';
import { ConditionalRangeFill } from './ConditionalRangeFill';
import { ConditionalRangeFont } from './ConditionalRangeFont';
import { ConditionalRangeFormat } from './ConditionalRangeFormat';
import { CultureInfo } from './CultureInfo';
import { CustomConditionalFormat } from './CustomConditionalFormat';
import { CustomXmlPart } from './CustomXmlPart';
import { CustomXmlPartCollection } from './CustomXmlPartCollection';
import { CustomXmlPartScopedCollection } from './CustomXmlPartScopedCollection';
import { DataValidation } from './DataValidation';
import { DatetimeFormatInfo } from './DatetimeFormatInfo';
import { FormatProtection } from './FormatProtection';
import { FunctionResult } from './FunctionResult';
import { Functions } from './Functions';
import { HeaderFooter } from './HeaderFooter';
import { HeaderFooterGroup } from './HeaderFooterGroup';
import { NamedItem } from './NamedItem';
import { NamedItemCollection } from './NamedItemCollection';
import { PageBreak } from './PageBreak';
import { PageBreakCollection } from './PageBreakCollection';
import { PageLayout } from './PageLayout';
import { Range } from './Range';
import { RangeAreas } from './RangeAreas';
import { RangeBorder } from './RangeBorder';
import { RangeBorderCollection } from './RangeBorderCollection';
import { RangeCollection } from './RangeCollection';
import { RangeFill } from './RangeFill';
import { RangeFont } from './RangeFont';
import { RangeFormat } from './RangeFormat';
import { Runtime } from './Runtime';
import { Setting } from './Setting';
import { SettingCollection } from './SettingCollection';
import { Table } from './Table';
import { TableCollection } from './TableCollection';
import { TableColumn } from './TableColumn';
import { TableColumnCollection } from './TableColumnCollection';
import { TableRow } from './TableRow';
import { TableRowCollection } from './TableRowCollection';
import { Workbook } from './Workbook';
import { Worksheet } from './Worksheet';
import { WorksheetCollection } from './WorksheetCollection';
import { WorksheetFreezePanes } from './WorksheetFreezePanes';
import { WorksheetProtection } from './WorksheetProtection';

/** Every class the host answers for. The table of members in ../README.md is held against this list by a test. */
export const API_CLASSES: readonly ApiClass[] = [
  Application,
  AutoFilter,
  Chart,
  ChartAxes,
  ChartAxis,
  ChartCollection,
  ChartDataLabels,
  ChartLegend,
  ChartSeries,
  ChartSeriesCollection,
  ChartTitle,
  Comment,
  CommentCollection,
  ConditionalFormat,
  ConditionalFormatCollection,
  ConditionalFormatRule,
  ConditionalRangeBorder,
  ConditionalRangeBorderCollection,
  ConditionalRangeFill,
  ConditionalRangeFont,
  ConditionalRangeFormat,
  CultureInfo,
  CustomConditionalFormat,
  CustomXmlPart,
  CustomXmlPartCollection,
  CustomXmlPartScopedCollection,
  DataValidation,
  DatetimeFormatInfo,
  FormatProtection,
  FunctionResult,
  Functions,
  HeaderFooter,
  HeaderFooterGroup,
  NamedItem,
  NamedItemCollection,
  PageBreak,
  PageBreakCollection,
  PageLayout,
  Range,
  RangeAreas,
  RangeBorder,
  RangeBorderCollection,
  RangeCollection,
  RangeFill,
  RangeFont,
  RangeFormat,
  Runtime,
  Setting,
  SettingCollection,
  Table,
  TableCollection,
  TableColumn,
  TableColumnCollection,
  TableRow,
  TableRowCollection,
  Workbook,
  Worksheet,
  WorksheetCollection,
  WorksheetFreezePanes,
  WorksheetProtection,
].map(({ api }) => api);
