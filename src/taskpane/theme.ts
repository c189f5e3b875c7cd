import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Chinese office fonts first on each system; Latin digits keep the system's own. */
const FONTS = "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

export const lightTheme: Theme = { ...webLightTheme, fontFamilyBase: FONTS };
export const darkTheme: Theme = { ...webDarkTheme, fontFamilyBase: FONTS };

/** Whether a colour as the host names it (`#292929`) is dark; null where it is no colour. */
export function isDarkColor(color: string): boolean | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color);
  if (match === null) return null;
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! < 128;
}
