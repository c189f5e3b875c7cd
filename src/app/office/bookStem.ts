import { fileWords } from '../../documents/fileWords';

/** A workbook's name without its ending, as the names of files made from it begin. */
export const bookStem = (workbook: string): string => fileWords(workbook.replace(/\.[^.]*$/, ''));
