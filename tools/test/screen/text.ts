import { styleText } from "node:util";

const coloured = process.stdout.isTTY && process.env.NO_COLOR === undefined;

export function heading(text: string): string {
  return `\n${style("bold", `── ${text}`)}\n`;
}

export function success(text: string): string {
  return `${style("green", "✓")} ${text}\n`;
}

export function failure(text: string): string {
  return `${style("red", `✗ ${text}`)}\n`;
}

function style(format: "bold" | "green" | "red", text: string): string {
  return coloured ? styleText(format, text) : text;
}
