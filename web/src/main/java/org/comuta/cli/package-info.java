/**
 * The command line: what people type over SSH, and what programs send that way. A command is one or
 * more requests of the API, sent within the process for the one who signed in, so that words,
 * rights, checks and audit are those of the API. Plain Java but for the thin start in {@code ssh}.
 */
package org.comuta.cli;
