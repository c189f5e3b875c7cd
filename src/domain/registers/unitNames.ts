import { foldText } from '../foldText';

/** Long and short names of the same office, long first. */
const SHORT_FORMS: readonly (readonly [string, string])[] = [
  ['发展和改革', '发改'],
  ['发展改革', '发改'],
  ['工业和信息化', '工信'],
  ['人力资源和社会保障', '人社'],
  ['人力资源社会保障', '人社'],
  ['住房和城乡建设', '住建'],
  ['住房城乡建设', '住建'],
  ['自然资源和规划', '自然资源'],
  ['自规', '自然资源'],
  ['交通运输', '交通'],
  ['文化广电和旅游', '文旅'],
  ['文化广电旅游', '文旅'],
  ['文化和旅游', '文旅'],
  ['文广旅', '文旅'],
  ['卫生健康', '卫健'],
  ['生态环境', '环境'],
  ['环境保护', '环境'],
  ['环保', '环境'],
  ['市场监督管理', '市场监管'],
  ['市监', '市场监管'],
  ['应急管理', '应急'],
  ['退役军人事务', '退役军人'],
  ['城市管理综合行政执法', '城管'],
  ['城市综合管理', '城管'],
  ['城市管理', '城管'],
  ['医疗保障', '医保'],
  ['教育体育', '教体'],
  ['科学技术', '科技'],
  ['国有资产监督管理', '国资'],
  ['机关事务管理', '机关事务'],
  ['政务服务和大数据管理', '政务服务'],
  ['政务服务管理', '政务服务'],
  ['行政审批服务', '行政审批'],
  ['供销合作社联合', '供销'],
  ['供销合作社', '供销'],
  ['供销社', '供销'],
  ['住房公积金管理', '公积金'],
  ['农业和农村', '农业农村'],
  ['民族宗教事务', '民宗'],
  ['外事侨务', '外侨'],
  ['地方金融监督管理', '金融'],
  ['金融工作', '金融'],
];

/** The shortest start that ends with a kind of place; 市场 is no place. */
const REGION = /^(?:[\u4e00-\u9fff]{1,6}?)??[省市县区州旗](?!场)(?=[\u4e00-\u9fff]{2,})/;
const KIND = /(委员会|管理局|局|委|厅|办公室|办|中心|社)$/;
/** Organs that are named by their place: 市政府, 县委. */
const OF_A_PLACE = /^(人民)?政府|^委(?!员会)|^人大|^政协|^纪委/;

/** The name without the place it belongs to: `县发改委`, `某某市发改委` → `发改委`. */
export function withoutRegion(name: string): string {
  const region = REGION.exec(name);
  if (region === null) return name;
  const rest = name.slice(region[0].length);
  if (OF_A_PLACE.test(rest)) return name;
  return /^[省市县区州旗](?!场)/.test(rest) ? withoutRegion(rest) : rest;
}

/** What two names of one office have in common: no region, no 局/委/办, the usual short form. */
export function unitStem(name: string): string {
  const folded = foldText(name);
  for (const candidate of [folded, withoutRegion(folded)]) {
    for (const [long, short] of SHORT_FORMS) {
      if (candidate.startsWith(long)) return short;
    }
  }
  const bare = withoutRegion(folded).replace(KIND, '');
  const whole = folded.replace(KIND, '');
  for (const [long, short] of SHORT_FORMS) if (bare === long) return short;
  return bare.length >= 2 ? bare : whole.length >= 2 ? whole : folded;
}

/** Names that mean several units at once: 各街道, 各有关单位, 区直各部门. */
export const isCollectiveName = (name: string): boolean =>
  /^(各|全市|全县|全区|有关|相关|其他|所有)/.test(name) ||
  /各(有关|相关|责任|成员)?(单位|部门|街道|镇|乡|乡镇|镇街|科室|区|县)/.test(name);

/** Number of single-character edits between two names. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
