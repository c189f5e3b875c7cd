import type { Topic, TopicKind } from './topics';

const PETITION_LINES = `
住建||关于{community}电梯停运和物业服务问题的批示|核实情况，督促维修，书面回复群众
人社|住建|关于{park}在建项目拖欠农民工工资问题的批示|查清欠薪底数，限期支付，依法处理
交通|公安|关于{road}货车超限超载和扬尘问题的批示|组织联合治超，完善限高和监控设施
环境|城管|关于{community}群众反映夜间噪声扰民的批示|开展监测，责令整改，跟踪回访
水利|环境|关于{river}水体异味舆情的批示|排查污染来源，及时公开处置结果
教育|公安|关于{school}门前道路交通安全隐患的批示|增设标线护栏，落实错峰放学
卫健|医保|关于{hospital}收费问题群众来信的批示|逐项核查收费，违规部分退还
资规|TOWN|关于{town}征地补偿款发放问题的批示|核对面积和标准，足额发放到户
农业|财政|关于{town}强降雨受灾情况报告的批示|核灾查灾，组织补种补栽和保险理赔
市监|公安|关于{community}周边预付卡消费纠纷的批示|调解退费，涉嫌违法的移送查处
`;

const PROPOSAL_LINES = `
工信|科技|关于扶持{industry}产业发展的建议（区人大第{no}号）|研究扶持政策，面复代表并征求意见
教育|财政|关于增加城区公办幼儿园学位的建议（区人大第{no}号）|列出学位补充计划，面复代表
交通|公安|关于优化学校周边公交线路的提案（区政协第{no}号）|实地调研客流，提出调整方案
民政|卫健|关于推进医养结合服务的提案（区政协第{no}号）|明确试点机构和服务标准，面复委员
文旅|资规|关于保护利用传统村落的提案（区政协第{no}号）|制定保护名录和活化利用措施
城管|住建|关于规范电动自行车停放充电的建议（区人大第{no}号）|增设集中充电点，开展联合整治
水利|农业|关于完善山区小型水利设施管护的建议（区人大第{no}号）|落实管护主体和经费
人社|商务|关于支持返乡青年创业的提案（区政协第{no}号）|出台补贴和场地支持办法
`;

/** 领导批示件的底本。 */
export const PETITIONS: readonly Topic[] = parse(PETITION_LINES, 'petition');
/** 建议提案的底本，`{no}` 是案号。 */
export const PROPOSALS: readonly Topic[] = parse(PROPOSAL_LINES, 'proposal');

function parse(lines: string, kind: TopicKind): Topic[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [lead = '', co = '', title = '', requirement = ''] = line.split('|');
      return { lead, co: co === '' ? [] : co.split(','), kind, title, requirement };
    });
}
