import { printingTerminal } from '../adapters/terminal/printed.ts';
import { describeMessenger } from './messenger.contract.ts';

describeMessenger('the terminal', printingTerminal);
