// The engine: all that is loaded when a reader comes near the first box.
import { open } from './box.js';
import { takeAway } from './keeping.js';

Object.assign(globalThis.answerBoxes, { open, takeAway });
