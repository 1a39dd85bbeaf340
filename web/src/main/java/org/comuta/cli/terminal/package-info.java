/** Line editing, history, completion and live views on a terminal. */
package org.comuta.cli.terminal;
