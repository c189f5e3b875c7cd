/** How the record of earlier writes is packed; a command may put in its machine's own. */
export { packTextWith, type TextPacking } from '../../excel/packedText';
