import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  createSourceFile,
  isFunctionDeclaration,
  isInterfaceDeclaration,
  isTypeAliasDeclaration,
  isVariableStatement,
  ScriptTarget,
  type Node,
} from 'typescript';

const APP = resolve(__dirname, '../../src/app');

interface Declared {
  readonly name: string;
  readonly exported: boolean;
  /** What it answers, or what the type holds, as written. */
  readonly holds: string;
  readonly isType: boolean;
}

/**
 * Exported functions of src/app that answer a plan, alone or inside what they answer, or carry one out themselves. One
 * in portions counts only where no other works it out at once.
 */
export function planningUseCases(): readonly string[] {
  const files = readdirSync(APP, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join(APP, file), 'utf8'));
  const declared = texts.flatMap((text, index) => declarationsOf(files[index]!, text));
  const bearing = new Set(['Plan']);
  const bears = (text: string): boolean =>
    [...bearing].some((name) => new RegExp(`(?<![\\w.'])${name}(?!\\w|\\[')`).test(text));
  for (let size = -1; size !== bearing.size;) {
    size = bearing.size;
    for (const { name, holds, isType } of declared) if (isType && bears(holds)) bearing.add(name);
  }
  const answering = declared.filter(({ exported, isType, holds }) => exported && !isType && bears(holds));
  const writing = texts.flatMap((text) =>
    /await applyPlan\(/.test(text) ? [...text.matchAll(/^export async function (\w+)/gm)].map(([, name]) => name!) : [],
  );
  const workedOutAtOnce = (name: string): boolean => texts.some((text) => text.includes(`atOnce(${name}(`));
  return [...new Set([...answering.map(({ name }) => name), ...writing])]
    .filter((name) => !workedOutAtOnce(name))
    .sort();
}

function declarationsOf(file: string, text: string): readonly Declared[] {
  const source = createSourceFile(file, text, ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement): readonly Declared[] => {
    const exported = /^export\b/.test(statement.getText());
    const written = (node: Node | undefined): string => node?.getText() ?? '';
    if (isInterfaceDeclaration(statement) || isTypeAliasDeclaration(statement)) {
      return [
        {
          name: statement.name.text,
          exported,
          holds: statement.getText().replace(/\/\*[\s\S]*?\*\//g, ''),
          isType: true,
        },
      ];
    }
    if (isFunctionDeclaration(statement)) {
      return [{ name: written(statement.name), exported, holds: written(statement.type), isType: false }];
    }
    if (!isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap((declaration): readonly Declared[] => {
      const answer = /^[^=]*?\)\s*:\s*([^=]+?)\s*=>/s.exec(written(declaration.initializer))?.[1];
      return answer === undefined ? [] : [{ name: written(declaration.name), exported, holds: answer, isType: false }];
    });
  });
}
