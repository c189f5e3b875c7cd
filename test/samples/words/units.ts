/** 单位名录的一行，照样本工作簿的表头。 */
export interface UnitEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  readonly kind: string;
  readonly leader: string;
  /** 承担科室：科室名、无，或空。 */
  readonly section: string;
  /** 督查人员数；null 为空格。 */
  readonly officers: number | null;
  readonly assessed: string;
}

/** 单位简写到全称，和可在台账里出现的别名。 */
const DEPARTMENTS: ReadonlyArray<readonly [key: string, city: string, district: string, aliases: string]> = [
  ['发改', '发展和改革委员会', '发展和改革局', '发改委|发改局'],
  ['教育', '教育局', '教育局', '教育局|教育局'],
  ['科技', '科学技术局', '科学技术局', '科技局|科技局'],
  ['工信', '工业和信息化局', '经济和信息化局', '工信局|经信局'],
  ['公安', '公安局', '公安分局', '公安局|公安分局'],
  ['民政', '民政局', '民政局', '民政局|民政局'],
  ['财政', '财政局', '财政局', '财政局|财政局'],
  ['人社', '人力资源和社会保障局', '人力资源和社会保障局', '人社局|人社局'],
  ['资规', '自然资源和规划局', '自然资源和规划分局', '资规局|资规分局'],
  ['环境', '生态环境局', '生态环境分局', '环保局|环保分局'],
  ['住建', '住房和城乡建设局', '住房和城乡建设局', '住建局|住建局'],
  ['城管', '城市管理局', '综合行政执法局', '城管局|执法局'],
  ['交通', '交通运输局', '交通运输局', '交通局|交通局'],
  ['水利', '水利局', '水利局', '水利局|水利局'],
  ['农业', '农业农村局', '农业农村局', '农业局|农业局'],
  ['商务', '商务局', '商务局', '商务局|商务局'],
  ['文旅', '文化广电和旅游局', '文化和旅游局', '文旅局|文旅局'],
  ['卫健', '卫生健康委员会', '卫生健康局', '卫健委|卫健局'],
  ['应急', '应急管理局', '应急管理局', '应急局|应急局'],
  ['审计', '审计局', '审计局', '审计局|审计局'],
  ['市监', '市场监督管理局', '市场监督管理局', '市场监管局|市场监管局'],
  ['统计', '统计局', '统计局', '统计局|统计局'],
  ['医保', '医疗保障局', '医疗保障局', '医保局|医保局'],
  ['审批', '行政审批和政务信息管理局', '行政审批局', '政务服务局|政务服务局'],
  ['招商', '投资促进中心', '投资促进中心', '招商中心|招商中心'],
  ['林业', '林业局', '林业局', '林业局|林业局'],
];

/** 一级政府的称呼：前缀、乡镇和统称。 */
export interface Government {
  readonly prefix: '市' | '区';
  readonly towns: readonly string[];
  readonly collective: string;
}

export const CITY: Government = {
  prefix: '市',
  towns: ['柳林镇', '石桥镇', '白湾镇', '青阳镇', '南渡镇', '东岗乡', '双河乡', '云峰乡', '城关街道', '滨河街道'],
  collective: '各乡镇',
};

export const DISTRICT: Government = {
  prefix: '区',
  towns: ['大塘镇', '沙口镇', '竹溪镇', '金岭镇', '龙泉乡', '高坪乡', '枫林街道', '望江街道', '桥东街道', '澄湖街道'],
  collective: '各镇街',
};

export const DEPARTMENT_KEYS: readonly string[] = DEPARTMENTS.map(([key]) => key);

/** 简写的全称。 */
export function fullName(government: Government, key: string): string {
  const found = DEPARTMENTS.find(([candidate]) => candidate === key);
  if (found === undefined) throw new Error(`没有这个单位简写：${key}`);
  return government.prefix + (government.prefix === '市' ? found[1] : found[2]);
}

/** 全称的两个别名：不带前缀的简称和带前缀的简称，与全称相同的不列。 */
export function aliasesOf(government: Government, key: string): readonly string[] {
  const found = DEPARTMENTS.find(([candidate]) => candidate === key);
  const short = found?.[3].split('|')[government.prefix === '市' ? 0 : 1] ?? '';
  return [short, government.prefix + short].filter((alias) => alias !== fullName(government, key));
}
