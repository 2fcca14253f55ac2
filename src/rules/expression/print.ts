import { BINDING, type BinaryOperator, NEGATIVE_BINDING, NOT_BINDING, type Syntax } from './syntax';

/** Prints an expression so that it reads back as the same expression, with no more parentheses than needed. */
export function printSyntax(syntax: Syntax): string {
  return print(syntax, 0);
}

/** @param floor parentheses are needed where the expression does not bind tighter */
function print(syntax: Syntax, floor: number): string {
  switch (syntax.kind) {
    case 'literal':
      return syntax.text.startsWith('-') && floor >= NEGATIVE_BINDING ? `(${syntax.text})` : syntax.text;
    case 'name':
      return syntax.name;
    case 'quoted':
      return `“${syntax.text}”`;
    case 'not':
      return wrap(`not ${print(syntax.term, NOT_BINDING)}`, NOT_BINDING, floor);
    case 'negative':
      return wrap(`-${print(syntax.term, NEGATIVE_BINDING)}`, NEGATIVE_BINDING, floor);
    case 'binary':
      return printBinary(syntax.operator, syntax.left, syntax.right, floor);
    case 'list':
      return `[${syntax.items.map((item) => print(item, BINDING.in)).join(', ')}]`;
    case 'range':
      return `${print(syntax.from, BINDING.in)}..${print(syntax.to, BINDING.in)}`;
    case 'call': {
      const named = syntax.named.map(({ name, value }) => `${name}: ${print(value, 0)}`);
      return `${syntax.name}(${[...syntax.positional.map((each) => print(each, 0)), ...named].join(', ')})`;
    }
    case 'if': {
      const parts = [syntax.condition, syntax.consequence, syntax.alternative].map((each) => print(each, 0));
      return wrap(`if ${parts[0]} then ${parts[1]} else ${parts[2]}`, 0.5, floor);
    }
  }
}

function printBinary(operator: BinaryOperator, left: Syntax, right: Syntax, floor: number): string {
  const binding = BINDING[operator];
  const fromRight = operator === 'orElse';
  const comparison = binding === BINDING['='];
  const leftText = print(left, fromRight || comparison ? binding : binding - 0.5);
  const rightText = print(right, fromRight ? binding - 0.5 : binding);
  return wrap(`${leftText} ${operator} ${rightText}`, binding, floor);
}

const wrap = (text: string, binding: number, floor: number): string => (binding > floor ? text : `(${text})`);
