export { FINDING_KINDS } from '../domain/findingKinds';
