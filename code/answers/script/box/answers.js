// The engine: all that is loaded when a reader comes near the first box.
import { line, verdict } from '../judge/judge.js';
import { open } from './box.js';
import { takeAway } from './keeping.js';

Object.assign(globalThis.answerBoxes, { open, verdict, line, takeAway });
