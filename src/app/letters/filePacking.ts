/** How the files of letters are packed; a command may put in its machine's own. */
export { packFilesWith, type FilePacking } from '../../documents/zip';
