import * as z from 'zod/mini';
import { builtInTemplate, type LetterTemplate } from '../../documents/builtInForms';
import { docxFile } from '../../documents/docxFile';
import { problemSentence, takeTemplate } from '../../documents/intake';
import type { NamedFile } from '../../documents/letterFiles';
import { STANDARD_LAYOUT, type Layout } from '../../documents/page';
import { LETTER_FORMS, LETTER_TITLES, type LetterForm } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import type { Plan } from '../../domain/plan';
import { OWN_PARTS, partData, partXml, templatePart } from '../../excel/ownParts';
import type { HostResult } from '../../excel/run';
import { readTemplateParts } from '../../excel/templateParts';
import { fromBase64, toBase64 } from '../office/base64';

/** The office's own templates as the workbook keeps them. */
export interface KeptTemplates {
  /** XML of each part, as a plan must find it. */
  readonly parts: ReadonlyMap<LetterForm, string>;
  readonly templates: Readonly<Partial<Record<LetterForm, LetterTemplate>>>;
  /** A kept template that can no longer be used: the built-in one stands in, and this is said. */
  readonly problems: readonly { readonly form: LetterForm; readonly sentence: string }[];
}

/**
 * Most bytes of a template: the part and its copy in the undo journal go to Excel in one request of 5 MB at most. A form
 * saved by Word is a tenth of it.
 */
export const MOST_TEMPLATE_BYTES = 300_000;

const keptSchema = z.object({ form: z.enum(LETTER_FORMS as [LetterForm, ...LetterForm[]]), docx: z.base64() });

/** Reads the templates kept in the workbook. One request. */
export async function readTemplates(): Promise<HostResult<KeptTemplates>> {
  const read = await readTemplateParts();
  return read.ok ? { ok: true, value: keptTemplates(read.value) } : read;
}

function keptTemplates(parts: ReadonlyMap<LetterForm, string>): KeptTemplates {
  const templates: Partial<Record<LetterForm, LetterTemplate>> = {};
  const problems: { form: LetterForm; sentence: string }[] = [];
  for (const [form, xml] of parts) {
    const kept = keptSchema.safeParse(partData(xml));
    const taken = kept.success ? takeTemplate(form, fromBase64(kept.data.docx)) : null;
    if (taken?.ok === true) templates[form] = taken.template;
    else problems.push({ form, sentence: `文件里存的${LETTER_TITLES[form]}模板已损坏，暂用内置模板，请重新交回。` });
  }
  return { parts, templates, problems };
}

export type TemplatePlan =
  | { readonly ok: true; readonly plan: Plan; readonly template: LetterTemplate }
  /** One sentence for each thing wrong, with its place in the document. */
  | { readonly ok: false; readonly sentences: readonly string[] };

/** Keeps a .docx a person edited as the form's template; refused with name and place where a placeholder is wrong. */
export function planTemplate(kept: KeptTemplates, form: LetterForm, docx: Uint8Array): TemplatePlan {
  if (docx.length > MOST_TEMPLATE_BYTES) {
    const size = `${Math.ceil(docx.length / 1000)}KB`;
    return {
      ok: false,
      sentences: [
        `模板有${size}，超过${MOST_TEMPLATE_BYTES / 1000}KB，不能存进台账文件；请删去图片或嵌入的字体后再交回。`,
      ],
    };
  }
  const taken = takeTemplate(form, docx);
  if (!taken.ok) return { ok: false, sentences: taken.problems.map(problemSentence) };
  const after = partXml(templatePart(form), { form, docx: toBase64(docx) });
  return { ok: true, plan: planOf(kept, form, after), template: taken.template };
}

/** 恢复默认: the form goes back to its built-in template. Empty where it has no other. */
export const planBuiltInTemplate = (kept: KeptTemplates, form: LetterForm): Plan => planOf(kept, form, null);

function planOf({ parts }: KeptTemplates, form: LetterForm, after: string | null): Plan {
  const before = parts.get(form) ?? null;
  const namespace = OWN_PARTS[templatePart(form)];
  return {
    action: 'connect',
    asOf: null,
    expectations: [],
    changes: before === after ? [] : [{ kind: 'setPart', namespace, before, after }],
  };
}

/** A form's built-in template as a .docx to download, edit in Word and give back. */
export const templateFile = (form: LetterForm, office: Office, layout: Layout = STANDARD_LAYOUT): NamedFile => ({
  name: `${LETTER_TITLES[form]}模板.docx`,
  bytes: docxFile(builtInTemplate(form, office, layout).package),
});
